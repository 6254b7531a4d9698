"""The verdict on a corpus, as part of a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from audit.corpus.comparison.copy_preference import unknown_sources
from audit.corpus.corpus_audit import CorpusAudit
from audit.finding import SEVERITIES, Severity, is_at_least
from audit.measure.duplication.set_aside import copies_set_aside
from audit.policy import as_plain
from audit.report.build import Tally, came_in, counted, head, plain_metrics, reasons_set_aside, rule_entry, worst
from audit.report.failures import missed_rules, packages_missing
from audit.report.summary import in_shell
from audit.rulebook import RULES
from audit.rulebook.active import matches
from audit.validate.verdict import ExpectationResult, Validation

# Up to this many rules are suggested for adjustment; beyond it the policy needs a review.
_FEW_RULES: Final = 3


def report_of(verb: str, found: CorpusAudit, tally: Tally, validations: Sequence[Validation]) -> dict[str, Any]:
    """Return the report of a run, without its verdict; all tables have been counted by `tally`."""
    results = {r.asked.code: r for v in validations for r in v.results}
    rules = [_entry(found, tally, code, result) for code, result in sorted(results.items())]
    names = {rule.code: rule.name for rule in found.rules}
    return head(verb) | {
        "inputs": came_in(found.corpus.found, tally, found.corpus.extra),
        "ledger": dict(found.states),
        "set_aside": reasons_set_aside(tally, names),
        "copies": copies_set_aside(found.measures) | _unknown_sources(found),
        "languages": counted(found.measures["language"]),
        "encodings": counted(found.measures["encoding"]),
        "rules": rules,
        "findings": {s: sum(r["findings"] for r in rules if r["severity"] == s) for s in SEVERITIES},
        "leakage": list(found.copies.leakage),
        "benchmarks": list(found.benchmarks),
        "before": found.copies.before,
        "worst": worst(tally, rules),
        "metrics": plain_metrics(found.metrics),
        "policy": as_plain(found.policy),
    }


def _unknown_sources(found: CorpusAudit) -> dict[str, Any]:
    unknown = unknown_sources(found.measures, found.policy.duplicates.sources)
    return {"unknown_sources": unknown} if unknown else {}


def _entry(found: CorpusAudit, tally: Tally, code: str, result: ExpectationResult) -> dict[str, Any]:
    rule = next(r for r in found.rules if r.code == code)
    documents = found.broken.documents(code) if rule.scope == "document" else 0
    value = None if rule.scope == "document" else found.metrics[rule.expectation.column][0].as_py()
    return rule_entry(rule, result, documents, tally.findings[code], value)


def missed_expectations(validations: Sequence[Validation]) -> list[str]:
    """Return a sentence about the missed expectations, if any."""
    return missed_sentence(sorted(code for v in validations for code in v.missed))


def missed_sentence(codes: Sequence[str]) -> list[str]:
    """Return a sentence about the missed expectations with these codes, if any."""
    if not codes:
        return []
    return [f"{len(codes)} corpus-wide expectation{'' if len(codes) == 1 else 's'} missed: {', '.join(codes)}"]


def nothing_to_release(found: CorpusAudit) -> list[str]:
    """Return a sentence if no document is left to release."""
    return [] if found.states["published"] else ["no document is left to release"]


def much_set_aside(found: CorpusAudit, otherwise: float | None = None) -> list[str]:
    """Return a sentence if the share of inputs set aside exceeds max_set_aside (but some are left).

    `otherwise` is the limit if the policy sets none.
    """
    published, stated = found.states["published"], found.policy.max_set_aside
    came = found.corpus.found - found.corpus.no_documents
    limit = otherwise if stated is None else stated
    if limit is None or not published or came - published <= limit * came:
        return []
    return [f"{came - published:,} of {came:,} inputs were set aside, more than max_set_aside = {limit:g}"]


def severe_findings(report: Mapping[str, Any], fail_on: Severity, word: str = "") -> list[str]:
    """Return a sentence about the findings at or above `fail_on`, if any; `word` qualifies them."""
    counts = {s: n for s, n in report["findings"].items() if n and is_at_least(s, fail_on)}
    if not counts:
        return []
    numbers = ", ".join(f"{n:,} {word}{s}" for s, n in counts.items())
    return [f"{numbers} finding{'' if sum(counts.values()) == 1 else 's'} at or above fail_on = {fail_on}"]


def steps_below(report: Mapping[str, Any], fail_on: Severity) -> Iterator[str]:
    """Yield the settings that would let non-critical findings of a few rules pass; none for what a gate accepts."""
    shown = {each["code"] for each in report["worst"]}
    names = [
        rule["name"]
        for rule in report["rules"]
        if rule["code"] in shown and rule["severity"] != "critical" and is_at_least(rule["severity"], fail_on)
    ]
    milder = next(iter(SEVERITIES[SEVERITIES.index(fail_on) + 1 :]), None)
    if milder and 0 < len(names) <= _FEW_RULES:
        flags = " ".join(f"--severity {name}={milder}" for name in names)
        yield f"run the same command with {flags} to let them pass"


def step_aside(report: Mapping[str, Any]) -> Iterator[str]:
    """Yield the setting that leaves out the documents that break the missed rules, where a policy may set them aside.

    It does not for rules that every document breaks, that set them aside already, or whose documents the policy keeps.
    """
    missed = {rule["code"]: rule for rule in missed_rules(report) if rule["scope"] == "document"}
    told = [*report["policy"]["release"]["exclude"], *report["policy"]["release"]["flag"]]
    able = [
        rule.name
        for rule in RULES
        if rule.code in missed
        and rule.effect.aside
        and missed[rule.code]["severity"] != "critical"
        and missed[rule.code]["failed"] < missed[rule.code]["of"]
        and not matches(rule, told)
    ]
    if 0 < len(able) == len(missed) <= _FEW_RULES:
        flags = " ".join(f"--exclude {name}" for name in able)
        yield f"run the same command with {flags} to leave out the documents that break {'them' if able[1:] else 'it'}"


def with_verdict(
    report: dict[str, Any], reasons: Sequence[str], steps: Iterator[str], *, released: bool
) -> dict[str, Any]:
    """Return the report with its verdict: fail if there are reasons."""
    verdict, following = "fail" if reasons else "pass", [*packages_missing(report), *steps]
    return report | {"verdict": verdict, "reasons": list(reasons), "released": released, "next": following}


def with_pages_step(report: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Return the report with the step to look at the tables in `folder`, which the file written there does not name."""
    step = f"audit report {in_shell(str(folder))} --out DIR  # pages to look at, offline"
    return report | {"next": [*report["next"][:1], step, *report["next"][1:]]}
