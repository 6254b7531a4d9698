"""Teasers of other articles above a headline: lines whose words the article does not use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from audit.parser.header.title.agreement import is_named, is_said_twice
from audit.parser.header.title.no_titles import is_name
from audit.parser.header.title.own_furniture import is_above_own
from audit.parser.tables.people import BY_GENRE, POSTER
from audit.text.punctuation import FULL_STOPS, SENTENCE_CLOSERS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# Maximum lines from a teaser to the date or byline of the article below it, and from where an article begins to these;
# minimum digits of a date, and letters of the headline above it.
_ABOVE_DATE, _DECK, _DIGITS, _LEAST = 5, 3, 5, 4
# Maximum number and share of a teaser's words that the article uses.
_WORDS, _SHARE = 1, 0.34


def is_beside_teaser(pages: Pages, rows: Ints, sums: Ints) -> Flags:
    """Return which rows are teasers of other articles, and which are not likelier headlines (`sums`) than these.

    A teaser is above the line right above the date or byline, and the article uses almost none of its words, nor does
    the page name it again. That line can be the headline, however unlikely, unless it is a deck.
    """
    document, shared, share = pages.document[rows], *pages.speech
    strange = (shared[rows] <= _WORDS) & (share[rows] <= _SHARE) & (rows > pages.first[document])
    strange &= ~pages.is_plain[document]
    strange &= ~(is_named(pages, rows) | is_said_twice(pages, rows) | is_above_own(pages, rows))
    if not strange.any():
        return strange
    slots = np.append(_above_dates(pages, document[strange]), len(pages.lines) + _ABOVE_DATE)
    slot = slots[np.searchsorted(slots, rows)]
    near = (slot - rows < _ABOVE_DATE) & (slot < pages.opening[document] + _DECK)
    teaser = near & (slot > rows) & strange
    best = np.full(len(pages), np.iinfo(np.int64).min)
    np.maximum.at(best, document[teaser], sums[teaser])
    found: Flags = (sums <= best[document]) & ~(near & (slot == rows))
    return found


def _above_dates(pages: Pages, documents: Ints) -> Ints:
    """Return the lines of documents right above a date or byline, or above the name there, that may be headlines."""
    stated = pages.meta & ((pages.cue >= 0) | (pages.lines["digit"].to_numpy() >= _DIGITS))
    rows = np.flatnonzero(stated & (np.arange(len(stated)) <= pages.opening[pages.document] + _DECK))
    rows = rows[np.isin(pages.document[rows], documents)]
    above = np.maximum(rows - 1, 0)
    named = np.array([_names(line) for line in pages.texts(above, "text")], bool)
    slots = np.unique(np.maximum(above - named, 0))
    deck = pages.closed(FULL_STOPS, SENTENCE_CLOSERS)[slots] & pages.flags("sentence")[slots]
    found: Ints = slots[(pages.cue[slots] < 0) & (pages.weight[slots] >= _LEAST) & ~deck]
    return found


def _names(line: str) -> bool:
    return is_name(line) or bool(POSTER.search(line) or BY_GENRE.match(line))
