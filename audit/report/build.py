"""The report: a plain mapping of all decisions of a run, deterministic for equal input."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from audit.finding import SEVERITIES
from audit.ledger import State
from audit.policy import SETTINGS
from audit.read.remarks import LACKING, unused_in
from audit.rule import Rule
from audit.rulebook.allowed import allowed
from audit.tables import SCHEMA_VERSION
from audit.tables.extra import Extra
from audit.text.secret import without_secrets
from audit.text.tables import tables_digest
from audit.validate.verdict import ExpectationResult
from audit.version import VERSION

WORST: Final = 5
SHARE_DECIMALS: Final = 6
QUARANTINED: Final[State] = "quarantined"
# Decimals of a suggested setting, rounded so that the corpus passes.
_STEPS: Final = 10_000
# Columns named that nothing uses.
_MOST_UNUSED: Final = 20
# Metrics that inputs fail which were not read: no setting mends these.
_UNREAD: Final = frozenset(
    {"abandoned_share", "containers_broken_off", "containers_without_documents", "documents", "quarantined_share"}
)


@dataclass(slots=True)
class Tally:
    """Counts by state, reason and rule, collected while the tables are written."""

    states: Counter[str] = field(default_factory=Counter)
    why: Counter[tuple[str, str]] = field(default_factory=Counter)
    details: dict[str, str] = field(default_factory=dict)
    bytes: int = 0
    findings: Counter[str] = field(default_factory=Counter)
    first: dict[str, dict[str, Any]] = field(default_factory=dict)
    contents: int = 0
    lacking: Counter[str] = field(default_factory=Counter)
    unused: Counter[str] = field(default_factory=Counter)
    unnamed: int = 0

    def count_ledger(self, tables: Iterable[pa.Table]) -> Iterable[pa.Table]:
        """Count ledger rows as they pass."""
        for table in tables:
            self.contents += sum(int(digest, 16) for digest in table["sha256"].drop_null().to_pylist())
            self.bytes += pc.sum(table["bytes"]).as_py() or 0
            columns = (table[name].to_pylist() for name in ("state", "code", "id", "detail"))
            for state, code, id, detail in zip(*columns, strict=True):
                self.states[state] += 1
                if code:
                    self.why[state, code] += 1
                if state == QUARANTINED and code not in self.details:
                    self.details[code] = f"{id}: {detail}"
                if not code and detail:
                    self.lacking.update(LACKING.findall(detail) if " at '" in detail else ())
                    names, unnamed = unused_in(detail)
                    self.unused.update(names)
                    self.unnamed = max(self.unnamed, unnamed)
            yield table

    @property
    def digest(self) -> str:
        """Return the hexadecimal SHA-256 over all inputs' contents, independent of names, files and order."""
        return sha256(str(self.contents).encode("ascii")).hexdigest()

    def count_findings(self, tables: Iterable[pa.Table]) -> Iterable[pa.Table]:
        """Count findings as they pass, keeping the first of each rule, preferably one with a place."""
        for table in tables:
            for counted in table["code"].value_counts().to_pylist():
                self.findings[counted["values"]] += counted["counts"]
            self._keep(table)
            yield table

    def _keep(self, table: pa.Table) -> None:
        for row, code in enumerate(table["code"].to_pylist()):
            if code not in self.first or (
                self.first[code]["start"] is None and table["start"][row].as_py() is not None
            ):
                self.first[code] = {name: table[name][row].as_py() for name in table.column_names}


