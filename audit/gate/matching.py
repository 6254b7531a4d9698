"""Matching of findings with a baseline by rule and content, regardless of file names and lines."""

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
    """A mask of the known rows, and the entries, with remaining counts, that no row matched."""

    is_known: pl.Series
    left: tuple[Known, ...]


def match_known(found: pl.DataFrame, known: tuple[Known, ...]) -> KnownMatch:
    """Match findings (`fingerprint`, `document`, `code`, `is_whole`) with known ones, counting each entry down.

    First by content in the same document, then by content anywhere, for renamed files and other shards. A finding about
    a whole file has the fingerprint of its bytes, so if these changed it matches an unmatched entry of the same rule
    and file. The same holds for rules with more places in a document than are listed: repairing one lists another.
    """
    rows = found.select(*_CONTENT, "code", "is_whole").with_row_index("row")
    entries = pl.DataFrame(known, schema=_ENTRIES, orient="row")
    is_known = pl.Series("is_known", [False]).new_from_index(0, len(found))
    for by in (_CONTENT, ("fingerprint",), ("code", "document")):
        open_rows = rows.filter(~is_known.gather(rows["row"]))
        if by == ("code", "document"):
            open_rows = open_rows.filter(_is_named_by_its_place(found).gather(open_rows["row"]))
        hits, entries = _subtract(open_rows, entries, by)
        is_known = is_known | pl.Series(range(len(found))).is_in(hits.implode())
    left = entries.filter(pl.col("times") > 0).sort(*_CONTENT, "code")
    return KnownMatch(is_known, tuple(Known(*row) for row in left.select(Known._fields).iter_rows()))


def _is_named_by_its_place(found: pl.DataFrame) -> pl.Series:
    is_file = pl.Series([container_of(name) is None for name in found["document"]], dtype=pl.Boolean)
    is_cut = pl.len().over("code", "document") >= MAX_PLACES
    return found.select((pl.col("is_whole") & is_file) | is_cut).to_series()


def _subtract(rows: pl.DataFrame, entries: pl.DataFrame, by: tuple[str, ...]) -> tuple[pl.Series, pl.DataFrame]:
    """Return the rows matched by entries equal in `by`, and the entries with remaining counts."""
    totals = entries.group_by(by).agg(pl.col("times").sum().alias("total"))
    nth = rows.with_columns(nth=pl.int_range(pl.len()).over(by)).join(totals, on=by, how="inner", maintain_order="left")
    hits = nth.filter(pl.col("nth") < pl.col("total"))
    taken = hits.group_by(by).agg(pl.len().cast(pl.Int64).alias("taken"))
    with_taken = entries.sort(*_CONTENT, "code").join(taken, on=by, how="left", maintain_order="left")
    before = (pl.col("times").cum_sum() - pl.col("times")).over(by)
    used = (pl.col("taken").fill_null(0) - before).clip(0, pl.col("times"))
    return hits["row"], with_taken.with_columns(times=pl.col("times") - used).drop("taken")
