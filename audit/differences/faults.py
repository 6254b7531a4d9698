"""Which findings are new and which are resolved: told by their fingerprints, which know no place in a run."""

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
    """The findings of one rule that came, went and stayed."""

    code: str
    severity: str
    new: int
    resolved: int
    kept: int


@dataclass(frozen=True, slots=True)
class Fault:
    """One finding, as an example."""

    code: str
    severity: str
    id: str
    message: str


@dataclass(frozen=True, slots=True)
class FindingChanges:
    """What became of the findings; of a fingerprint that stands several times so many are new, resolved and kept."""

    new: int
    resolved: int
    kept: int
    rules: tuple[RuleChange, ...]
    examples_new: tuple[Fault, ...]
    examples_resolved: tuple[Fault, ...]


def finding_changes(old: StoredTable, new: StoredTable, most: int) -> FindingChanges:
    """Return what became of the findings between two tables of them, with at most `most` examples of each."""
    a, b = _counted(old), _counted(new)
    both = a.join(b, on="fingerprint", how="full", coalesce=True, suffix="_new")
    both = both.with_columns(pl.col("rows", "rows_new").fill_null(0)).with_columns(
        code=pl.coalesce("code_new", "code"),
        severity=pl.coalesce("severity_new", "severity"),
        kept=pl.min_horizontal("rows", "rows_new"),
    )
    both = both.with_columns(came=pl.col("rows_new") - pl.col("kept"), went=pl.col("rows") - pl.col("kept"))
    # A rule that policy moved to another severity is one rule, under the newer one.
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
    """Return a row for each fingerprint: how often it stands there, its rule, and the first row that has it."""
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
