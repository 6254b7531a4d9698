"""The verdict on a corpus, put into a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from audit.corpus.audited import Audited
from audit.finding import SEVERITIES, Severity, is_at_least
from audit.policy import as_plain
from audit.report.build import Tally, came_in, counted, head, plain_metrics, reasons_set_aside, rule_entry, worst
from audit.validate import ExpectationResult, Validation


def report_of(verb: str, found: Audited, tally: Tally, validations: Sequence[Validation]) -> dict[str, Any]:
    """Return the report of a run whose tables have all passed `tally`, without its verdict."""
    results = {r.asked.code: r for v in validations for r in v.results}
    rules = [_entry(found, tally, code, result) for code, result in sorted(results.items())]
    names = {rule.code: rule.name for rule in found.rules}
    return head(verb) | {
        "inputs": came_in(found.corpus.found, tally.bytes, found.corpus.extra),
        "ledger": dict(found.states),
        "set_aside": reasons_set_aside(tally, names),
        "languages": counted(found.measures["language"]),
        "encodings": counted(found.measures["encoding"]),
        "rules": rules,
        "findings": {s: sum(r["findings"] for r in rules if r["severity"] == s) for s in SEVERITIES},
        "leakage": list(found.copies.leakage),
        "before": found.copies.before,
        "worst": worst(tally, rules),
        "metrics": plain_metrics(found.metrics),
        "policy": as_plain(found.policy),
    }


def _entry(found: Audited, tally: Tally, code: str, result: ExpectationResult) -> dict[str, Any]:
    rule = next(r for r in found.rules if r.code == code)
    documents = found.broken.documents(code) if rule.scope == "document" else 0
    return rule_entry(rule, result, documents, tally.findings[code])


def missed(validations: Sequence[Validation]) -> list[str]:
    """Return a sentence for the expectations that are missed, if any."""
    codes = sorted(code for v in validations for code in v.missed)
    if not codes:
        return []
    return [f"{len(codes)} expectation{'' if len(codes) == 1 else 's'} on the corpus missed: {', '.join(codes)}"]


def grave(report: Mapping[str, Any], fail_on: Severity) -> list[str]:
    """Return a sentence for the findings at or above `fail_on`, if any."""
    counts = {s: n for s, n in report["findings"].items() if n and is_at_least(s, fail_on)}
    if not counts:
        return []
    said = ", ".join(f"{n:,} {s}" for s, n in counts.items())
    return [f"{said} finding{'' if sum(counts.values()) == 1 else 's'} at or above fail_on = {fail_on}"]


def with_verdict(
    report: dict[str, Any], reasons: Sequence[str], steps: Iterator[str], *, released: bool
) -> dict[str, Any]:
    """Return the report with its verdict: fail when there is a reason to."""
    verdict = "fail" if reasons else "pass"
    return report | {"verdict": verdict, "reasons": list(reasons), "released": released, "next": list(steps)}
