"""Exemption of quoted or reprinted prose from template detection."""

from __future__ import annotations

from typing import Final

import polars as pl

# Minimum letters of prose: menus and labels are shorter.
_PROSE: Final = 60
# Maximum share of a source's documents that share quoted prose.
_FEW: Final = 10


def without_reprints(lines: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Return the columns of template_lines.repeat_columns, zeroed for prose shared by few of many documents.

    Such prose is a quotation or reprint and belongs to the articles. Text shared by most documents of a source is a
    template, however long; nothing is exempt in small sources. `lines` are rows of audit.parser.blocks.features.lines.
    """
    table = pl.concat([lines.select("weight"), known], how="horizontal")
    by_few = (pl.col("weight") >= _PROSE) & (_FEW * pl.col("repeats") < pl.col("siblings"))
    told = ("repeats", "repeats_paired")
    return table.select(*(pl.when(by_few).then(0).otherwise(name).alias(name) for name in told), "siblings")
