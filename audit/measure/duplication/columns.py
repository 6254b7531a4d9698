"""Results as columns of the measures table and as the table of duplicates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from audit.measure.duplication import COPIES
from audit.measure.duplication.keep import NO_ROW
from audit.measure.duplication.kept_copies import compare_with_kept
from audit.measure.duplication.pairs.shared_passages import shared_shares, title_twins
from audit.measure.duplication.pairs.verify import CONTAINED, QUOTED, SWAPS
from audit.tables import DUPLICATES, conform

if TYPE_CHECKING:
    from audit.measure.duplication.pairs.pairs import Copies
    from audit.measure.duplication.records.parts import Bodies, PartTable
    from audit.measure.duplication.tokens.hashing import Bools, Ints, Records


_HERE: Final = COPIES.table.without("duplicate_release")


def duplication_columns(signatures: PartTable, found: Copies, kept: pa.Table, bodies: Bodies) -> pa.Table:
    """Return the columns of COPIES that this corpus tells by itself, in row order.

    `kept` is the result of `keep`, with the `reason`. `bodies` gives the texts of rows kept beside near copies.
    """
    ids = signatures.strings("id")
    of_row = kept["duplicate_of_row"]
    told = signatures.columns({"tokens": np.int32, "title_hash": np.uint64, "repeated_share": np.float32})
    shared, levelled = shared_shares(signatures, found.copies)
    return _HERE.build(
        duplicate_of=ids.take(pc.if_else(pc.equal(of_row, NO_ROW), None, of_row)),
        duplicate_kind=kept["duplicate_kind"],
        **compare_with_kept(found, kept, ids, bodies),
        tokens=told["tokens"],
        **_of_pairs(found),
        copies=np.bincount(found.copies, minlength=len(found.copies))[found.copies],
        repeated_share=told["repeated_share"],
        shared_share=shared,
        levelled_share=pa.array(levelled, mask=levelled == 0),
        title_twins=title_twins(told["title_hash"], found.copies),
    )


def _of_pairs(found: Copies) -> dict[str, pa.Array | Records]:
    """Return the measures that are a maximum or a count over a row's pairs.

    Exact copies that are paired through their first take its numbers, since their folded bodies are equal.
    """
    pairs = pl.DataFrame(found.pairs)
    similarity = _greatest(pairs, ("jaccard", "jaccard"), found)
    containment = _greatest(pairs, ("coverage_ab", "coverage_ba"), found)
    text = found.classes.text
    within = _is_within(pairs.filter(pl.col("kind") == CONTAINED), len(text))
    quoted = pairs.filter(pl.col("kind") == QUOTED)
    quotes = np.bincount(np.concatenate([quoted["a_row"].to_numpy(), quoted["b_row"].to_numpy()]), minlength=len(text))
    return {
        "similarity": pa.array(similarity, mask=similarity < 0),
        "containment": pa.array(containment, mask=containment < 0),
        "contained": within | within[text],
        "quotes": np.maximum(quotes, quotes[text]),
    }


def _greatest(pairs: pl.DataFrame, names: tuple[str, str], found: Copies) -> Records:
    text = found.classes.text
    greatest = np.full(len(text), -1, np.float32)
    for row, name in zip(("a_row", "b_row"), names, strict=True):
        np.maximum.at(greatest, pairs[row].to_numpy(), pairs[name].to_numpy())
    return np.maximum(greatest, greatest[text])


def _is_within(contained: pl.DataFrame, count: int) -> Bools:
    """Return which rows are contained in another: of each pair the one with higher coverage."""
    is_a = contained["coverage_ab"] >= contained["coverage_ba"]
    rows: Ints = np.where(is_a.to_numpy(), contained["a_row"].to_numpy(), contained["b_row"].to_numpy())
    within = np.zeros(count, np.bool_)
    within[rows] = True
    return within


def duplicates(signatures: PartTable, found: Copies) -> pa.Table:
    """Return the table of duplicates: ids instead of rows, a < b, sorted."""
    ids = pl.Series(signatures.strings("id"))
    rows = [found.pairs[name].to_numpy() for name in ("a_row", "b_row")]
    named = pl.DataFrame(found.pairs).with_columns(
        a=ids.gather(rows[0]), b=ids.gather(rows[1]), label=found.cluster[rows[0]], release=pl.lit(None, pl.String)
    )
    named = named.join(_least_ids(ids, found), on="label", how="left")
    is_swapped = pl.col("a") > pl.col("b")
    swaps = [pair for one, other in (("a", "b"), *SWAPS) for pair in ((one, other), (other, one))]
    turned = [pl.when(is_swapped).then(other).otherwise(name).alias(name) for name, other in swaps]
    return conform(named.with_columns(turned).sort("a", "b").to_arrow(), DUPLICATES)


def _least_ids(ids: pl.Series, found: Copies) -> pl.DataFrame:
    """Return the smallest id (`cluster`) of each cluster of two or more rows, by its label."""
    rows = np.flatnonzero(np.bincount(found.cluster, minlength=len(ids))[found.cluster] > 1)
    frame = pl.DataFrame({"label": found.cluster[rows], "cluster": ids.gather(rows)})
    return frame.group_by("label").agg(pl.col("cluster").min())
