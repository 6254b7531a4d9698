"""Which findings are known: held against a baseline by rule and content, whatever became of names and lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl

from audit.finding import MAX_PLACES
from audit.gate.baseline import Known
from audit.text.ids import container_of

_CONTENT: Final = ("fingerprint", "document")
_ENTRIES: Final = pl.Schema({**dict.fromkeys(Known._fields, pl.String()), "times": pl.Int64()})


@dataclass(frozen=True, slots=True)
class KnownMatch:
    """Which rows are known, in their order, and the entries, or parts of them, that no row answers to."""

    is_known: pl.Series
    left: tuple[Known, ...]


def matched(found: pl.DataFrame, known: tuple[Known, ...]) -> KnownMatch:
    """Hold findings (`fingerprint`, `document`, `code`, `is_whole`) against what is known, each entry counted down.

    First by content in the same document, then by content wherever it went: a new name, another shard. A finding about
    a whole file is of its bytes: where these changed, a known one of the same rule and file that nothing else answers
    to is the same. So it is with places of a rule that has more of them in a document than are listed: as one is
    repaired another one is listed for the first time.
    """
    rows = found.select(*_CONTENT, "code", "is_whole").with_row_index("row")
    entries = pl.DataFrame(known, schema=_ENTRIES, orient="row")
    is_known = pl.Series("is_known", [False]).new_from_index(0, len(found))
    for by in (_CONTENT, ("fingerprint",), ("code", "document")):
        open_rows = rows.filter(~is_known.gather(rows["row"]))
        if by == ("code", "document"):
            open_rows = open_rows.filter(_is_named_by_its_place(found).gather(open_rows["row"]))
        hits, entries = _counted_down(open_rows, entries, by)
        is_known = is_known | pl.Series(range(len(found))).is_in(hits.implode())
    left = entries.filter(pl.col("times") > 0).sort(*_CONTENT, "code")
    return KnownMatch(is_known, tuple(Known(*row) for row in left.select(Known._fields).iter_rows()))


def _is_named_by_its_place(found: pl.DataFrame) -> pl.Series:
    is_file = pl.Series([container_of(name) is None for name in found["document"]], dtype=pl.Boolean)
    is_cut = pl.len().over("code", "document") >= MAX_PLACES
    return found.select((pl.col("is_whole") & is_file) | is_cut).to_series()


def _counted_down(rows: pl.DataFrame, entries: pl.DataFrame, by: tuple[str, ...]) -> tuple[pl.Series, pl.DataFrame]:
    """Return the rows that entries equal in `by` answer to, and the entries with what is left of their counts."""
    totals = entries.group_by(by).agg(pl.col("times").sum().alias("total"))
    nth = rows.with_columns(nth=pl.int_range(pl.len()).over(by)).join(totals, on=by, how="inner", maintain_order="left")
    hits = nth.filter(pl.col("nth") < pl.col("total"))
    taken = hits.group_by(by).agg(pl.len().cast(pl.Int64).alias("taken"))
    held = entries.sort(*_CONTENT, "code").join(taken, on=by, how="left", maintain_order="left")
    before = (pl.col("times").cum_sum() - pl.col("times")).over(by)
    used = (pl.col("taken").fill_null(0) - before).clip(0, pl.col("times"))
    return hits["row"], held.with_columns(times=pl.col("times") - used).drop("taken")
