"""Markdown for a pull request comment or a job summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TextIO

from audit.release.card.markdown import code, plain, table
from audit.report.exchange.grouped import FormatLimits, Group, group_findings
from audit.report.exchange.output_findings import output_findings
from audit.report.failures import describe_miss, describe_remedy, missed_rules, unread_inputs
from audit.report.output_format import Findings, OutputFormat, Report

# GitHub comments may have 65,536 characters; a table row has at most 800.
SHOWN: Final = 50
LIMITS: Final = FormatLimits(single=SHOWN, groups=5_000, places=1)
_CELL: Final = 300
# Rows for one rule in one document (of SPN005: for one pair): 32 passages would leave no room for anything else.
_ROWS_ALIKE: Final = 3
_MARKS: Final = {"critical": "🔴", "warning": "🟡", "info": "🔵"}


def write(findings: Findings, report: Report, to: TextIO) -> None:
    """Write the verdict, the counts, what is missed or could not be read, and a table of the gravest findings."""
    found = group_findings(output_findings(findings, report), LIMITS)
    shown = _limit_groups(found.groups)[:SHOWN]
    facts = report.facts
    to.write(f"### corpus-audit: {facts['verdict']}\n\n")
    to.writelines(f"- {plain(reason)}\n" for reason in facts["reasons"])
    to.write(f"\n{_counts(facts)}\n")
    to.writelines(f"\n{line}\n" for line in (*_missed(facts), *_unread(facts)))
    if shown:
        names = {rule["code"]: rule["name"] for rule in facts["rules"]}
        rows = (_row(group, names) for group in shown)
        to.write(f"\n{table(('', 'rule', 'where', 'what'), rows)}\n")
    if more := found.total - sum(group.count for group in shown):
        to.write(f"\nand {more:,} more findings: `--format json` or `--out DIR` lists them all.\n")
    to.writelines(f"\n{line}\n" for line in _gate_lines(facts.get("gate")))
    to.flush()


def _limit_groups(groups: Iterable[Group]) -> list[Group]:
    """Return at most `_ROWS_ALIKE` groups for each rule and document; the last of them counts the others too."""
    alike: dict[tuple[str, str, bool], list[Group]] = {}
    for group in groups:
        kept = alike.setdefault((group.first.code, group.first.id, group.first.waiver is None), [])
        if len(kept) < _ROWS_ALIKE:
            kept.append(group)
        else:
            kept[-1].count += group.count
    return [group for kept in alike.values() for group in kept]


def _counts(facts: Mapping[str, Any]) -> str:
    ledger, found = facts["ledger"], facts["inputs"]["found"]
    counts = ", ".join(f"{count:,} {state}" for state, count in ledger.items() if count)
    return f"{found:,} inputs: {counts}."


def _missed(facts: Mapping[str, Any]) -> Iterator[str]:
    for rule in missed_rules(facts):
        yield f"{rule['code']} {rule['name']}: {code(describe_miss(rule))}; {describe_remedy(rule, code)}."


def _unread(facts: Mapping[str, Any]) -> Iterator[str]:
    """Yield the first input of each quarantine code, what it lacks, and what to do next."""
    for why in unread_inputs(facts)[:SHOWN]:
        yield f"{why['inputs']:,} not read ({why['code']}): {code(why['detail'])}"


def _row(group: Group, names: Mapping[str, str]) -> tuple[str, ...]:
    first = group.first
    waived = f"; {plain(first.waiver)}" if first.waiver else ""
    mark = "⚪" if first.waiver else _MARKS[first.severity]
    rule = f"{first.code} {names.get(first.code, '')}".strip()
    return mark, rule, code(first.place), f"{code(first.message[:_CELL])}{group.more}{waived}"


def _gate_lines(gate: Mapping[str, Any] | None) -> Iterator[str]:
    if gate is None:
        return
    if gate["baseline"] is not None:
        new = sum(gate["new"].values())
        yield (
            f"Baseline {code(gate['baseline'])}: {gate['known']:,} known, {new:,} new, "
            f"{gate['repaired_count']:,} repaired."
        )
    if gate["waivers"]:
        listed = gate["waivers"][:SHOWN]
        states = ", ".join(f"{code(each['rule'])} for {code(each['document'])}: {each['state']}" for each in listed)
        yield f"Waivers ({gate['waived']:,} findings): {states}."


MARKDOWN: Final = OutputFormat("markdown", ".md", write)
