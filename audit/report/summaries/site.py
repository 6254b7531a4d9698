"""The summary of a report that was written as pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from audit.report.summary import LABEL_CHARS, Line, Outcome
from audit.text.visible import visible


def site_summary(report: Mapping[str, Any], outcome: Outcome) -> Iterator[Line]:
    """Yield the lines of the summary of a `report`."""
    yield [("bold", visible(outcome.call))]
    yield []
    yield _row("written", f"{report['pages']:,} pages in {visible(outcome.target or '')}")
    yield _row("to open", f"{report['documents']:,} of {report['inputs']:,} inputs; --documents N opens more")
    if "atlas" in report:
        yield _row("atlas", visible(report["atlas"]))
    yield _row("verdict", f"{visible(report['verdict'])} says the audit that it shows")
    for step in outcome.next:
        yield _row("next", visible(step))


def _row(label: str, text: str) -> Line:
    return [("bold", f"{label:{LABEL_CHARS}}"), ("", text)]
