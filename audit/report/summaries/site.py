"""The text summary of `report`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from audit.report.summary import Line, Outcome, row
from audit.text.visible import visible


def site_summary(report: Mapping[str, Any], outcome: Outcome) -> Iterator[Line]:
    """Yield the lines of the summary."""
    yield [("bold", visible(outcome.call))]
    yield []
    yield row("written", f"{report['pages']:,} pages in {visible(outcome.target or '')}")
    yield row("to open", f"{report['documents']:,} of {report['inputs']:,} inputs; --documents N opens more")
    if "atlas" in report:
        yield row("atlas", visible(report["atlas"]))
    yield row("verdict", f"{visible(report['verdict'])} says the audit that it shows")
    for step in outcome.next:
        yield row("next", visible(step))
