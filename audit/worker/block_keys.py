"""The keys by which blocks that recur across documents are counted (audit.corpus.recurring_blocks)."""

from __future__ import annotations

import polars as pl
import pyarrow as pa

from audit.parser.templates.template_lines import line_keys
from audit.text.fold import fold_all


def block_keys(ids: pa.ChunkedArray, blocks: pa.Table) -> pa.Table:
    """Return what is to be counted of the blocks of a part, whose documents have these ids: once for each document.

    Columns: row (of the document in the part), key, at (the first such block in the part), flagged (all are).
    """
    documents = pl.DataFrame({"id": pl.Series(ids.to_pylist(), dtype=pl.String)}).with_row_index("row")
    frame = pl.DataFrame(blocks.select(["id", "text", "boilerplate"])).with_row_index("at")
    frame = frame.with_columns(folded=pl.Series(fold_all(frame["text"].to_list()), dtype=pl.String))
    keyed = frame.with_columns(key=pl.Series(line_keys(frame))).join(documents, on="id", how="left")
    once = keyed.group_by("row", "key", maintain_order=True).agg(
        pl.col("at").first(), pl.col("boilerplate").all().alias("flagged")
    )
    return once.to_arrow()
