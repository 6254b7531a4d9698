"""Pages whose likeliest headline is too unlikely for its place: shops, home pages and lists of teasers state none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.blocks.context.regex_search import WORD_END
from audit.parser.blocks.whole.marked_parts import is_part_mark
from audit.parser.header.accounts import account_rows
from audit.parser.header.person_names import person
from audit.parser.header.title.agreement import (
    ends_path,
    follows_path,
    is_drawn,
    is_named,
    is_said_twice,
    own_headings,
)
from audit.parser.header.title.first_lines import is_set_off
from audit.parser.header.title.own_furniture import AGE, READ, is_above_own, is_defined, is_several
from audit.parser.header.title.place import is_told_of
from audit.parser.tables.labels import OFFER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# Each sign of doubt asks for so much more (hundredths of a natural logarithm of odds), from two signs on.
_EACH, _SIGNS, _MOST = 50, 2, 6
# Lines from a headline to the beginning of the article, and below one in which prose follows or the header ends.
_FAR_ABOVE, _FOLLOWED = 19, 20
# Lines below the first in which a page's headline usually is.
_FIRST_LINES: Final = 30
# Lines below a headline in which its byline is.
_BYLINE: Final = 3
# Content blocks that may be above a headline, and lines over which they may be spread.
_ABOVE: Final = 6
# Minimum blanks in a headline set off below a menu.
_BLANKS: Final = 2
# Prices of a page that sells several things; lead over the second likeliest line.
_PRICES, _LEAD = 3, 60
_PRICE: Final = pl.col("folded").str.contains(rf"[£$€¥￥₹] ?[0-9]|[0-9] ?(?:[€£]|元|円|zł|kr{WORD_END}|₽|руб)")


def likeliest(pages: Pages, rows: Ints, sums: Ints) -> Ints:
    """Return the index of the maximum in each document that has one, the first of equals, in the documents' order."""
    order = np.lexsort((rows, -sums, pages.document[rows]))
    found: Ints = order[np.diff(pages.document[rows[order]], prepend=-1) > 0]
    return found


def is_too_unlikely(pages: Pages, rows: Ints, sums: Ints, rivals: tuple[Ints, Ints]) -> Flags:
    """Return the rows of pages whose likeliest headline is less likely than the signs of doubt there ask for.

    `rivals` are all lines that may be headlines, with their sums. What the page itself names its headline is
    believed, and a day or byline below takes a sign of doubt away. Without these a headline is likelier than not, if it
    is not right above the article or the first part of a song, or printed again.
    """
    best = likeliest(pages, rows, sums)
    best = best[pages.is_mixed[pages.document[rows[best]]] & (sums[best] < _EACH * _MOST)]
    here = rows[best]
    backed = is_named(pages, here) | is_said_twice(pages, here) | ends_path(pages, here)
    backed |= is_above_own(pages, here) | is_defined(pages, here) | np.isin(here, pages.once(own_headings))
    backed |= is_several(pages, here) & is_drawn(pages, np.minimum(here + 1, pages.last[pages.document[here]] - 1))
    set_off, plain = is_set_off(pages, here), pages.is_plain[pages.document[here]]
    backed |= set_off & (plain | is_several(pages, here) | (pages["space"][here] >= _BLANKS))
    best, here = best[~backed], here[~backed]
    doubts = sum((sign.astype(np.int64) for sign in _signs(pages, here, sums[best], rivals)), np.zeros(len(here), int))
    told = _is_above_byline(pages, here)
    doubts -= told
    doubts -= told & _is_above_name_and_day(pages, here)
    # A sentence right above the article is its first.
    told |= (here + 1 == pages.opening[pages.document[here]]) & ~pages.closed(".。।۔")[here]
    told |= pages.flags("twin")[here]
    told |= follows_path(pages, here)
    told |= is_part_mark(pages)[np.minimum(here + 1, len(pages.lines) - 1)]
    weak = here[np.where(doubts >= _SIGNS, sums[best] < _EACH * doubts, ~told & (sums[best] < 0))]
    return np.isin(pages.document[rows], pages.document[weak])


def _signs(pages: Pages, rows: Ints, sums: Ints, rivals: tuple[Ints, Ints]) -> Iterator[Flags]:
    """Yield the signs of doubt: far above, no prose below, below content, prices, joined, an offer (twice), a rival.

    And that it is far down the page, where menus, offers and notices are, without a day, byline or paragraph below.
    """
    document = pages.document[rows]
    yield pages.opening[document] - rows > _FAR_ABOVE
    prose = np.append(0, np.cumsum(pages.content & pages.flags("sentence")))
    end = np.minimum(rows + 1 + _FOLLOWED, pages.last[document])
    yield prose[end] - prose[rows + 1] <= 1
    yield rows - pages.begun[document] > _ABOVE
    asked = np.isin(pages.document, document)
    priced = np.bincount(pages.document[pages.holding(_PRICE, asked & (pages["digit"] > 0))], minlength=len(pages))
    yield priced[document] >= _PRICES
    yield _is_joined(pages, rows)
    offers = pages.mask(pages.holding(OFFER, pages.mask(rows)))[rows]
    yield from (offers, offers)
    yield (rows - pages.first[document] > _FIRST_LINES) & ~is_told_of(pages, rows)
    yield sums - _second(pages, rows, rivals) <= _LEAD


def _is_above_byline(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are up to three lines above a date, byline or account, sentences right above it.

    How long it takes to read an article, how old it is, and its day without the year are as good.
    """
    below = np.minimum(rows[:, None] + np.arange(1, _BYLINE + 1), pages.last[pages.document[rows], None] - 1)
    near = pages.mask(below.ravel()) & ~pages.content & (pages["digit"] > 0)
    beside = (pages.holding(pattern, near) for pattern in (READ, AGE))
    told = pages.meta | pages.mask(np.concatenate([pages.once(account_rows), *beside]))
    counted = np.append(0, np.cumsum(told))
    below = np.where(pages.flags("sentence")[rows], 1, _BYLINE)
    end = np.minimum(rows + 1 + below, pages.last[pages.document[rows]])
    found: Flags = counted[end] > counted[np.minimum(rows + 1, end)]
    return found


def _is_above_name_and_day(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are a few lines above a line that is a person, and another with a day, as only articles are."""
    below = np.minimum(rows[:, None] + np.arange(1, _BYLINE + 3), pages.last[pages.document[rows], None] - 1)
    days = (pages.dated & pages.meta)[below].any(axis=1)
    named = (pages.cued(("byline",)) & ~pages.dated)[below].any(axis=1)
    named[~named] = [any(person(line) for line in pages.texts(some, "text")) for some in below[~named]]
    found: Flags = named & days
    return found


def _is_joined(pages: Pages, rows: Ints) -> Flags:
    """Return which rows have no blank line above, on pages where most have one."""
    set_off = np.bincount(pages.document[pages["breaks"] > 1], minlength=len(pages)) * 2 > pages.last - pages.first
    return (pages["breaks"][rows] <= 1) & set_off[pages.document[rows]]


def _second(pages: Pages, rows: Ints, rivals: tuple[Ints, Ints]) -> Ints:
    """Return for each row the highest sum of its document's other lines that say something else."""
    others, sums = rivals
    named = np.append(rows, 0)[np.minimum(np.searchsorted(pages.document[rows], pages.document[others]), len(rows))]
    other = (pages.picked(others) != pages.picked(named)).to_numpy()
    found = np.full(len(pages), np.iinfo(np.int64).min // 2)
    np.maximum.at(found, pages.document[others[other]], sums[other])
    return found[pages.document[rows]]
