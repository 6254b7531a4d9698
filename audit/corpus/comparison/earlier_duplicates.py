"""Copies of documents elsewhere: newcomers that lose to an earlier release, and the table rows of such pairs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import polars as pl
import pyarrow as pa

from audit.corpus.comparison.earlier_releases import EarlierDocuments
from audit.corpus.comparison.leakage import KINDS, Leaks, leaks_into
from audit.measure.duplication import COPIES
from audit.measure.duplication.index import Side
from audit.measure.duplication.pairs.verify import NEAR
from audit.measure.duplication.preference import PUBLISHED_BEFORE
from audit.policy import DuplicateSettings
from audit.tables import DUPLICATES, columns_of, conform

# Measure of a copy against its kept twin, and its name in a pair with a document elsewhere.
_MEASURED: Final = {
    "kept_similarity": "jaccard", "kept_coverage": "coverage", "kept_coverage_of": "coverage_other",
    "lost_tokens": "lost",
}  # fmt: skip
_PASSAGE: Final = ("unique_tokens", "unique_start", "unique_end")


@dataclass(frozen=True, slots=True)
class EarlierDuplicates:
    """The pairs with earlier releases, and for each row set aside because of one, the best pair."""

    pairs: pl.DataFrame
    best: pl.DataFrame

    @staticmethod
    def nothing() -> EarlierDuplicates:
        """Return the empty result."""
        return EarlierDuplicates(Leaks.none().pairs, Leaks.none().pairs)

    def rows(self, count: int) -> np.ndarray:
        """Return a mask of the rows set aside, of length `count`."""
        lost = np.zeros(count, np.bool_)
        lost[self.best["row"].to_numpy()] = True
        return lost

    def put(self, columns: pa.Table) -> pa.Table:
        """Return the measured columns of duplication, updated for these rows."""
        here = columns_of(columns)
        nowhere = pa.nulls(len(columns), pa.string())
        lost = {
            "duplicate_of": self._put(here["duplicate_of"], "other"),
            "duplicate_kind": self._put(here["duplicate_kind"], "kind"),
            "duplicate_release": self._put(nowhere, "in"),
            "kept_because": self._put(here["kept_because"], "because"),
            **{name: self._number(here[name], theirs) for name, theirs in _MEASURED.items()},
            **{name: self._nothing(here[name]) for name in ("also_in", "near_copy_of", *_PASSAGE)},
        }
        return COPIES.table.build(**{**here, **lost})

    def _put(self, own: pa.Array | pa.ChunkedArray, theirs: str) -> pa.Array:
        said = self.best.with_columns(because=pl.lit(PUBLISHED_BEFORE))
        rows, best = said["row"].to_numpy(), said[theirs]
        return pl.Series(own, dtype=pl.String).scatter(rows, best).to_arrow().cast(pa.string())

    def _number(self, own: pa.Array | pa.ChunkedArray, theirs: str) -> pa.Array:
        rows = self.best["row"].to_numpy()
        exact = pl.lit(0 if theirs == "lost" else 1.0)
        best = self.best.select(pl.when(pl.col("kind") == NEAR).then(theirs).otherwise(exact)).to_series()
        column: pl.Series = pl.Series(own)
        return column.scatter(rows, best.cast(column.dtype)).to_arrow()

    def _nothing(self, own: pa.Array | pa.ChunkedArray) -> pa.Array:
        column: pl.Series = pl.Series(own)
        return column.scatter(self.best["row"].to_numpy(), None).to_arrow().cast(own.type)


def find_lost(
    before: EarlierDocuments, here: Side, eligible: np.ndarray, settings: DuplicateSettings
) -> EarlierDuplicates:
    """Return the newcomers among `eligible` that copy documents contained only in earlier releases.

    A newcomer loses on a direct verified edge of a kind that is set aside: identical bytes first, then identical text,
    then the highest Jaccard similarity.
    """
    pairs = Leaks.none().pairs
    newcomers = replace(here, takes_part=~before.known)
    for earlier in before.earlier:
        found = leaks_into(newcomers, earlier.other, settings.similarity, earlier.is_gone)
        pairs = pl.concat([pairs, found.pairs])
    grave = [kind for kind in KINDS if kind in settings.set_aside]
    edges = pairs.filter(pl.col("kind").is_in(grave)).with_columns(
        goodness=pl.col("kind").replace_strict(KINDS, range(len(KINDS)), return_dtype=pl.Int64)
    )
    edges = edges.filter((pl.col("kind") != NEAR) | (pl.col("unique") <= settings.most_lost))
    edges = edges.filter(pl.Series(eligible[edges["row"].to_numpy()], dtype=pl.Boolean))
    # Among equals the newest release comes first.
    edges = edges.sort(["row", "goodness", "jaccard"], descending=[False, False, True], maintain_order=True)
    return EarlierDuplicates(pairs, edges.unique("row", keep="first", maintain_order=True).drop("goodness"))


def add_pairs_elsewhere(own: pa.Table, pairs: Iterable[pl.DataFrame], ids: pl.Series, clusters: np.ndarray) -> pa.Table:
    """Return the duplicates table `own` with the pairs elsewhere; side a is the document here, side b the one there."""
    more = pl.concat(pairs)
    if not len(more):
        return own
    least = pl.DataFrame({"label": clusters, "cluster": ids}).group_by("label").agg(pl.col("cluster").min())
    rows = more["row"].to_numpy()
    named = more.with_columns(a=ids.gather(rows), label=pl.Series(clusters[rows])).join(least, on="label", how="left")
    renamed = named.rename(
        {
            "other": "b",
            "in": "release",
            "coverage": "coverage_ab",
            "coverage_other": "coverage_ba",
            "lost": "lost_a",
            "lost_other": "lost_b",
            "unique": "unique_a",
            "unique_other": "unique_b",
        }
    )
    whole = pl.concat([pl.DataFrame(own), renamed.select(DUPLICATES.names)], how="vertical_relaxed")
    return conform(whole.sort("a", "b", "release", nulls_last=False, maintain_order=True).to_arrow(), DUPLICATES)
