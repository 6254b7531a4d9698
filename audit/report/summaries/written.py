"""The text summaries of `evidence`, `report` and `split`: the files and pages written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from audit.report.summary import Line, Outcome, many, next_steps, release_named, row
from audit.text.visible import visible


def evidence_summary(report: Mapping[str, Any], outcome: Outcome) -> Iterator[Line]:
    """Yield the lines of the summary of `evidence`."""
    where = (
        f"  evidence in {visible(outcome.target)}"
        if outcome.target
        else ("  no evidence: the release failed verification")
    )
    yield [release_named(report), ("dim", where)]
    if report["yanked"]:
        yield [("yellow", "  ! "), ("", f"this version was yanked: {visible(report['yanked'])}")]
    for problem in report["problems"]:
        yield [("red", "  ✗ "), ("", visible(problem))]
    width = max((len(file["name"]) for file in report["files"]), default=0)
    for file in report["files"]:
        yield [("bold", f"  {file['name']:{width}}"), ("", f"  {visible(file['what'])}")]
    for key in report["signed_by"]:
        yield [("dim", f"  signed with the key {key}")]


def site_summary(report: Mapping[str, Any], outcome: Outcome) -> Iterator[Line]:
    """Yield the lines of the summary of `report`."""
    yield [("bold", visible(outcome.call))]
    yield []
    yield row("written", f"{report['pages']:,} pages in {visible(outcome.target or '')}")
    yield row("to open", f"{report['documents']:,} of {report['inputs']:,} inputs have pages; --documents N makes more")
    if "atlas" in report:
        yield row("atlas", visible(report["atlas"]))
    yield row("verdict", f"{visible(report['verdict'])} in the audit shown")
    yield from next_steps(outcome.next)


def split_summary(report: Mapping[str, Any], outcome: Outcome) -> Iterator[Line]:
    """Yield the lines of the summary of `split`."""
    yield [("bold", visible(outcome.call)), ("dim", f"  with {visible(outcome.policy)}")]
    yield []
    yield row("divided", f"{many(report['documents'], 'document')} in {many(report['clusters'], 'cluster')}")
    yield row("", f"the largest cluster has {many(report['largest_cluster'], 'document')}")
    for name, part in report["parts"].items():
        yield row("", f"{part['documents']:>7,} {name}  ({part['documents'] / report['documents']:.1%})")
    left = {state: count for state, count in report["ledger"].items() if count and state != "published"}
    if left:
        states = ", ".join(f"{state} {count:,}" for state, count in left.items())
        yield row("left out", f"{many(sum(left.values()), 'input')}: {states}")
    yield from next_steps(outcome.next)