def worst(tally: Tally, rules: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the first finding of each of the worst rules: by severity, then documents, then code."""
    broken = [r for r in rules if r["code"] in tally.first]
    broken.sort(key=lambda r: (SEVERITIES.index(r["severity"]), -r["documents"], r["code"]))
    return [_masked(tally.first[r["code"]]) for r in broken[:WORST]]


def _masked(finding: Mapping[str, Any]) -> dict[str, Any]:
    """Return a finding for display, with secrets in its evidence masked."""
    return {**finding, "evidence": finding["evidence"] and without_secrets(finding["evidence"])}


def rule_entry(
    rule: Rule, result: ExpectationResult, documents: int, findings: int, value: float | None
) -> dict[str, Any]:
    """Return the report's entry of a rule: `failed` of `of` judged rows, where `allowed` might.

    `documents` and `findings` count all inputs; `value` is the metric judged by a corpus rule.
    """
    expectation = rule.expectation
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "scope": rule.scope,
        "type": expectation.type,
        "column": expectation.column,
        "kwargs": dict(sorted(expectation.kwargs.items())),
        "mostly": expectation.mostly,
        "failed": result.failed,
        "of": result.considered,
        "allowed": allowed(result.asked.expectation.mostly, result.considered),
        "met": result.success,
        "value": None if value is None else round(value, SHARE_DECIMALS),
        "remedy": None if result.success else _remedy(rule, result.failed, result.considered, value),
        "documents": documents,
        "findings": findings,
    }


def head(verb: str) -> dict[str, Any]:
    """Return the head of a report: program version, and the digest of the model tables."""
    tool = {"name": "corpus-audit", "version": VERSION, "tables": tables_digest()}
    return {"schema_version": SCHEMA_VERSION, "tool": tool, "verb": verb}


def reasons_set_aside(tally: Tally, names: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the number of inputs set aside per reason, descending; also why the first could not be read."""
    entries = [
        {"state": state, "code": code, "name": names.get(code, code), "inputs": count}
        | {"detail": without_secrets(tally.details[code]) if state == QUARANTINED else None}
        for (state, code), count in tally.why.items()
    ]
    return sorted(entries, key=lambda e: (e["state"], -e["inputs"], e["code"]))


def came_in(found: int, tally: Tally, extra: Iterable[Extra]) -> dict[str, Any]:
    """Return the report's entry of the inputs: number, bytes and, if any, extra columns, fields and columns unused."""
    columns = [each.column for each in extra]
    brought = [{"name": each.name, "type": each.type, "meaning": each.meaning} for each in columns]
    unused = dict(sorted(tally.unused.items(), key=lambda item: (-item[1], item[0]))[:_MOST_UNUSED])
    further = len(tally.unused) - len(unused) + tally.unnamed
    lacking = dict(sorted(tally.lacking.items()))
    beside = {"extra": brought, "lacking": lacking, "unused": unused, "unused_further": further}
    return {"found": found, "bytes": tally.bytes, **{name: value for name, value in beside.items() if value}}


def counted(column: pa.ChunkedArray) -> dict[str, int]:
    """Return the count of each value, descending, then by value."""
    pairs = [(c["values"], c["counts"]) for c in column.value_counts().to_pylist()]
    return dict(sorted(pairs, key=lambda p: (-p[1], p[0])))


def plain_metrics(metrics: pa.Table) -> dict[str, Any]:
    """Return the row of metrics, with shares rounded to be equal on every platform."""
    row = metrics.to_pylist()[0]
    return {k: round(v, SHARE_DECIMALS) if isinstance(v, float) else v for k, v in row.items()}


def _remedy(rule: Rule, failed: int, of: int, value: float | None) -> str | None:
    """Return the flag and the line of audit.toml with which this corpus would meet the rule.

    `failed` of `of` documents break it; for a corpus rule `value` is the metric.
    None where inputs that were not read are the cause.
    """
    if rule.expectation.column in _UNREAD:
        return None
    if rule.scope == "document":
        return _mostly(rule, math.floor((of - failed) / of * _STEPS) / _STEPS)
    if rule.limit and value is not None:
        share = min(1.0, math.ceil(round(value * _STEPS, 6)) / _STEPS)
        flag = next(each.flag for each in SETTINGS if each.section == "limits" and each.key == rule.limit)
        return f"{flag} {share:g}, or {rule.limit} = {share:g} under [limits]"
    return _mostly(rule, 0)


def _mostly(rule: Rule, share: float) -> str:
    return f"--mostly {rule.name}={share:g}, or mostly = {share:g} under [rules.{rule.name}]"
