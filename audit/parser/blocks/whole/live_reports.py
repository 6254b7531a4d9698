"""Feeds by time below an article: lines that begin with a time of day, and those between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from audit.parser.blocks.context.segments import Segments
from audit.parser.blocks.whole.other_articles import is_below_article, paragraphs
from audit.parser.tables.line_cues import RELATED

if TYPE_CHECKING:
    from audit.parser.blocks.context.rows import Flags, Rows

# A line's time.
_TIME: Final = re.compile(r"^[【\[(]?(?:[01]?\d|2[0-3])(?:[:h][0-5]\d|\.[0-5]\d ?uhr|[:.][0-5]\d ?[ap]\.?m)(?!\d)")
# Minimum lines with a time of a feed below a heading.
_FEED: Final = 2


def is_in_feed(rows: Rows, content: Flags) -> Flags:
    """Return which lines of `content` begin with a time, or stand between such, below a heading of other articles.

    An article without such lines must be above.
    """
    documents = rows.documents
    heading = rows.with_cue(RELATED) & ~content & is_below_article(rows, paragraphs(rows, content))
    if not heading.any():
        return heading
    timed = _is_timed(rows, documents.any(heading))
    heading &= documents.shifted(timed, -1, otherwise=False) & (documents.above(timed) == 0)
    feed = Segments.of(documents.first, documents.above(heading))
    in_feed = (documents.above(heading) > 0) & (feed.total(timed) >= _FEED)
    last = feed.total(timed) - feed.above(timed) == 0
    found: Flags = content & in_feed & (timed | ~last)
    return found


def _is_timed(rows: Rows, asked: Flags) -> Flags:
    return rows.matching("folded", _TIME, asked & (rows["digit"] > 0) & (rows.begins_with_digit | rows.opened("【[(")))
