"""Which documents have other blocks: the one part of a document that its own row does not show is its furniture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import polars as pl

from audit.differences.snapshot import StoredTable

# What a block says and what it was taken for. Score and reason are how that was decided, and where it stands follows.
_COLUMNS: Final = ("id", "block", "text", "kind", "boilerplate")
_SEED: Final = 11


def other_blocks(old: StoredTable | None, new: StoredTable | None) -> pl.Series:
    """Return the ids, sorted, of documents whose blocks differ; none where a side has no blocks to look at."""
    if old is None or new is None or not (old.has(*_COLUMNS) and new.has(*_COLUMNS)):
        return pl.Series("id", [], dtype=pl.String)
    both = _digests(old).join(_digests(new), on="id", how="full", coalesce=True, suffix="_new")
    return both.filter(pl.col("digest").ne_missing(pl.col("digest_new")))["id"].sort()


def texts_of(blocks: StoredTable, ids: Sequence[str]) -> dict[str, str]:
    """Return the blocks of a few documents as text, a line for each that begins with what it was taken for."""
    numbers, first = list[int](), 0
    for _, batch in blocks.batches(("id",)):
        found = pl.DataFrame(batch)["id"].is_in(list(ids)).arg_true() + first
        numbers += found.to_list()
        first += len(batch)
    lines: dict[str, list[str]] = {id: [] for id in ids}
    for row in blocks.rows(numbers, _COLUMNS):
        taken_for = "boilerplate" if row["boilerplate"] else str(row["kind"])
        lines[str(row["id"])].append(f"({taken_for}) {row['text']}")
    return {id: "\n".join(some) for id, some in lines.items()}


def _digests(blocks: StoredTable) -> pl.DataFrame:
    """Return a digest of the blocks of each document; their numbers are in it, so that their order counts."""
    parts = [_digested(pl.DataFrame(batch)) for _, batch in blocks.batches(_COLUMNS)]
    parts = parts or [pl.DataFrame(schema={"id": pl.String, "digest": pl.UInt64})]
    # A document whose blocks lie in two batches has a part of its digest in each.
    return pl.concat(parts).group_by("id").agg(pl.col("digest").bitwise_xor())


def _digested(rows: pl.DataFrame) -> pl.DataFrame:
    digest = pl.struct(
        pl.col("block").cast(pl.Int64), pl.col("text").hash(_SEED), pl.col("kind").cast(pl.String), "boilerplate"
    ).hash(_SEED)
    return rows.group_by("id").agg(digest.bitwise_xor().alias("digest"))
