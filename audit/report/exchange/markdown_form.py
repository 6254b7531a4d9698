"""Markdown: the comment on a pull request, or the summary of a job."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, TextIO

from audit.report.exchange.gathered import Group, Limits, gathered
from audit.report.exchange.told import told
from audit.report.form import Findings, Form, Report
from audit.text.visible import visible

# A comment of GitHub may have 65,536 characters; a row of the table has 800 at most.
SHOWN: Final = 50
LIMITS: Final = Limits(single=SHOWN, groups=5_000, places=1)
_CELL: Final = 160
_MARKS: Final = {"critical": "🔴", "warning": "🟡", "info": "🔵"}


def write(findings: Findings, report: Report, to: TextIO) -> None:
    """Write the verdict, the counts, and a table of the gravest findings."""
    found = gathered(told(findings, report), LIMITS)
    facts = report.facts
    to.write(f"### corpus-audit: {facts['verdict']}\n\n")
    to.writelines(f"- {_text(reason)}\n" for reason in facts["reasons"])
    to.write(f"\n{_counted(facts)}\n")
    if found.groups:
        to.write("\n| | rule | where | what |\n|---|---|---|---|\n")
        names = {rule["code"]: rule["name"] for rule in facts["rules"]}
        to.writelines(_row(group, names) for group in found.groups[:SHOWN])
    shown = sum(group.count for group in found.groups[:SHOWN])
    if found.total > shown:
        to.write(f"\nand {found.total - shown:,} findings more: `--format json` or `--out DIR` has them all.\n")
    to.writelines(f"\n{line}\n" for line in _gate_lines(facts.get("gate")))
    to.flush()


def _counted(facts: Mapping[str, Any]) -> str:
    ledger, found = facts["ledger"], facts["inputs"]["found"]
    said = ", ".join(f"{count:,} {state}" for state, count in ledger.items() if count)
    return f"{found:,} inputs: {said}."


def _row(group: Group, names: Mapping[str, str]) -> str:
    first = group.first
    more = f" (and {group.count - 1:,} more in this file)" if group.count > 1 else ""
    waived = f" — {first.waiver}" if first.waiver else ""
    rule = f"{first.code} {names.get(first.code, '')}".strip()
    mark = "⚪" if first.waiver else _MARKS[first.severity]
    what = _code(first.message[:_CELL] + ("…" if len(first.message) > _CELL else ""))
    return f"| {mark} | {rule} | {_code(first.place[-_CELL:])} | {what}{more}{_text(waived)} |\n"


def _gate_lines(gate: Mapping[str, Any] | None) -> Iterator[str]:
    if gate is None:
        return
    if gate["baseline"] is not None:
        new = sum(gate["new"].values())
        yield (
            f"Baseline {_code(gate['baseline'])}: {gate['known']:,} known, {new:,} new, "
            f"{gate['repaired_count']:,} repaired."
        )
    if gate["waivers"]:
        listed = gate["waivers"][:SHOWN]
        states = ", ".join(f"{_code(each['rule'])} for {_code(each['document'])}: {each['state']}" for each in listed)
        yield f"Waivers ({gate['waived']:,} findings): {states}."


def _text(text: str) -> str:
    """Return a text of our own and of a policy's as Markdown that shows it and means nothing."""
    return "".join(char if char.isalnum() or char in " .,;()=—" else f"&#{ord(char)};" for char in visible(text))


def _code(text: str) -> str:
    """Return a text as code: no mention and no link is looked for in it, and no mark of Markdown is left in it."""
    return f"<code>{_text(text)}</code>" if text else ""


MARKDOWN: Final = Form("markdown", ".md", write)
