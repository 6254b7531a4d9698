"""What is set aside as copies: how much text is lost with it, and of which sources, languages and years it is most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, cast

import polars as pl

from audit.measure.duplication.set_aside import COLUMNS, copies_by_group, lost_text
from audit.text.visible import visible

if TYPE_CHECKING:
    import pyarrow as pa

# A group of which less is set aside is not worth a line; a report shows the head of a long list.
TOLD_FROM: Final = 0.5
LONGEST_LIST: Final = 40
_LINES: Final = 3
_GROUP_CHARS: Final = 60
_DECIMALS: Final = 6


def copies_set_aside(measures: pa.Table) -> dict[str, Any]:
    """Return what a report says of the copies among all documents: their number, their tokens, those that are lost.

    `groups` are those of 20 documents or more of which half or more are copies, the greatest share first.
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


def of_copies(copies: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of a summary about the copies, safe to print; none where there are none, or none are told of."""
    if not copies.get("documents"):
        return
    of = f"{copies['lost_tokens'] / copies['tokens']:.2%} of " if copies["tokens"] else ""
    yield f"{copies['documents']:,} copies; text that now stands nowhere: {of}{copies['tokens']:,} tokens"
    for group in copies["groups"][:_LINES]:
        named = f"{group['by']} {visible(group['group'], _GROUP_CHARS)}"
        yield f"{named}: {group['copies']:,} of {group['documents']:,} documents are copies"
    if len(copies["groups"]) > _LINES:
        yield f"and {len(copies['groups']) - _LINES:,} groups more, in the report"
