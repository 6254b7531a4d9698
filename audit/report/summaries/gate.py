"""Summary lines about the gate: known, new, repaired and waived findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby, islice
from typing import Any, Final

from audit.report.exchange.output_findings import OutputFinding, output_findings
from audit.report.output_format import Findings, Report
from audit.report.summary import STYLES, Line, row
from audit.text.visible import visible

# Entries shown of each, a screenful; the other formats have more.
SHOWN: Final = 20
MESSAGE_CHARS: Final = 160
_WAIVER_STYLES: Final = {"used": "dim", "unused": "yellow", "expired": "bold red"}


def gate_lines(findings: Findings, report: Report) -> Iterator[Line]:
    """Yield the lines about a check's gate; none without a gate."""
    gate = report.facts.get("gate")
    if gate is None or (gate["baseline"] is None and not gate["waivers"]):
        return
    yield []
    if gate["baseline"] is not None:
        yield from _baseline(gate)
        # Several places on one line form one entry here.
        same = groupby(
            output_findings(findings, report), lambda each: (each.code, each.place, each.message, each.waiver)
        )
        entries = ((next(group), 1 + sum(1 for _ in group)) for _, group in same)
        yield from _entries(list(islice(entries, SHOWN + 1)), sum(gate["new"].values()))
        yield from _repaired(gate)
    for waiver in gate["waivers"]:
        style = _WAIVER_STYLES[waiver["state"]]
        waived_rule = f"{waiver['rule']} for {waiver['document']}, {waiver['owner']}"
        why = visible(f" {waived_rule}, until {waiver['expires']}: {waiver['reason']}")
        yield [*row("waiver", waiver["state"], style), ("", why)]
    if gate["waivers"]:
        waived = "1 finding is" if gate["waived"] == 1 else f"{gate['waived']:,} findings are"
        yield row("", f"{waived} waived, on {gate['today']}", "dim")


def _baseline(gate: Mapping[str, Any]) -> Iterator[Line]:
    new = sum(gate["new"].values())
    counts = f"{gate['known']:,} known, {new:,} new, {gate['repaired_count']:,} repaired"
    written = f"; {gate['written']}" if gate["written"] else ""
    yield row("baseline", f"{visible(gate['baseline'])}{written}: {counts}")
    if gate["new_below"]:
        yield row("", f"{gate['new_below']:,} findings below fail_on are not in the baseline", "dim")


def _entries(found: list[tuple[OutputFinding, int]], new: int) -> Iterator[Line]:
    labels = ["waived" if each.waiver else "new" if each.is_new else "noted" for each, _ in found]
    for number, (each, times) in enumerate(found[:SHOWN]):
        label = "" if number and labels[number] == labels[number - 1] else labels[number]
        often = [("dim", f" in {times:,} places")] if times > 1 else []
        rule = row(label, f"{each.severity:9}{each.code} ", STYLES[each.severity])
        yield [*rule, ("bold", each.place), *often]
        yield row("", f"{'':9}{visible(each.message, MESSAGE_CHARS)}")
        if each.waiver:
            yield row("", f"{'':9}{each.waiver}", "dim")
    if len(found) > SHOWN:
        yield row("", f"… of {new:,} new findings: --format jsonl lists them all", "dim")


def _repaired(gate: Mapping[str, Any]) -> Iterator[Line]:
    for number, known in enumerate(gate["repaired"][:SHOWN]):
        times = f" ({known['times']:,} times)" if known["times"] > 1 else ""
        label = "" if number else "repaired"
        yield [*row(label, f"{known['code']} ", "green"), ("", f"{visible(known['document'])}{times}")]
    if len(gate["repaired"]) > SHOWN:
        yield row("", f"… {gate['repaired_count']:,} in all", "dim")
