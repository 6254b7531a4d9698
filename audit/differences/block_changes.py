"""Documents whose blocks differ: furniture is the part of a document not visible in its own row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import polars as pl

from audit.differences.records import KEY, NEW
from audit.differences.snapshot import StoredTable

# The columns compared: text and kind. Score and reason explain the kind, and the offsets follow from the text.
_COLUMNS: Final = ("id", "block", "text", "kind", "boilerplate")
_SEED: Final = 11


def other_blocks(old: StoredTable | None, new: StoredTable | None, keys: pl.DataFrame) -> pl.Series:
    """Return the sorted new ids of documents whose blocks differ; none if a side has no blocks.

    `keys` has the `id` of each old document and KEY, its new id.
    """
    if old is None or new is None or not (old.has(*_COLUMNS) and new.has(*_COLUMNS)):
        return pl.Series("id", [], dtype=pl.String)
    before = _digests(old).join(keys.drop_nulls(), on="id").select(pl.col(KEY).alias("id"), "digest")
    both = before.join(_digests(new), on="id", how="full", coalesce=True, suffix=NEW)
    return both.filter(pl.col("digest").ne_missing(pl.col("digest_new")))["id"].sort()


def texts_of(blocks: StoredTable, ids: Sequence[str]) -> dict[str, str]:
    """Return the blocks of some documents as text, each line starting with the block's kind."""
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
    """Return a digest of each document's blocks, including their numbers and thus their order."""
    parts = [_digested(pl.DataFrame(batch)) for _, batch in blocks.batches(_COLUMNS)]
    parts = parts or [pl.DataFrame(schema={"id": pl.String, "digest": pl.UInt64})]
    # The blocks of a document may span two batches; their digests are combined.
    return pl.concat(parts).group_by("id").agg(pl.col("digest").bitwise_xor())


def _digested(rows: pl.DataFrame) -> pl.DataFrame:
    digest = pl.struct(
        pl.col("block").cast(pl.Int64), pl.col("text").hash(_SEED), pl.col("kind").cast(pl.String), "boilerplate"
    ).hash(_SEED)
    return rows.group_by("id").agg(digest.bitwise_xor().alias("digest"))
