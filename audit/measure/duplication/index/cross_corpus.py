"""Copies across two corpora: candidates are compared as within one corpus."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from audit.measure.duplication.index.candidates import candidates
from audit.measure.duplication.pairs.pairs import Copies, find_pairs
from audit.measure.duplication.pairs.search import SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audit.measure.duplication.index.mapped_index import Unpacked
    from audit.measure.duplication.pairs.store import FetchBodies
    from audit.measure.duplication.tokens.hashing import Bools, Ints

# Pairs of a row here and a row there, with measures from here to there.
ACROSS: Final = pa.schema([
    pa.field("row", pa.int64(), nullable=False), pa.field("other", pa.int64(), nullable=False),
    pa.field("kind", pa.string(), nullable=False), pa.field("coverage", pa.float32(), nullable=False),
    pa.field("coverage_other", pa.float32(), nullable=False), pa.field("jaccard", pa.float32(), nullable=False),
    pa.field("longest_run", pa.int32(), nullable=False),
    *(pa.field(name, pa.int32()) for name in ("lost", "lost_other", "unique", "unique_other")),
])  # fmt: skip


@dataclass(frozen=True, slots=True)
class Side:
    """One of two corpora: signatures, clusters within it, and access to texts.

    Rows not in `takes_part` are not compared; by default all are.
    """

    signatures: pa.Table
    clusters: Ints
    bodies: FetchBodies
    takes_part: Bools | None = None

    def among(self, rows: Bools) -> Bools:
        """Return those of `rows` that take part."""
        return rows if self.takes_part is None else rows & self.takes_part


def side_of(index: Unpacked, bodies: FetchBodies, takes_part: Bools | None = None) -> Side:
    """Return an index as a side, with access to its texts."""
    return Side(index.signatures, index.clusters, bodies, takes_part)


def pairs_across(here: Side, there: Side, index: Unpacked, similarity: float, scratch: Path) -> pa.Table:
    """Return the verified pairs (ACROSS, sorted) of a row of `here` and a row of `there`, with `index` of `there`.

    They equal those of a search through both corpora as one, with `there` preferred. Small clusters are compared in
    full; in a large one each row with the most preferred.
    """
    mine, theirs = (side.among(rows) for side, rows in zip((here, there), _met(here, index), strict=True))
    mine, theirs = _closed(here, mine), _closed(there, theirs)
    if not (mine.any() and theirs.any()):
        return ACROSS.empty_table()
    return close_pairs((there, np.flatnonzero(theirs)), (here, np.flatnonzero(mine)), similarity, scratch)


def _met(here: Side, index: Unpacked) -> tuple[Bools, Bools]:
    """Return which rows of both match, looking up only rows of `here` that take part."""
    if here.takes_part is None:
        return candidates(here.signatures, index)
    asked = np.flatnonzero(here.takes_part)
    mine, theirs = candidates(_taken(here.signatures, asked), index)
    found = np.zeros(len(here.signatures), np.bool_)
    found[asked[mine]] = True
    return found, theirs


def _closed(side: Side, is_found: Bools) -> Bools:
    """Return the rows found, with the other members of their small clusters."""
    found = np.zeros(len(side.clusters), np.bool_)
    found[side.clusters[is_found]] = True
    is_small = np.bincount(side.clusters, minlength=len(side.clusters)) <= SMALL
    return side.among(is_found | (found & is_small)[side.clusters])


def close_pairs(kept: tuple[Side, Ints], others: tuple[Side, Ints], similarity: float, scratch: Path) -> pa.Table:
    """Return the verified pairs (ACROSS) of selected rows of two sides, the first of which is preferred.

    `row` is of the second side, `other` of the first.
    """
    (first, theirs), (second, mine) = kept, others
    with TemporaryDirectory(prefix="corpus-audit-", dir=scratch) as folder:
        file = Path(folder) / "signatures.parquet"
        chosen = [_taken(side.signatures, rows) for side, rows in (kept, others)]
        pq.write_table(pa.concat_tables(chosen), file, compression="none", use_dictionary=False, write_statistics=False)
        bodies = _Bodies((first.bodies, second.bodies), (theirs, mine))
        found = find_pairs([file], bodies, similarity)
    return _named(_spread(found, len(theirs)), theirs, mine)


def _taken(table: pa.Table, rows: Ints) -> pa.Table:
    """Return some rows in their order. Arrow's own take joins all chunks of a list column for a few of its rows."""
    order = np.argsort(rows, kind="stable")
    ascending, begin, some = rows[order], 0, [table.schema.empty_table()]
    for batch in table.to_batches():
        first, last = np.searchsorted(ascending, [begin, begin + len(batch)])
        some.append(pa.table(batch.take(pa.array(ascending[first:last] - begin))))
        begin += len(batch)
    places = np.empty(len(rows), np.int64)
    places[order] = np.arange(len(rows))
    return pa.concat_tables(some).combine_chunks().take(pa.array(places))


@dataclass(frozen=True, slots=True)
class _Bodies:
    """The texts of selected rows of two sides, concatenated."""

    fetch: tuple[FetchBodies, FetchBodies]
    rows: tuple[Ints, Ints]

    def __call__(self, rows: Sequence[int]) -> dict[int, str]:
        edge = len(self.rows[0])
        before, after = [row for row in rows if row < edge], [row for row in rows if row >= edge]
        return self._of(0, before, 0) | self._of(1, after, edge)

    def _of(self, side: int, rows: list[int], shift: int) -> dict[int, str]:
        chosen = [int(self.rows[side][row - shift]) for row in rows]
        texts = self.fetch[side](chosen) if chosen else {}
        return {row: texts[place] for row, place in zip(rows, chosen, strict=True)}


def _spread(found: Copies, edge: int) -> pl.DataFrame:
    """Return the pairs across, with those of a row's first exact copy repeated for the row."""
    pairs = pl.DataFrame(found.pairs)
    text = found.classes.text
    rows = np.flatnonzero(text != np.arange(len(text)))
    copies = pl.DataFrame({"b_row": text[rows], "copy": rows}).filter(pl.col("copy") >= edge, pl.col("b_row") >= edge)
    across = pairs.filter(pl.col("a_row") < edge, pl.col("b_row") >= edge)
    more = across.join(copies, on="b_row", how="inner").with_columns(pl.col("copy").alias("b_row")).drop("copy")
    whole = pl.concat([across, more.select(across.columns)])
    return whole.unique(["a_row", "b_row"], keep="first", maintain_order=True)


def _named(pairs: pl.DataFrame, theirs: Ints, mine: Ints) -> pa.Table:
    rows, others = pairs["b_row"].to_numpy(), pairs["a_row"].to_numpy()
    made = pl.DataFrame({
        "row": mine[rows - len(theirs)], "other": theirs[others], "kind": pairs["kind"],
        "coverage": pairs["coverage_ba"], "coverage_other": pairs["coverage_ab"], "jaccard": pairs["jaccard"],
        "longest_run": pairs["longest_run"], "lost": pairs["lost_b"], "lost_other": pairs["lost_a"],
        "unique": pairs["unique_b"], "unique_other": pairs["unique_a"],
    })  # fmt: skip
    return made.sort("row", "other").to_arrow().cast(ACROSS)
