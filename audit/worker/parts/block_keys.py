"""Keys by which recurring blocks are counted (audit.corpus.recurring_blocks)."""

from __future__ import annotations

import numpy as np
import polars as pl
import pyarrow as pa
from numpy.typing import NDArray


def block_keys(owners: NDArray[np.int64], keys: NDArray[np.uint64], flagged: pa.ChunkedArray) -> pa.Table:
    """Return the distinct block keys of each document of a part; `flagged` masks the boilerplate blocks.

    `owners` are the documents' rows in the part, `keys` the blocks' line keys. Columns: row (of the document), key, at
    (the first such block in the part), flagged (whether all are).
    """
    columns = {"row": owners.astype(np.uint32), "key": keys, "flagged": pl.Series(flagged)}
    frame = pl.DataFrame(columns).with_row_index("at")
    once = frame.group_by("row", "key", maintain_order=True).agg(pl.col("at").first(), pl.col("flagged").all())
    return once.to_arrow()
