"""The text summary of `evidence`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from audit.report.summary import Line, Outcome
from audit.text.visible import visible


def evidence_summary(report: Mapping[str, Any], outcome: Outcome) -> Iterator[Line]:
    """Yield the lines of the summary."""
    named = f"{visible(report['name'])} {report['version']}" if report["name"] else "a release without a manifest"
    where = f"  evidence in {visible(outcome.target)}" if outcome.target else "  no evidence: it does not hold"
    yield [("bold", named), ("dim", where)]
    for problem in report["problems"]:
        yield [("red", "  ✗ "), ("", visible(problem))]
    width = max((len(file["name"]) for file in report["files"]), default=0)
    for file in report["files"]:
        yield [("bold", f"  {file['name']:{width}}"), ("", f"  {visible(file['what'])}")]
    for key in report["signed_by"]:
        yield [("dim", f"  signed with the key {key}")]
