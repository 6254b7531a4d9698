"""The rule that takes lines shared with other documents for furniture, where a page by itself deceives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import polars as pl

from audit.parser.boilerplate import HALF
from audit.text.visible import visible

# What a shared line is at least taken for; above the middle, for two lines in a row are rarely shared by chance.
SHARED: Final = 0.9
# A source is a folder's name: as much of it is told.
_NAMED: Final = 60


def set_aside_shared(table: pl.DataFrame, sources: Sequence[str]) -> pl.DataFrame:
    """Return the table of audit.parser.boilerplate.decide with shared lines taken for boilerplate.

    `table` has the columns of audit.parser.repeats.repeat_columns as well; `sources` names each document's source. A
    line is shared when another document has it between the same neighbours. Where more than half of what is left of a
    document is shared (a reprint, a form letter), that is what the document says, and nothing is changed.
    """
    shared = (pl.col("repeats_paired") > 0) & (pl.col("score") < HALF)
    left = pl.when(pl.col("score") < HALF).then("weight").otherwise(0.0).sum().over("document")
    common = pl.when(shared).then("weight").otherwise(0.0).sum().over("document")
    table = table.with_columns(shared=shared & (2 * common <= left))
    return table.with_columns(
        score=pl.when("shared").then(pl.lit(SHARED, pl.Float32)).otherwise("score"),
        boilerplate=pl.col("shared") | pl.col("boilerplate"),
        reason=pl.when("shared").then(_reason(sources)).otherwise("reason"),
    )


def _reason(sources: Sequence[str]) -> pl.Expr:
    names = [visible(source, _NAMED) if source else "its folder" for source in sources]
    named = pl.col("document").replace_strict(dict(enumerate(names)), return_dtype=pl.String)
    documents = pl.when(pl.col("repeats") == 1).then(pl.lit("document")).otherwise(pl.lit("documents"))
    return pl.format("stands in {} other {} of {}", "repeats", documents, named)
