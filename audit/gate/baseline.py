"""Baselines: known findings, as values and as a small text file that merges well in git."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from audit.errors import UsageError
from audit.finding import SEVERITIES, Severity
from audit.text.visible import visible

FIRST_LINE: Final = "# corpus-audit baseline 1: known findings, which fail no check; written by --update-baseline"
_ANY_FIRST: Final = re.compile(r"# corpus-audit baseline ([0-9]+)\b")
_MADE_FROM: Final = re.compile(r"# made from sha256:([0-9a-f]{64})\Z")
_FAIL_ON: Final = re.compile(rf"# fail_on ({'|'.join(SEVERITIES)})\Z")
_KNOWN: Final = re.compile(r"([0-9a-f]{32}) ([1-9][0-9]{0,8}) ([A-Z]{3}[0-9]{3}) (.+)\Z")
_MISSED: Final = re.compile(r"missed ([A-Z]{3}[0-9]{3})\b")
# Conflict markers of git, Mercurial and Subversion.
_CONFLICT: Final = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_SHOWN: Final = 60
# An extended expression for the lines of any baseline that decide, by which `git diff -G` finds changed ones.
LINES_OF_BASELINES: Final = (
    "^(# corpus-audit baseline |# fail_on |missed [A-Z]{3}[0-9]{3}|[0-9a-f]{32} [0-9]+ [A-Z]{3}[0-9]{3} )"
)


class Known(NamedTuple):
    """A known finding: seen `times` times in the document with the repository path `document`."""

    fingerprint: str
    document: str
    code: str
    times: int


@dataclass(frozen=True, slots=True)
class Baseline:
    """Known findings, one entry per fingerprint and document, and the codes of missed expectations.

    `made_from` are digests of the inputs it was made from: one, or several after a merge.
    """

    known: tuple[Known, ...] = ()
    missed: frozenset[str] = frozenset()
    made_from: tuple[str, ...] = ()
    fail_on: Severity | None = None


def baseline_text(baseline: Baseline) -> str:
    """Return the text of a baseline: header, then one line per entry, sorted."""
    head = [FIRST_LINE, *(f"# made from sha256:{digest}" for digest in baseline.made_from)]
    if baseline.fail_on is not None:
        head.append(f"# fail_on {baseline.fail_on}")
    lines = sorted(f"{k.fingerprint} {k.times} {k.code} {k.document}" for k in baseline.known)
    missed = [f"missed {code}" for code in sorted(baseline.missed)]
    return "".join(f"{line}\n" for line in (*head, *lines, *missed))


def read_baseline(text: str, name: str) -> Baseline:
    """Parse the baseline file called `name`.

    Of several lines about one finding, as union merges leave them, the highest count holds; order, empty lines and
    comments are ignored. Raises UsageError, with the line, if the file is no baseline.
    """
    lines = text.removeprefix("\ufeff").splitlines()
    _refuse_other(lines, name)
    counts: dict[tuple[str, str, str], int] = {}
    missed: set[str] = set()
    for number, line in enumerate(lines, 1):
        if found := _KNOWN.match(line):
            fingerprint, count, code, document = found.groups()
            key = fingerprint, document, code
            counts[key] = max(counts.get(key, 0), int(count))
        elif found := _MISSED.match(line):
            missed.add(found[1])
        elif line.strip() and not line.startswith("#"):
            raise _no_entry(line, number, name)
    remarks = [line for line in lines if line.startswith("#")]
    known = tuple(Known(*key, count) for key, count in sorted(counts.items()))
    return Baseline(
        known, frozenset(missed), tuple(dict.fromkeys(_values_in_remarks(_MADE_FROM, remarks))), _fail_on(remarks)
    )


def _refuse_other(lines: list[str], name: str) -> None:
    header = next((found for line in lines if (found := _ANY_FIRST.match(line))), None)
    if header is None and not any(line.startswith(_CONFLICT) for line in lines):
        raise UsageError(f"{name} is not a baseline: it lacks the header line; write one with --update-baseline")
    if header is not None and header[1] != "1":
        raise UsageError(
            f"{name} is a baseline of format {header[1][:9]}, and this program reads format 1: update the program"
        )


def _no_entry(line: str, number: int, name: str) -> UsageError:
    if line.startswith(_CONFLICT):
        return UsageError(
            f"line {number} of {name} is a merge conflict marker: keep the entries of both sides, remove the markers, "
            "and --update-baseline drops repaired findings"
        )
    return UsageError(f"line {number} of {name} is not a baseline entry: {visible(line, _SHOWN)}")


def _values_in_remarks(pattern: re.Pattern[str], remarks: Iterable[str]) -> Iterator[str]:
    return (found[1] for line in remarks if (found := pattern.match(line)))


def _fail_on(remarks: list[str]) -> Severity | None:
    severities = set(_values_in_remarks(_FAIL_ON, remarks))
    return next((severity for severity in SEVERITIES if severity in severities), None)
