"""Stable fingerprints of duplicate findings, independent of which copy happens to be kept."""

from __future__ import annotations

import numpy as np
import polars as pl
import pyarrow as pa

from audit.corpus.corpus import Corpus


def swapped_copies(corpus: Corpus, measures: pa.Table) -> pl.DataFrame:
    """Return `row` and `swapped` of each copy whose finding refers to the content of the kept document.

    File names decide which of several copies is kept and thus which the findings are about. The fingerprints of a group
    are those of all members except the one with the smallest digest; if that one is not kept, its finding refers to the
    content of the kept document.
    """
    copies = pl.DataFrame(measures.select(["id", "duplicate_of", "duplicate_release"])).with_row_index("row")
    copies = copies.filter(pl.col("duplicate_of").is_not_null(), pl.col("duplicate_release").is_null())
    if copies.is_empty():
        return pl.DataFrame(schema={"row": pl.Int64, "swapped": pl.String})
    facts = _hashes(corpus, measures, pl.concat([copies["id"], copies["duplicate_of"]]).unique())
    kept = facts.rename({"id": "duplicate_of", "sha256": "swapped"})
    copies = copies.join(facts, on="id", how="left", maintain_order="left")
    copies = copies.join(kept, on="duplicate_of", how="left", maintain_order="left")
    is_least = pl.col("sha256") == pl.min_horizontal(pl.col("sha256").min().over("duplicate_of"), "swapped")
    # One of several copies with equal bytes represents the kept document.
    is_first = pl.int_range(pl.len()).over("duplicate_of", "sha256") == 0
    chosen = copies.filter(is_least & is_first & (pl.col("sha256") != pl.col("swapped")))
    return chosen.select(pl.col("row").cast(pl.Int64), "swapped")


def _hashes(corpus: Corpus, measures: pa.Table, ids: pl.Series) -> pl.DataFrame:
    """Return `id` and `sha256` of the documents with these ids; only theirs are held in memory."""
    every = pl.DataFrame({"id": pl.Series(measures["id"])}).with_row_index("row")
    asked = every.join(ids.to_frame("id"), on="id", how="semi", maintain_order="left")
    bounds = np.searchsorted(asked["row"], corpus.edges)
    hashes = [
        pl.Series(corpus.part(number, "documents", ["sha256"])["sha256"]).gather(asked["row"][start:end] - first)
        for number, (first, start, end) in enumerate(zip(corpus.edges, bounds, bounds[1:], strict=False))
    ]
    return asked.select("id", sha256=pl.concat(hashes))
