"""Another article in full, appended to one below a label that announces it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.tables.line_cues import HEADER
from audit.parser.tables.notices import NEXT_ARTICLE

if TYPE_CHECKING:
    from audit.parser.blocks.context.rows import Flags, Rows

_LABELS: Final = frozenset(word.rstrip("*") for word in NEXT_ARTICLE)
# Maximum labels of a page that announce another article: in a list each item has one.
_MOST: Final = 2
# Minimum letters of a paragraph and of an article above; maximum lines from the label to a date or author below it, and
# characters of a line with a date.
_PARAGRAPH, _ARTICLE, _REACH, _DAY = 40, 300, 4, 120


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
