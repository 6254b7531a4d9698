"""Content blocks as passages: those that a document repeats, and the hashes that show which others share them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
import polars as pl

from audit.measure.duplication.fold import fold

if TYPE_CHECKING:
    import pyarrow as pa

# The kinds of blocks that a body is made of.
CONTENT_KINDS: Final = ("paragraph", "heading", "list_item", "quote")
# Shorter blocks ("Read more", a name, a date) repeat by chance.
LEAST_TOKENS: Final = 10
_HASH_BYTES: Final = 8


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages of some documents, in row order.

    `hashes` and `chars` are lists, one per document: each of its content blocks of LEAST_TOKENS tokens or more, by
    the hash of its folded tokens, with its length in code points. `content_chars` is the length of all its content
    blocks and `repeated_share` the share of that in blocks that repeat an earlier one.
    """

    hashes: pa.LargeListArray
    chars: pa.LargeListArray
    content_chars: npt.NDArray[np.int64]
    repeated_share: npt.NDArray[np.float32]


def passages(ids: pa.ChunkedArray, blocks: pa.Table) -> Passages:
    """Return the passages of the documents `ids`, from `blocks` (id, text, kind, boilerplate; document order)."""
    rows = pl.DataFrame({"id": pl.Series(ids).cast(pl.String)}).with_row_index("row")
    content = _content(blocks).join(rows, on="id", how="inner", maintain_order="left")
    hashed = content.with_columns(_hashes(content["text"])).drop("id", "text")
    sums = hashed.with_columns(repeats=_repeats()).group_by("row").agg(_chars("content"), _chars("repeated", "repeats"))
    lists = hashed.drop_nulls("hash").group_by("row", maintain_order=True).agg("hash", "chars")
    whole = rows
    for found in (sums, lists):
        whole = whole.join(found, on="row", how="left", maintain_order="left")
    whole = whole.with_columns(pl.col("content", "repeated").fill_null(0), pl.col("hash", "chars").fill_null([]))
    share = whole["repeated"] / whole["content"].clip(lower_bound=1)
    hashes, chars = (whole[name].to_arrow() for name in ("hash", "chars"))
    return Passages(hashes, chars, whole["content"].to_numpy(), share.cast(pl.Float32).to_numpy())


def _content(blocks: pa.Table) -> pl.DataFrame:
    frame = pl.DataFrame(blocks.select(["id", "text", "kind", "boilerplate"]))
    content = frame.filter(~pl.col("boilerplate") & pl.col("kind").cast(pl.String).is_in(CONTENT_KINDS))
    return content.select(pl.col("id").cast(pl.String), "text", chars=pl.col("text").str.len_chars().cast(pl.Int32))


def _hashes(texts: pl.Series) -> pl.Series:
    tokens = fold(texts.to_list())
    is_long = np.diff(tokens.offsets) >= LEAST_TOKENS
    found = [
        int.from_bytes(digest[:_HASH_BYTES], "little") if digest and long else None
        for digest, long in zip(tokens.digests, is_long.tolist(), strict=True)
    ]
    return pl.Series("hash", found, dtype=pl.UInt64)


def _repeats() -> pl.Expr:
    return pl.col("hash").is_not_null() & ~pl.struct("row", "hash").is_first_distinct()


def _chars(name: str, where: str | None = None) -> pl.Expr:
    chars = pl.col("chars").cast(pl.Int64)
    return (chars.filter(pl.col(where)) if where else chars).sum().alias(name)
