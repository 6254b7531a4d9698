"""Markdown for a pull request comment or a job summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final, TextIO

from audit.finding import is_at_least
from audit.release.card.markdown import code, plain, table
from audit.report.exchange.grouped import FormatLimits, Group, group_findings
from audit.report.exchange.output_findings import output_findings
from audit.report.failures import describe_miss, describe_remedy, fix_of, let_through, missed_rules, unread_inputs
from audit.report.output_format import Findings, OutputFormat, Report

# GitHub comments may have 65,536 characters; a table row has at most 800.
SHOWN: Final = 50
LIMITS: Final = FormatLimits(single=SHOWN, groups=5_000, places=1)
_CELL: Final = 300
# Rows for one rule in one document (of SPN005: for one pair): 32 passages would leave no room for anything else.
_ROWS_ALIKE: Final = 3
# Rules of which is said what to do; so much fits on a screen.
_STEPS: Final = 5
_MARKS: Final = {"critical": "🔴", "warning": "🟡", "info": "🔵"}


def write(findings: Findings, report: Report, to: TextIO) -> None:
    """Write the verdict, what to do, the counts, what is missed or could not be read, and the gravest findings."""
    found = group_findings(output_findings(findings, report), LIMITS)
    shown = _limit_groups(found.groups)[:SHOWN]
    facts = report.facts
    names = {rule["code"]: rule["name"] for rule in facts["rules"]}
    to.write(f"### audit {facts['verb']}: {facts['verdict']}\n\n")
    to.writelines(f"- {plain(reason)}\n" for reason in facts["reasons"])
    steps = list(islice(_steps(found.groups, facts), _STEPS))
    if steps:
        to.write("\nWhat to do:\n\n")
        to.writelines(f"- {_named(code, names)}{where}: {plain(what)}\n" for code, where, what in steps)
    to.write(f"\n{_counts(facts)}\n\n{_policy(report)}\n")
    to.writelines(f"\nLet through: {plain(sentence)}.\n" for sentence in let_through(facts))
    to.writelines(f"\n{line}\n" for line in (*_missed(facts), *_unread(facts)))
    if shown:
        rows = (_row(group, names) for group in shown)
        to.write(f"\n{table(('', 'rule', 'where', 'what'), rows)}\n")
    if more := found.total - sum(group.count for group in shown):
        to.write(f"\nand {more:,} more findings: `--format json` or `--out DIR` lists them all.\n")
    to.writelines(f"\n{line}\n" for line in _gate_lines(facts.get("gate")))
    to.flush()


def _steps(groups: Iterable[Group], facts: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield code, place and remedy for the first of what fails the check of each rule."""
    least, told = facts["policy"]["fail_on"], set()
    for first in (group.first for group in groups if facts["verb"] == "check"):
        fails = first.waiver is None and is_at_least(first.severity, least)
        if fails and first.code not in told and (fix := fix_of(first.code)):
            told.add(first.code)
            yield first.code, f", first in {code(first.place)}", fix
    for rule in missed_rules(facts):
        if rule["code"] not in told:
            yield rule["code"], "", fix_of(rule["code"])


def _named(code: str, names: Mapping[str, str]) -> str:
    return f"{code} {names.get(code, '')}".strip()


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


def _policy(report: Report) -> str:
    """Return whose policy it was, and the rules that it leaves out: a change may bring a policy that lets it pass."""
    policy = report.facts["policy"]
    selected = [] if "ALL" in policy["select"] else [f"only the rules {', '.join(map(code, policy['select']))}"]
    ignored = [f"without the rules {', '.join(map(code, policy['ignore']))}"] if policy["ignore"] else []
    return "; ".join([f"Judged by {code(report.outcome.policy)}", *selected, *ignored]) + "."


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
    return mark, _named(first.code, names), code(first.place), f"{code(first.message[:_CELL])}{group.more}{waived}"


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
        yield f"Waivers ({gate['waived']:,} {'finding' if gate['waived'] == 1 else 'findings'}): {states}."


MARKDOWN: Final = OutputFormat("markdown", ".md", write)
