"""Search phrases of gambling and pharmacy spam: names of illegal games beside what their sites offer.

Reports about such sites name the games, and seldom beside an offer.
"""

from __future__ import annotations

from itertools import product
from typing import Final

from audit.parser.tables import lists

_LISTS: Final = lists("gambling")
_REPORTED: Final = {
    *product(_LISTS["lotteries"], _LISTS["of_lotteries"]),
    *product(_LISTS["card_games"], _LISTS["of_card_games"]),
}
# Phrases of which an article rarely contains one, and hardly ever two in a paragraph.
GAMBLING: Final = (
    *(game + offer for game, offer in product(_LISTS["games"], _LISTS["offers"]) if (game, offer) not in _REPORTED),
    *_LISTS["phrases"],
)
# Phrases that an article may contain one of, and words of those who report about such sites.
BESIDE: Final = frozenset(_LISTS["beside"])
REPORTS: Final = tuple(_LISTS["reports"])
