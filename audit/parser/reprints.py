"""What documents of one source have in common is furniture, unless it is the article itself, printed again."""

from __future__ import annotations

from typing import Final

import polars as pl

# A block of this weight (letters) is prose: menus and labels are shorter.
_PROSE: Final = 60
# A line in less than this part of a source's documents is shared by few of them.
_FEW: Final = 10


def without_reprints(lines: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Return the columns of audit.parser.repeats.repeat_columns, 0 for documents whose prose is mostly that of a few.

    Such a document is a version of others that was not recognised as one; what they share is their article. What most
    of a source shares is no article, however long. `lines` are the rows of audit.parser.features.lines.
    """
    prose = pl.when(pl.col("weight") >= _PROSE).then("weight").otherwise(0.0)
    by_few = (pl.col("repeats") > 0) & (_FEW * pl.col("repeats") < pl.col("siblings"))
    shared = pl.when(by_few).then(prose).otherwise(0.0)
    table = pl.concat([lines.select("document", "weight"), known], how="horizontal")
    is_reprint = 2 * shared.sum().over("document") > prose.sum().over("document")
    return table.select(pl.when(is_reprint).then(0).otherwise(name).alias(name) for name in known.columns)
