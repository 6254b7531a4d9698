"""Other articles on an article's page: one appended in full, or headlines of some between two of its paragraphs.

Or a feed: lines below it that begin with a time of day, and those between them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.context.segments import Segments
from audit.parser.tables.line_cues import HEADER, RELATED
from audit.text.punctuation import FULL_STOPS, SENTENCE_CLOSERS
from audit.text.tables import phrases

if TYPE_CHECKING:
    from audit.parser.blocks.context.rows import Flags, Rows

_LABELS: Final = frozenset(word.rstrip("*") for word in phrases("notices", "next_article"))
# Maximum labels of a page that announce another article: in a list each item has one.
_MOST: Final = 2
# Minimum letters of a paragraph and of an article above; maximum lines from the label to a date or author below it, and
# characters of a line with a date.
_PARAGRAPH, _ARTICLE, _REACH, _DAY = 40, 300, 4, 120
# Maximum headlines inside an article, and minimum paragraphs below them, with at most one other line for three.
_HEADLINES, _RESUMED, _OTHERS = 5, 2, 3
# A headline that asks is no sentence of an article.
_STOPS: Final = f"{FULL_STOPS}!！"
# A line's time.
_TIME: Final = re.compile(r"^[【\[(]?(?:[01]?\d|2[0-3])(?:[:h][0-5]\d|\.[0-5]\d ?uhr|[:.][0-5]\d ?[ap]\.?m)(?!\d)")
# Minimum lines with a time of a feed below a heading.
_FEED: Final = 2


def paragraphs(rows: Rows, content: Flags) -> Flags:
    """Return which lines of `content` are sentences of an article's length."""
    found: Flags = content & rows["sentence"] & (rows["weight"] >= _PARAGRAPH)
    return found


def is_below_article(rows: Rows, prose: Flags) -> Flags:
    """Return which lines have an article of these paragraphs above."""
    found: Flags = rows.documents.above(np.where(prose, rows.letters, 0)) >= _ARTICLE
    return found


def is_in_other_article(rows: Rows, content: Flags) -> Flags:
    """Return which lines of `content` are below a label, a headline and a date or author of another article.

    An article with its own date or author must be above.
    """
    numbers, words = rows.seen
    label = np.array([word in _LABELS for word in words] + [False])[numbers] & ~content
    if not label.any():
        return label
    documents = rows.documents
    header = rows.with_cue(HEADER) | (rows["dated"] & (rows["chars"] <= _DAY))
    label &= documents.total(label) <= _MOST
    prose = paragraphs(rows, content)
    label &= is_below_article(rows, prose) & (documents.above(header) > 0)
    below, text = documents.first_below(header & ~content), documents.first_below(prose)
    label &= (below > documents.here + 1) & (below <= documents.here + _REACH) & (text > below)
    found: Flags = content & (documents.above(label) > 0)
    return found


def is_resumed(rows: Rows, content: Flags, claimed: Flags) -> tuple[Flags, Flags]:
    """Return which sentences not in `content` go on with the article below headlines of others, and these headlines.

    A teaser has one sentence, and a heading of its own: several paragraphs without, down to what is `claimed` to be
    furniture, are the article's. Of the lines between, the last may be its own heading.
    """
    documents, heading = rows.documents, rows.with_cue(RELATED) & ~content
    # What begins with a time or a number is an item of a list.
    prose = (
        (rows["weight"] >= _PARAGRAPH) & rows.closed(_STOPS, SENTENCE_CLOSERS) & ~rows.cut_off & ~rows.begins_with_digit
    )
    closed = claimed | heading
    heading &= documents.shifted(prose & content, 1, otherwise=False)
    below = Segments.of(documents.first, closed)
    headed = ~closed & documents.shifted(heading, 1, otherwise=False)[below.first]
    said = prose | (rows["sentence"] & (below.above(prose) > 0))
    text = below.above(prose) + prose > 0
    headed &= (below.total(prose) >= _RESUMED) & (below.total(~text) <= _HEADLINES)
    headed &= (_OTHERS + 1) * below.total(text & ~said) <= below.total(text)
    last = documents.shifted(text, -1, otherwise=False)
    return headed & said & ~content, headed & ~text & ~rows["sentence"] & ~last


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
