"""Results as columns of the measures table, those of copies beside the kept document, and the table of duplicates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from audit.measure.duplication import COPIES
from audit.measure.duplication.keep import NO_ROW
from audit.measure.duplication.pairs.shared_passages import shared_shares, title_twins
from audit.measure.duplication.pairs.unique_passages import places_of
from audit.measure.duplication.pairs.verify import CONTAINED, QUOTED, SWAPS
from audit.tables import DUPLICATES, conform

if TYPE_CHECKING:
    from audit.measure.duplication.pairs.pairs import Copies
    from audit.measure.duplication.records.parts import Bodies, PartTable
    from audit.measure.duplication.tokens.hashing import Bools, Ints, Records

_HERE: Final = COPIES.table.without("duplicate_release", "also_in")


def duplication_columns(signatures: PartTable, found: Copies, kept: pa.Table, bodies: Bodies) -> pa.Table:
    """Return the columns of COPIES that this corpus tells by itself, in row order.

    `kept` is the result of `keep`, with the `reason`. `bodies` gives the texts of rows kept beside near copies.
    """
    ids = signatures.strings("id")
    of_row = kept["duplicate_of_row"]
    told = signatures.columns({"tokens": np.int32, "title_hash": np.uint64, "repeated_share": np.float32})
    shared, levelled = shared_shares(signatures, found.copies)
    return _HERE.build(
        duplicate_of=_named(ids, of_row),
        duplicate_kind=kept["duplicate_kind"],
        **_compare_with_kept(found, kept, ids, bodies),
        tokens=told["tokens"],
        **_of_pairs(found),
        **_partners(found, of_row.to_numpy(), ids),
        copies=np.bincount(found.copies, minlength=len(found.copies))[found.copies],
        repeated_share=told["repeated_share"],
        shared_share=shared,
        levelled_share=pa.array(levelled, mask=levelled == 0),
        title_twins=title_twins(told["title_hash"], found.copies),
    )


def also_in(found: Copies, kept: pa.Table, standing: pl.DataFrame, ids: pl.Series) -> pa.Array:
    """Return for each row set aside the ids of other kept documents with passages that its twin lacks, one a line.

    `standing` is that of `Losses`; null without any.
    """
    of, pair = (kept[name].to_numpy() for name in ("duplicate_of_row", "pair"))
    rows = np.flatnonzero((of != NO_ROW) & (pair != NO_ROW))
    is_a = _are_first(found, pair[rows], rows)
    aside = pl.DataFrame({"row": rows, "pair": pair[rows], "is_a": is_a, "of": of[rows]})
    there = aside.join(standing, on=["pair", "is_a"]).filter(pl.col("in") != pl.col("of")).sort("row", "in")
    named = there.with_columns(id=ids.gather(there["in"])).group_by("row").agg(pl.col("id").str.join("\n"))
    every = pl.DataFrame({"row": np.arange(len(of))}).join(named, on="row", how="left", maintain_order="left")
    return every["id"].to_arrow().cast(pa.string())


def _are_first(found: Copies, pairs: Ints, rows: Ints) -> Bools:
    """Return which rows are side a of their pairs, which may refer to their first exact copy: the classes tell."""
    text = found.classes.text
    are_first: Bools = text[found.pairs["a_row"].to_numpy()[pairs]] == text[rows]
    return are_first


def _of_pairs(found: Copies) -> dict[str, pa.Array | Records]:
    """Return the measures that are a maximum or a count over a row's pairs.

    Exact copies that are paired through their first take its numbers, since their folded bodies are equal.
    """
    pairs = pl.DataFrame(found.pairs)
    similarity = _greatest(pairs, ("jaccard", "jaccard"), found)
    containment = _greatest(pairs, ("coverage_ab", "coverage_ba"), found)
    return {
        "similarity": pa.array(similarity, mask=similarity < 0),
        "containment": pa.array(containment, mask=containment < 0),
    }


def _partners(found: Copies, of_row: Ints, ids: pa.ChunkedArray) -> dict[str, pa.Array | Records]:
    """Return what contains each row, and with how many others, and with which, it shares a long passage."""
    pairs, text = pl.DataFrame(found.pairs), found.classes.text
    within = _foremost(
        _sides(pairs.filter(pl.col("kind") == CONTAINED)).filter(pl.col("own") >= pl.col("theirs")), of_row, text
    )
    quotes = _sides(pairs.filter(pl.col("kind") == QUOTED))
    counts = np.bincount(quotes["row"].to_numpy(), minlength=len(text))
    return {
        "contained": within != NO_ROW,
        "contained_in": _named(ids, pa.array(within)),
        "quotes": np.maximum(counts, counts[text]),
        "longest_quote_with": _named(ids, pa.array(_foremost(quotes.with_columns(own="longest_run"), of_row, text))),
    }


def _sides(pairs: pl.DataFrame) -> pl.DataFrame:
    """Return each pair twice, from either row to the other."""
    one = pairs.select(row="a_row", other="b_row", own="coverage_ab", theirs="coverage_ba", longest_run="longest_run")
    two = pairs.select(row="b_row", other="a_row", own="coverage_ba", theirs="coverage_ab", longest_run="longest_run")
    return pl.concat([one, two])


def _foremost(sides: pl.DataFrame, of_row: Ints, text: Ints) -> Ints:
    """Return for each row the other one of the greatest `own`, if possible one that stays, or NO_ROW.

    An exact copy is named by the document kept instead, and takes the pairs of the first of its text.
    """
    stays = of_row == NO_ROW
    others = sides["other"].to_numpy()
    kept = np.where(~stays[others] & (text[of_row[others]] == text[others]), of_row[others], others)
    best = sides.with_columns(other=kept, stays=stays[kept]).sort(
        ["row", "stays", "own", "other"], descending=[False, True, True, False]
    )
    best = best.unique("row", keep="first", maintain_order=True)
    foremost = np.full(len(of_row), NO_ROW, np.int64)
    foremost[best["row"].to_numpy()] = best["other"].to_numpy()
    return np.where(foremost == NO_ROW, foremost[text], foremost)


def _named(ids: pa.ChunkedArray, rows: pa.Array | pa.ChunkedArray) -> pa.ChunkedArray:
    """Return the ids of rows, null for NO_ROW."""
    return ids.take(pc.if_else(pc.equal(rows, NO_ROW), None, rows))


def _greatest(pairs: pl.DataFrame, names: tuple[str, str], found: Copies) -> Records:
    text = found.classes.text
    greatest = np.full(len(text), -1, np.float32)
    for row, name in zip(("a_row", "b_row"), names, strict=True):
        np.maximum.at(greatest, pairs[row].to_numpy(), pairs[name].to_numpy())
    return np.maximum(greatest, greatest[text])


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


def _compare_with_kept(found: Copies, kept: pa.Table, ids: pa.ChunkedArray, bodies: Bodies) -> dict[str, pa.Array]:
    """Return the columns of COPIES about a row and the kept one it copies, or is kept beside.

    `kept` is the result of `keep`, with the `reason`. For rows kept beside another the unique passage is located.
    """
    of, beside = kept["duplicate_of_row"].to_numpy(), kept["beside_row"].to_numpy()
    told = _told(found, kept["pair"].to_numpy(), np.arange(len(of)))
    is_copy, is_beside = of != NO_ROW, beside != NO_ROW
    is_exact = is_copy & (kept["pair"].to_numpy() == NO_ROW)
    likeness = {
        name: pa.array(np.where(is_exact, 1, told[name]).astype(np.float32), mask=~(is_copy | is_beside))
        for name in ("kept_similarity", "kept_coverage", "kept_coverage_of")
    }
    return {
        **likeness,
        "kept_because": kept["reason"].combine_chunks(),
        "lost_tokens": pa.array(np.where(is_exact, 0, told["lost"]).astype(np.int32), mask=~is_copy),
        "near_copy_of": ids.take(pc.if_else(is_beside, beside, None)).combine_chunks(),
        "unique_tokens": pa.array(told["unique"].astype(np.int32), mask=~is_beside),
        **_places(told, is_beside, bodies),
    }


def _told(found: Copies, pairs: Ints, rows: Ints) -> dict[str, Ints]:
    """Return each row's measures in its pair, own side first; zeros without a pair."""
    has_pair = pairs != NO_ROW
    chosen = found.pairs.take(pairs[has_pair])
    is_a = _are_first(found, pairs[has_pair], rows[has_pair])
    sides = {
        "kept_similarity": ("jaccard", "jaccard"),
        "kept_coverage": ("coverage_ab", "coverage_ba"),
        "kept_coverage_of": ("coverage_ba", "coverage_ab"),
        "lost": ("lost_a", "lost_b"),
        "unique": ("unique_a", "unique_b"),
        "unique_at": ("unique_at_a", "unique_at_b"),
    }
    made = {}
    for name, (if_a, if_b) in sides.items():
        own = np.where(is_a, *(chosen[side].fill_null(0).to_numpy() for side in (if_a, if_b)))
        made[name] = np.zeros(len(rows), own.dtype)
        made[name][has_pair] = own
    return made


def _places(told: dict[str, Ints], is_beside: Bools, bodies: Bodies) -> dict[str, pa.Array]:
    starts, ends = np.zeros(len(is_beside), np.int64), np.zeros(len(is_beside), np.int64)
    for rows, texts in bodies.columns(np.flatnonzero(is_beside)):
        passages = told["unique_at"][rows].astype(np.int64), told["unique"][rows].astype(np.int64)
        places = places_of(texts.to_pylist(), np.arange(len(rows)), *passages)
        starts[rows], ends[rows] = np.array(places, np.int64).reshape(-1, 2).T
    return {"unique_start": pa.array(starts, mask=~is_beside), "unique_end": pa.array(ends, mask=~is_beside)}
