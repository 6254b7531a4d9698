"""GitHub Actions annotations: workflow commands on standard output."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final, TextIO

from audit.finding import Severity
from audit.ledger import NO_DOCUMENTS
from audit.report.exchange.grouped import FormatLimits, Group, GroupedFindings, group_findings
from audit.report.exchange.output_findings import output_findings
from audit.report.failures import describe_miss, describe_remedy, fix_of, missed_alone, unread_inputs
from audit.report.output_format import Findings, OutputFormat, Report
from audit.text.visible import visible

# GitHub shows ten annotations per level and step, and fifty per file or job.
# https://docs.github.com/en/rest/checks/runs#update-a-check-run
SHOWN: Final = 10
LIMITS: Final = FormatLimits(single=SHOWN, groups=5_000, places=1)
# Of these at most so many are about the corpus, before those about files.
_OF_CORPUS: Final = 4
_LEVELS: Final[dict[Severity, str]] = {"critical": "error", "warning": "warning", "info": "notice"}


def write(findings: Findings, report: Report, to: TextIO) -> None:
    """Write an annotation per line, then, as text, what is not shown and the verdict."""
    found = group_findings(output_findings(findings, report), LIMITS)
    of_corpus = [*_missed(report), *_unread(report)]
    to.writelines(f"{line}\n" for _, line in of_corpus)
    for severity, groups in groupby(found.groups, key=lambda group: group.first.severity):
        listed = list(groups)
        room = SHOWN - sum(level == _LEVELS[severity] for level, _ in of_corpus)
        to.writelines(_annotation(group) + "\n" for group in (listed if len(listed) <= room else listed[: room - 1]))
        if len(listed) > room:
            rest = sum(group.count for group in listed[room - 1 :])
            to.write(f"::{_LEVELS[severity]} title=corpus-audit::and {rest:,} more findings of this severity\n")
    to.write(f"{_verdict(report, found)}\n")
    to.flush()


def _annotation(group: Group) -> str:
    first = group.first
    properties: dict[str, object] = {"file": visible(first.path), "line": first.line or 1}
    if first.column is not None:
        properties |= {"col": first.column, "endLine": first.end_line, "endColumn": first.end_column}
    properties["title"] = f"{first.code}{', waived' if first.waiver else ''}"
    level = "notice" if first.waiver else _LEVELS[first.severity]
    waiver = f" [{first.waiver}]" if first.waiver else ""
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{level} {written}::{_data(first.message + group.more + waiver)}"


def _missed(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the level and the annotation of each failure that no annotated finding stands for."""
    for rule in missed_alone(report.facts)[:_OF_CORPUS]:
        title = _property(f"{rule['code']} {rule['name']}")
        said = f"{describe_miss(rule)}; {describe_remedy(rule)}. {fix_of(rule['code'])}"
        yield "error", f"::error title={title}::{_data(visible(said))}"


def _unread(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the level and the annotation of the first input of each reason why inputs could not be read."""
    missing = [why for why in unread_inputs(report.facts) if why["code"] not in NO_DOCUMENTS]
    for why in missing[:_OF_CORPUS]:
        title = _property(f"{why['inputs']:,} not read ({why['code']})")
        yield "warning", f"::warning title={title}::{_data(visible(why['detail']))}"


def _verdict(report: Report, found: GroupedFindings) -> str:
    reasons = "".join(f"; {reason}" for reason in report.facts["reasons"])
    return visible(f"corpus-audit: {report.facts['verdict']}{reasons}{f'; {found.omission}' if found.omission else ''}")


def _data(text: str) -> str:
    """Escape a text as the value of a workflow command.

    https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


GITHUB: Final = OutputFormat("github", ".github.txt", write)
