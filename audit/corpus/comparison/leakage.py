"""Leakage: documents that occur in two splits, or here and in another dataset."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import polars as pl
import pyarrow as pa

from audit.corpus.comparison.reference_corpora import ReferenceCorpus
from audit.corpus.comparison.splits import Splits
from audit.errors import UsageError
from audit.measure.duplication import LEAKAGE
from audit.measure.duplication.index import Side, close_pairs, pairs_across
from audit.measure.duplication.pairs.store import OtherTextError
from audit.tables import columns_of

# Most severe first: a document is counted under the class of its most severe pair.
KINDS: Final = ("exact_raw", "exact_normalised", "near", "contained", "quoted")
# The row here, its split (null if there are none), the other corpus, the twin's id there, and the measures.
_LEAKS: Final = pl.Schema({
    "row": pl.Int64, "of": pl.String, "in": pl.String, "other": pl.String, "kind": pl.String, "coverage": pl.Float32,
    "coverage_other": pl.Float32, "jaccard": pl.Float32, "longest_run": pl.Int32, "lost": pl.Int32,
    "lost_other": pl.Int32, "unique": pl.Int32, "unique_other": pl.Int32,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Leaks:
    """The leaking pairs, oriented so that `row` is the document that leaked, and the report entries."""

    pairs: pl.DataFrame
    counts: tuple[dict[str, Any], ...] = ()

    @staticmethod
    def none() -> Leaks:
        """Return the result without any comparison."""
        return Leaks(pl.DataFrame(schema=_LEAKS))

    def joined(self, more: Leaks) -> Leaks:
        """Return the union of both."""
        return Leaks(pl.concat([self.pairs, more.pairs]), (*self.counts, *more.counts))

    def put(self, columns: pa.Table) -> pa.Table:
        """Return the measured columns of duplication with those of leakage."""
        worst = self.pairs.sort(["row", "coverage", "in", "other"], descending=[False, True, False, False])
        worst = worst.unique("row", keep="first", maintain_order=True).with_columns(
            leaked_from=pl.format("{}: {}", "in", "other")
        )
        every = pl.DataFrame({"row": np.arange(len(columns))}).join(worst, on="row", how="left", maintain_order="left")
        leaked = LEAKAGE.table.build(
            leaked_share=every["coverage"].to_arrow(), leaked_from=every["leaked_from"].to_arrow().cast(pa.string())
        )
        return pa.table({**columns_of(columns), **columns_of(leaked)})


def leaks_into(here: Side, other: ReferenceCorpus, similarity: float, takes_part: np.ndarray | None = None) -> Leaks:
    """Return the pairs of a document here (all, or those of `takes_part`) and a document of `other`.

    Raises UsageError if the texts of `other` are not those its index was made of.
    """
    try:
        found = pl.DataFrame(pairs_across(here, other.side(takes_part), other.index, similarity))
    except OtherTextError as error:
        raise UsageError(
            f"{other.name} cannot be used for comparison: {error}; see audit verify, or fetch it again"
        ) from error
    ids = pl.Series(other.index.ids, dtype=pl.String)
    named = found.with_columns(pl.lit(None, pl.String).alias("of"), pl.lit(other.name).alias("in")).with_columns(
        other=ids.gather(found["other"])
    )
    pairs = named.select(_LEAKS.names()).cast(_LEAKS)
    return Leaks(pairs, (_counted(pairs, None, other.name, len(here.signatures)),))


def leaks_between(splits: Splits, found: pa.Table, ids: pl.Series) -> Leaks:
    """Return the pairs across splits among `found` (rows a_row, b_row); the document of the later split leaked."""
    ranks = splits.of_row
    pairs = pl.DataFrame(found)
    a, b = (ranks[pairs[name].to_numpy()] for name in ("a_row", "b_row"))
    is_across = (a >= 0) & (b >= 0) & (a != b)
    pairs = pairs.filter(pl.Series(is_across)).with_columns(a_is_later=pl.Series(a[is_across] > b[is_across]))
    later = pairs.select(
        row=_either("a_row", "b_row"), earlier=_either("b_row", "a_row"), kind="kind",
        coverage=_either("coverage_ab", "coverage_ba"), coverage_other=_either("coverage_ba", "coverage_ab"),
        jaccard="jaccard", longest_run="longest_run",
        lost=_either("lost_a", "lost_b"), lost_other=_either("lost_b", "lost_a"),
        unique=_either("unique_a", "unique_b"), unique_other=_either("unique_b", "unique_a"),
    )  # fmt: skip
    names = pl.Series(splits.names, dtype=pl.String)
    leaks = later.with_columns(
        of=names.gather(ranks[later["row"].to_numpy()]),
        other=ids.gather(later["earlier"]),
        **{"in": names.gather(ranks[later["earlier"].to_numpy()])},
    )
    leaks = leaks.select(_LEAKS.names()).cast(_LEAKS).sort("row", "in", "other")
    sizes = splits.sizes()
    counts = [
        _counted(leaks.filter(pl.col("of") == of, pl.col("in") == into), of, into, sizes[number])
        for number, of in enumerate(splits.names)
        for into in splits.names[:number]
    ]
    return Leaks(leaks, tuple(counts))


def _either(if_a: str, if_b: str) -> pl.Expr:
    return pl.when(pl.col("a_is_later")).then(if_a).otherwise(if_b)


def all_between(splits: Splits, here: Side, found: pa.Table, similarity: float) -> pa.Table:
    """Return `found` with the pairs across splits that large clusters, listed by their leaders only, leave out.

    Each document of such a cluster is compared with the leaders of the earlier splits. These pairs decide no copy, so
    the tokens unique to each side are not computed.
    """
    rows = _in_clusters_of_several(splits, here.clusters)
    ranks = splits.of_row[rows]
    own = pl.DataFrame(found)
    more = [own]
    for rank in range(1, len(splits.names)):
        earlier, later = rows[(ranks >= 0) & (ranks < rank)], rows[ranks == rank]
        if len(earlier) and len(later):
            earlier = earlier[np.argsort(splits.of_row[earlier], kind="stable")]
            more.append(_oriented(close_pairs((here, earlier), (here, later), similarity)))
    whole = pl.concat(more, how="diagonal").select(own.columns)
    return whole.unique(["a_row", "b_row"], keep="first", maintain_order=True).to_arrow().cast(found.schema)


def _in_clusters_of_several(splits: Splits, clusters: np.ndarray) -> np.ndarray:
    """Return the rows, ascending, whose cluster spans several splits."""
    is_in = [np.bincount(clusters[splits.of_row == n], minlength=len(clusters)) > 0 for n in range(len(splits.names))]
    return np.flatnonzero((np.sum(is_in, axis=0) > 1)[clusters])


def _oriented(across: pa.Table) -> pl.DataFrame:
    """Return pairs across splits as pairs of rows of one corpus, the smaller row first."""
    found = pl.DataFrame(across).with_columns(a_is_later=pl.col("row") < pl.col("other"))
    return found.select(
        a_row=_either("row", "other"), b_row=_either("other", "row"), kind="kind",
        coverage_ab=_either("coverage", "coverage_other"), coverage_ba=_either("coverage_other", "coverage"),
        jaccard="jaccard", longest_run="longest_run",
    )  # fmt: skip


def _counted(pairs: pl.DataFrame, of: str | None, into: str, documents: int) -> dict[str, Any]:
    """Return the report entry: documents by their most severe class, and pairs by class."""
    by_kind = {kind: pairs.filter(pl.col("kind") == kind) for kind in KINDS}
    copied, seen = dict.fromkeys(KINDS, 0), pl.Series("row", [], pl.Int64)
    for kind, some in by_kind.items():
        fresh = some["row"].unique().sort()
        fresh = fresh.filter(~fresh.is_in(seen.implode()))
        copied[kind], seen = len(fresh), pl.concat([seen, fresh])
    return {
        "of": of, "in": into, "documents": documents, "copied": copied,
        "pairs": {kind: len(some) for kind, some in by_kind.items()},
    }  # fmt: skip
