"""The keys by which blocks that recur across documents are counted (audit.corpus.recurring_blocks)."""

from __future__ import annotations

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray


def block_keys(ids: pa.ChunkedArray, blocks: pa.Table, keys: NDArray[np.uint64]) -> pa.Table:
    """Return what is to be counted of the blocks of a part, whose documents have these ids: once for each document.

    `keys` are those of their lines. Columns: row (of the document in the part), key, at (the first such block in the
    part), flagged (all are).
    """
    rows = pc.index_in(blocks["id"], value_set=ids.combine_chunks()).to_numpy().astype(np.uint32)
    frame = pl.DataFrame({"row": rows, "key": keys, "flagged": pl.Series(blocks["boilerplate"])}).with_row_index("at")
    once = frame.group_by("row", "key", maintain_order=True).agg(pl.col("at").first(), pl.col("flagged").all())
    return once.to_arrow()
