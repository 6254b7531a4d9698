"""All pairs of copies of a corpus: exact ones by digest, others searched and verified."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.measure.duplication.pairs.exact import Classes, classes
from audit.measure.duplication.pairs.search import SMALL, Search, pairs_within
from audit.measure.duplication.pairs.store import TokenStore
from audit.measure.duplication.pairs.verify import (
    EXACT_NORMALISED,
    EXACT_RAW,
    MOST_LOST,
    NEAR,
    SWAPS,
    VERIFIED,
    Verifier,
)
from audit.measure.duplication.records.groups import connected
from audit.measure.duplication.records.parts import PartTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pyarrow as pa

    from audit.measure.duplication.records.texts import TextColumns
    from audit.measure.duplication.tokens.hashing import Bools, Ints

COPY_KINDS: Final = (EXACT_RAW, EXACT_NORMALISED, NEAR)


@dataclass(frozen=True, slots=True)
class Copies:
    """The result: `pairs` as in VERIFIED, sorted, and clusters, by their first row.

    `cluster` connects rows by pairs of all kinds, `copies` by exact and near ones only. Groups of up to SMALL copies
    have all their pairs, exact copies and their near ones alike; in larger ones the first of its exact copies
    represents a document in all pairs except with these, and in exact classes above SMALL in these too.

    `left_out` counts candidates not compared because one document had too many.
    """

    pairs: pa.Table
    classes: Classes
    cluster: Ints
    copies: Ints
    left_out: int = 0


def find_pairs(
    signatures: PartTable | pa.Table | Sequence[Path],
    bodies: TextColumns,
    similarity: float,
    preference: Ints | None = None,
    most_lost: int = MOST_LOST,
) -> Copies:
    """Return all verified pairs among the documents of `signatures` (part files in document order, or their table).

    `bodies` gives the texts of rows; it is asked for candidates only, each row once, in ascending runs. `similarity`
    is the least coverage, both ways, of a near copy. `preference` gives each row's place in the order of keeping (0 is
    kept first; row order when not given): large clusters are compared with their most preferred document, as far as
    its copies hold no more than `most_lost` tokens in a row that it does not.
    Measured: 105 MB, and 160 bytes for each document; the columns of `signatures`, candidates' tokens and samples go to
    temporary files.
    """
    signed = PartTable.for_passes(signatures)
    found = classes(signed)
    counts = signed.columns({"tokens": np.int64, "shingles": np.int32})
    tokens = counts["tokens"]
    # An index has no titles.
    titles = signed.numbers("title_hash", np.uint64) if signed.has("title_hash") else np.zeros(len(tokens), np.uint64)
    order = _members(found, preference, counts["shingles"] > 0)
    with TokenStore(bodies, tokens, is_marked=True) as store:
        search = Search(signed, order, Verifier(store, tokens, titles, similarity, most_lost))
        verified = pl.DataFrame(search.run())
    return replace(_copies(found, tokens, verified), left_out=search.left_out)


def _members(found: Classes, preference: Ints | None, has_shingles: Bools) -> Ints:
    """Return the rows that represent their exact copies, in the order of their most preferred copy."""
    count = len(found.text)
    best = np.full(count, count, np.int64)
    np.minimum.at(best, found.text, np.arange(count) if preference is None else preference)
    rows = np.flatnonzero((found.text == np.arange(count)) & has_shingles)
    return rows[np.argsort(best[rows], kind="stable")]


def _copies(found: Classes, tokens: Ints, verified: pl.DataFrame) -> Copies:
    copies = _labels(found, verified.filter(pl.col("kind").is_in(COPY_KINDS)))
    is_small = np.bincount(copies, minlength=len(copies))[copies] <= SMALL
    exact = _exact_pairs(found, tokens)
    both = pl.concat([exact, _spread(verified, found, is_small)])
    pairs = both.unique(["a_row", "b_row"], keep="first", maintain_order=True)
    whole = pairs.sort("a_row", "b_row").to_arrow().cast(VERIFIED.arrow)
    return Copies(whole, found, _labels(found, verified), copies)


def _labels(found: Classes, verified: pl.DataFrame) -> Ints:
    rows = np.arange(len(found.text))
    first = np.concatenate([found.raw, found.text, verified["a_row"].to_numpy()])
    return connected(len(rows), first, np.concatenate([rows, rows, verified["b_row"].to_numpy()]))


def _exact_pairs(found: Classes, tokens: Ints) -> pl.DataFrame:
    raw, text = _pairs_of(found.raw), _pairs_of(found.text)
    rows = pl.DataFrame({"a_row": np.concatenate([raw[0], text[0]]), "b_row": np.concatenate([raw[1], text[1]])})
    kinds = pl.Series("kind", [EXACT_RAW] * len(raw[0]) + [EXACT_NORMALISED] * len(text[0]), pl.String)
    whole = [pl.lit(1.0, pl.Float32).alias(name) for name in ("coverage_ab", "coverage_ba", "jaccard")]
    alone = [pl.lit(None, pl.Int32).alias(name) for pair in SWAPS[1:] for name in pair]
    run = pl.Series("longest_run", tokens[rows["b_row"].to_numpy()].astype(np.int32))
    whole_pairs = rows.with_columns(kinds, *whole, run, *alone).select(VERIFIED.names)
    return whole_pairs.unique(["a_row", "b_row"], keep="first", maintain_order=True)


def _pairs_of(label: Ints) -> tuple[Ints, Ints]:
    """Return all pairs of each small class, and the first with every other of each large one."""
    rows = np.arange(len(label))
    is_small = np.bincount(label, minlength=len(label))[label] <= SMALL
    star = np.flatnonzero((label != rows) & ~is_small)
    first, second = pairs_within(np.where(is_small, label, rows))
    return np.concatenate([label[star], first]), np.concatenate([star, second])


def _spread(verified: pl.DataFrame, found: Classes, is_small: Bools) -> pl.DataFrame:
    """Return the pairs of all exact copies of both sides in small clusters, since their folded bodies agree."""
    rows = np.arange(len(found.text))
    is_member = is_small | (found.text == rows)
    members = pl.DataFrame({"first": found.text[is_member], "row": rows[is_member]})
    for side in ("a_row", "b_row"):
        verified = verified.join(members, left_on=side, right_on="first", how="left", maintain_order="left")
        verified = verified.with_columns(pl.col("row").alias(side)).drop("row")
    return verified.select(_oriented()).select(VERIFIED.names)


def _oriented() -> list[pl.Expr]:
    """Return the columns with the smaller row as a, swapping coverages."""
    is_swapped = pl.col("a_row") > pl.col("b_row")
    swaps = [pair for a, b in (("a_row", "b_row"), *SWAPS) for pair in ((a, b), (b, a))]
    turned = [pl.when(is_swapped).then(other).otherwise(name).alias(name) for name, other in swaps]
    return [*turned, pl.col("kind"), pl.col("jaccard"), pl.col("longest_run")]
