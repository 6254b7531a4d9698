"""New and resolved findings, matched by their run-independent fingerprints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from audit.differences.snapshot import StoredTable

_COLUMNS: Final = ("fingerprint", "code", "severity", "id", "message")
_ORDER: Final = {"critical": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class RuleChange:
    """The numbers of a rule's findings that are new, resolved and kept."""

    code: str
    severity: str
    new: int
    resolved: int
    kept: int


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding shown as an example."""

    code: str
    severity: str
    id: str
    message: str


@dataclass(frozen=True, slots=True)
class FindingChanges:
    """Changes of findings; repeated fingerprints are counted with multiplicity."""

    new: int
    resolved: int
    kept: int
    rules: tuple[RuleChange, ...]
    examples_new: tuple[Fault, ...]
    examples_resolved: tuple[Fault, ...]


def finding_changes(old: StoredTable, new: StoredTable, most: int) -> FindingChanges:
    """Return the changes between two tables of findings, with at most `most` examples of each kind."""
    a, b = _counted(old), _counted(new)
    both = a.join(b, on="fingerprint", how="full", coalesce=True, suffix="_new")
    both = both.with_columns(pl.col("rows", "rows_new").fill_null(0)).with_columns(
        code=pl.coalesce("code_new", "code"),
        severity=pl.coalesce("severity_new", "severity"),
        kept=pl.min_horizontal("rows", "rows_new"),
    )
    both = both.with_columns(came=pl.col("rows_new") - pl.col("kept"), went=pl.col("rows") - pl.col("kept"))
    # A rule whose severity the policy changed is one rule, under its new severity.
    rules = both.group_by("code").agg(
        pl.col("severity").sort_by(pl.col("severity").replace_strict(_ORDER, default=3)).first(),
        pl.col("came", "went", "kept").sum(),
    )
    rules = rules.filter(pl.col("came") + pl.col("went") > 0).sort("code")
    return FindingChanges(
        int(both["came"].sum()),
        int(both["went"].sum()),
        int(both["kept"].sum()),
        tuple(RuleChange(*row) for row in rules.select("code", "severity", "came", "went", "kept").iter_rows()),
        _examples(new, both.filter(pl.col("came") > 0), ("row_new", "severity"), most),
        _examples(old, both.filter(pl.col("went") > 0), ("row", "severity"), most),
    )


def _counted(findings: StoredTable) -> pl.DataFrame:
    """Return a row per fingerprint: its count, rule, and first row."""
    frames = [pl.DataFrame(batch) for _, batch in findings.batches(("fingerprint", "code", "severity"))]
    empty = pl.DataFrame(schema=dict.fromkeys(("fingerprint", "code", "severity"), pl.String))
    rows = pl.concat(frames or [empty]).with_row_index("row")
    return rows.group_by("fingerprint").agg(
        pl.len().cast(pl.Int64).alias("rows"), pl.col("row").min(), pl.col("code", "severity").first()
    )


def _examples(findings: StoredTable, chosen: pl.DataFrame, by: Sequence[str], most: int) -> tuple[Fault, ...]:
    row, severity = by
    ordered = chosen.sort(pl.col(severity).replace_strict(_ORDER, default=3), row).head(most)
    found = findings.rows(ordered[row].to_list(), _COLUMNS)
    return tuple(Fault(*(str(each[name]) for name in ("code", "severity", "id", "message"))) for each in found)
