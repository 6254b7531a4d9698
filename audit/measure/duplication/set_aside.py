"""The amount of text set aside as copies: in total, and by folder, source, language and year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

import polars as pl

from audit.parser.templates.template_lines import sources_of

if TYPE_CHECKING:
    import pyarrow as pa

# Grouping and measured column; the folder, or file of records, is taken from the id.
GROUPED_BY: Final = {"folder": "id", "source": "stated_source", "language": "language", "year": "year"}
# Minimum documents of a group: in smaller ones most may be copies, such as a page and its print version.
LEAST_OF_GROUP: Final = 20
# Minimum share of copies of a group that is reported, and groups shown.
TOLD_FROM: Final = 0.5
LONGEST_LIST: Final = 40
_DECIMALS: Final = 6
COLUMNS: Final = ("id", "stated_source", "language", "year", "duplicate_of", "tokens", "lost_tokens")


def copies_set_aside(measures: pa.Table) -> dict[str, Any]:
    """Return the report entry on copies: their number, their tokens, and the tokens lost.

    `groups` are those of at least 20 documents with half or more copies, the highest share first.
    """
    frame = cast("pl.DataFrame", pl.from_arrow(measures.select(COLUMNS)))
    copies, tokens, lost = lost_text(frame)
    groups = copies_by_group(frame).filter(pl.col("share") >= TOLD_FROM).head(LONGEST_LIST)
    return {
        "documents": copies,
        "tokens": tokens,
        "lost_tokens": lost,
        "groups": groups.with_columns(pl.col("share").round(_DECIMALS)).to_dicts(),
    }


def copies_by_group(measures: pl.DataFrame) -> pl.DataFrame:
    """Return `by`, `group`, `documents`, `copies` and `share` of each group of at least LEAST_OF_GROUP documents.

    `measures` has COLUMNS. Highest share first; documents without source or date are in no such group.
    """
    is_copy = measures["duplicate_of"].is_not_null()
    found = []
    for by, column in GROUPED_BY.items():
        names = measures[column].cast(pl.String)
        if by == "folder":
            names = sources_of(names).replace("", ".")
        groups = pl.DataFrame({"group": names, "copy": is_copy}).drop_nulls().group_by("group")
        counted = groups.agg(
            pl.len().cast(pl.Int64).alias("documents"), pl.col("copy").sum().cast(pl.Int64).alias("copies")
        )
        found.append(counted.select(pl.lit(by).alias("by"), pl.all()))
    whole = pl.concat(found).filter(pl.col("documents") >= LEAST_OF_GROUP)
    whole = whole.with_columns(share=pl.col("copies") / pl.col("documents"))
    return whole.sort(["share", "copies", "by", "group"], descending=[True, True, False, False])


def lost_text(measures: pl.DataFrame) -> tuple[int, int, int]:
    """Return the number of copies, their tokens, and the tokens absent from everything kept."""
    copies = measures.filter(pl.col("duplicate_of").is_not_null())
    tokens, lost = (int(copies[name].cast(pl.Int64).sum()) for name in ("tokens", "lost_tokens"))
    return len(copies), tokens, lost
