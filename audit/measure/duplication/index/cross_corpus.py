"""Copies across two corpora: candidates are compared as within one corpus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl
import pyarrow as pa

from audit.measure.duplication.index.candidates import candidates
from audit.measure.duplication.pairs.pairs import Copies, find_pairs
from audit.measure.duplication.pairs.search import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.measure.duplication.index.mapped_index import Unpacked
    from audit.measure.duplication.records.texts import TextColumns
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
    bodies: TextColumns
    takes_part: Bools | None = None

    def among(self, rows: Bools) -> Bools:
        """Return those of `rows` that take part."""
        return rows if self.takes_part is None else rows & self.takes_part


def side_of(index: Unpacked, bodies: TextColumns, takes_part: Bools | None = None) -> Side:
    """Return an index as a side, with access to its texts."""
    return Side(index.signatures, index.clusters, bodies, takes_part)


def pairs_across(here: Side, there: Side, index: Unpacked, similarity: float) -> pa.Table:
    """Return the verified pairs (ACROSS, sorted) of a row of `here` and a row of `there`, with `index` of `there`.

    They equal those of a search through both corpora as one, with `there` preferred. Small clusters are compared in
    full; in a large one each row with the most preferred.
    """
    mine, theirs = (side.among(rows) for side, rows in zip((here, there), _met(here, index), strict=True))
    mine, theirs = _closed(here, mine), _closed(there, theirs)
    if not (mine.any() and theirs.any()):
        return ACROSS.empty_table()
    return close_pairs((there, np.flatnonzero(theirs)), (here, np.flatnonzero(mine)), similarity)


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


def close_pairs(kept: tuple[Side, Ints], others: tuple[Side, Ints], similarity: float) -> pa.Table:
    """Return the verified pairs (ACROSS) of selected rows of two sides, the first of which is preferred.

    `row` is of the second side, `other` of the first.
    """
    (first, theirs), (second, mine) = kept, others
    chosen = pa.concat_tables([_taken(side.signatures, rows) for side, rows in (kept, others)])
    found = find_pairs(chosen, _Bodies((first.bodies, second.bodies), (theirs, mine)), similarity)
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

    texts: tuple[TextColumns, TextColumns]
    rows: tuple[Ints, Ints]

    def columns(self, rows: Ints) -> Iterator[tuple[Ints, pa.Array]]:
        """Yield `rows` with their texts, in chunks, those of one side after those of the other."""
        edge = len(self.rows[0])
        for nth, some in enumerate((rows[rows < edge], rows[rows >= edge])):
            asked = self.rows[nth][some - nth * edge]
            order = np.argsort(asked)
            done = 0
            for here, texts in self.texts[nth].columns(asked[order]):
                yield some[order[done : done + len(here)]], texts
                done += len(here)


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
