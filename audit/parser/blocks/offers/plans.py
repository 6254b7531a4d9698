"""Plans side by side, each with its price for a time or a person and what it includes: the tiers of a page of prices.

Line by line they look like menus: a name, a price, a button, and features that recur from plan to plan.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.context.segments import Segments
from audit.parser.blocks.offers.facts import PAID
from audit.parser.tables.line_cues import HEADER, RELATED
from audit.text.tables import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows
    from audit.parser.blocks.context_rules import Furniture

# Maximum characters of a price, of the line that says what it is for, and of a feature.
_PRICE, _PERIOD, _FEATURE = 40, 60, 120
_PERIODS: Final = re.compile("|".join(map(re.escape, phrases("offers", "periods"))))
# Maximum lines from a price to what it is for, of a plan, and above its price; the fewest plans, and lines of one: what
# is nearer is the same price by month.
_BELOW, _LINES, _ABOVE, _FEWEST, _BRIEFEST = 3, 30, 2, 2, 4
# Minimum letters of a paragraph, and neighbours from which a page is an article, which may have a wall below it.
_PARAGRAPH, _NEIGHBOURS = 40, 3


def is_planned(rows: Rows, content: Flags, said: Furniture) -> Flags:
    """Return which unclaimed lines belong to a plan with its price, on pages that have several below no article.

    `content` are the lines kept so far; calls to act, which every plan has, may be between.
    """
    documents, brief = rows.documents, ~rows["sentence"] & ~said.claimed & said.furnished
    price = rows.matching("folded", PAID, brief & (rows["chars"] <= _PRICE) & (rows["digit"] > 0))
    found = np.zeros(len(content), np.bool_)
    if not price.any():
        return found
    told = rows.matching("folded", _PERIODS, documents.near(price, _BELOW) & brief & (rows["chars"] <= _PERIOD))
    price &= np.any([documents.shifted(told, -steps, otherwise=False) for steps in range(_BELOW + 1)], axis=0)
    here = np.flatnonzero(brief & documents.any(price) & (rows["chars"] <= _PRICE))
    price[here] |= rows.picked(here).is_in(phrases("offers", "asked_prices")).to_numpy()
    prose = content & rows["sentence"] & (rows["weight"] >= _PARAGRAPH)
    article = prose & (Segments.of(documents.first, prose).size >= _NEIGHBOURS)
    price &= documents.above(article | rows.with_cue((*HEADER, *RELATED))) == 0
    closed = said.claimed & ~_is_call(rows, said)
    for first in np.unique(documents.first[price]).tolist():
        last = int(documents.last[first])
        prices = first + np.flatnonzero(price[first:last])
        for begin, end in _tables(prices, np.flatnonzero(closed[first:last]) + first, first, last):
            found[begin:end] = True
    found &= ~said.claimed & (rows.cue < 0) & (rows["chars"] <= _FEATURE) & (rows["repeats_paired"] == 0)
    return found


def _is_call(rows: Rows, said: Furniture) -> Flags:
    """Return which claimed lines every plan may have: a button, or what recurs."""
    call = said.claimed & (rows["twin"] | ~rows.with_cue(RELATED)) & (rows["chars"] <= _PRICE)
    found: Flags = call & ~rows.documents.shifted(said.claimed, 1, otherwise=False)
    return found


def _tables(prices: NDArray[np.int64], closed: NDArray[np.int64], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the first line of each row of plans and the line behind it; `closed` lines end one."""
    apart = prices[np.diff(prices, prepend=first - _BRIEFEST) >= _BRIEFEST]
    for plans in np.split(apart, np.flatnonzero(np.diff(apart) > _LINES) + 1):
        if len(plans) < _FEWEST:
            continue
        above, below = np.searchsorted(closed, (plans[0], plans[-1]))
        begin = max(plans[0] - _ABOVE, closed[above - 1] + 1 if above else first)
        end = min(plans[-1] + int(np.diff(plans).max()) + 1, closed[below] if below < len(closed) else last)
        yield begin, end
