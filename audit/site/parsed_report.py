"""Report and manifest of an audit, parsed as untrusted input."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from audit.atomic import open_regular
from audit.errors import UsageError
from audit.machine import raise_machine_error
from audit.release.manifest import MANIFEST
from audit.release.read_manifest import read_manifest
from audit.rule import Rule
from audit.rulebook import RULES
from audit.text.visible import visible
from audit.untrusted import MalformedError, count, items, json_object, mapping, text

# Maximum bytes of a report; ten thousand waivers give two megabytes.
_LARGEST: Final = 32 << 20
_PLACES: Final = ("report.json", "audit/report.json")


@dataclass(frozen=True, slots=True)
class JudgedRule:
    """The outcome of a rule: failing documents and places; `met` says whether that was allowed."""

    rule: Rule
    severity: str
    documents: int
    findings: int
    met: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedReport:
    """The verdict on a corpus, and its name; `since` summarises the changes since the parent release."""

    called: str
    verdict: str
    reasons: tuple[str, ...]
    next: tuple[str, ...]
    found: int
    bytes: int
    keep: str
    rules: tuple[JudgedRule, ...]
    parent: str = ""
    since: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the verdict is pass."""
        return self.verdict == "pass"


def read_report(folder: Path) -> ParsedReport:
    """Parse the report in the folder of a release or a check.

    Raises UsageError if it is missing or invalid.
    """
    file = next((folder / place for place in _PLACES if (folder / place).exists()), None)
    if file is None:
        raise UsageError(
            f"{visible(str(folder))} contains no report.json: name a release, or a folder written by audit check --out"
        )
    try:
        with open_regular(file) as opened:
            return _parse_report(json_object(opened.read(_LARGEST + 1), _LARGEST), folder)
    except (OSError, MalformedError, KeyError) as error:
        raise_machine_error(error, file)
        raise UsageError(
            f"{visible(str(file))} is not a valid report ({visible(str(error), 200)}): create it again, or fetch it "
            "again"
        ) from error


def _parse_report(report: Mapping[str, Any], folder: Path) -> ParsedReport:
    """Return the content of a report, and of the manifest in `folder` if it is a release."""
    inputs, policy = mapping(report["inputs"]), mapping(report["policy"])
    known = {rule.code: rule for rule in RULES}
    entries = [mapping(entry) for entry in items(report["rules"])]
    # Rules of later versions have no page.
    judged = tuple(_judged(entry, known[entry["code"]]) for entry in entries if entry["code"] in known)
    named: dict[str, Any] = _of_release(folder) if (folder / MANIFEST).is_file() else {"called": "Corpus audit"}
    return ParsedReport(
        verdict=text(report["verdict"]),
        reasons=tuple(map(text, items(report["reasons"]))),
        next=tuple(map(text, items(report["next"]))),
        found=count(inputs["found"]),
        bytes=count(inputs["bytes"]),
        keep=text(mapping(policy["duplicates"])["keep"]),
        rules=judged,
        **named,
    )


def _judged(entry: Mapping[str, Any], rule: Rule) -> JudgedRule:
    severity = text(entry["severity"])
    return JudgedRule(rule, severity, count(entry["documents"]), count(entry["findings"]), entry["met"] is True)


def _of_release(folder: Path) -> dict[str, Any]:
    manifest = read_manifest(folder)
    changes = manifest.changes
    counts = () if changes is None else tuple(f"{number:,} {what}" for what, number in changes.counts.items() if number)
    return {
        "called": f"{manifest.name} {manifest.version}",
        "parent": str(manifest.parent.version) if manifest.parent else "",
        "since": () if changes is None else (*changes.reasons, *counts),
    }
