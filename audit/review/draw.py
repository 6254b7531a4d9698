"""Stratified random sampling of documents for review, reproducible by seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

import numpy as np
import polars as pl

# Values of a column beyond the most frequent ones form one stratum.
_MOST_VALUES: Final = 8
OTHERS: Final = "others"
# The stratification variables; the first ones are dropped first if there are too many strata for the sample.
_SIDES: Final = ("source", "band", "language", "state")
# Minimum average number of documents per stratum; with fewer, a stratum's share of the sample is accidental.
_LEAST_MEAN: Final = 2


@dataclass(frozen=True, slots=True)
class Drawn:
    """The sampled rows, in sheet order, with `stratum`, `stratum_documents` and `stratum_drawn`.

    Sampled from `documents` documents; `corpus` is their digest.
    """

    rows: pl.DataFrame
    documents: int
    corpus: str
    seed: int


def draw(population: pl.DataFrame, size: int, seed: int) -> Drawn:
    """Sample `size` documents, or all if there are fewer: proportionally per stratum, at least one each.

    `population` has the columns id, sha256, state, language, source and band. Documents are ranked by a hash of seed
    and document, so that row order does not matter and a larger sample contains a smaller one's documents.
    """
    stratified = _stratified(population, size)
    counts = stratified.group_by("stratum").len("stratum_documents").sort("stratum")
    sizes = allotted(counts["stratum_documents"].to_list(), min(size, len(stratified)))
    counts = counts.with_columns(stratum_drawn=pl.Series(sizes, dtype=pl.Int64))
    keys = pl.Series([_key(seed, *row) for row in stratified.select("id", "sha256").iter_rows()], dtype=pl.String)
    ranked = stratified.with_columns(key=keys).sort("key", "id").join(counts, on="stratum", maintain_order="left")
    nth = pl.int_range(pl.len()).over("stratum")
    rows = ranked.filter(nth < pl.col("stratum_drawn")).drop("key")
    return Drawn(rows, len(stratified), corpus_digest(population), seed)


def corpus_digest(population: pl.DataFrame) -> str:
    """Return the digest of a corpus and its decisions: ids, contents and states."""
    rows = population.select("id", "sha256", "state").sort("id").iter_rows()
    found = sha256()
    for row in rows:
        found.update(("\0".join(value or "" for value in row) + "\n").encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def allotted(counts: Sequence[int], size: int) -> list[int]:
    """Return sample sizes for strata of these counts: proportional, at least one each, `size` in total.

    >>> allotted([90, 9, 1], 10), allotted([5, 5], 10), allotted([1, 1, 98], 3)
    ([8, 1, 1], [5, 5], [1, 1, 1])
    """
    of = np.asarray(counts, np.int64)
    # After one each, the next always goes to the stratum furthest below its share, ties to the first.
    made = np.minimum(of, 1)
    wanted = of * (size / max(1, int(of.sum())))
    more = np.minimum(np.maximum(np.floor(wanted).astype(np.int64) - made, 0), of - made)
    made = made + more
    while made.sum() > size and made.max() > 1:
        made[int(np.argmax(np.where(made > 1, made - wanted, -np.inf)))] -= 1
    while made.sum() < size:
        made[int(np.argmax(np.where(made < of, wanted - made, -np.inf)))] += 1
    return [int(count) for count in made]


def _stratified(population: pl.DataFrame, size: int) -> pl.DataFrame:
    made = population.with_columns(_levelled(population, side).alias(f"{side}_of_stratum") for side in _SIDES)
    for first in range(len(_SIDES)):
        sides = [f"{side}_of_stratum" for side in reversed(_SIDES[first:])]
        named = made.with_columns(stratum=pl.concat_str(sides, separator=" / "))
        if named["stratum"].n_unique() * _LEAST_MEAN <= size:
            return named.drop(f"{side}_of_stratum" for side in _SIDES)
    return population.with_columns(stratum=pl.lit("all"))


def _levelled(population: pl.DataFrame, side: str) -> pl.Expr:
    counts = population.group_by(side).len().sort(["len", side], descending=[True, False])
    return pl.when(pl.col(side).is_in(counts[side].head(_MOST_VALUES).implode())).then(side).otherwise(pl.lit(OTHERS))


def _key(seed: int, id: str, digest: str | None) -> str:
    # Unreadable inputs have no digest.
    digest = digest or ""
    return sha256(f"{seed}\0{id}\0{digest}".encode("utf-8", "surrogatepass")).hexdigest()
