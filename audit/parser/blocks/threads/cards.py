"""Counts below a post of a platform (17, Reposts, 240, Likes), and the handle of an account with its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.blocks.context.segments import Segments
from audit.text.tables import phrases

if TYPE_CHECKING:
    from audit.parser.blocks.context.rows import Flags, Rows

# Maximum characters of a count and of what is counted, and of a name or handle.
_COUNT, _NAME = 16, 40
_NUMBER: Final = r"^[0-9][0-9.,\s]*(?:k|m|b|mln|mio\.?|tsd\.?|mil|тыс\.?|млн\.?|万|萬|亿|천|만)?$"
_HANDLE: Final = r"^@[\w.-]{2,}(?:@[\w-]+(?:\.[\w-]+)+)?$"
_COUNTED: Final = phrases("threads", "counted")
# Minimum counts one below the other.
_COUNTS: Final = 2


def is_card(rows: Rows, furnished: Flags) -> Flags:
    """Return which lines are counts with what they count, one below the other, or a handle, or a name above one.

    Only lines of `furnished` texts are.
    """
    documents, bare = rows.documents, furnished & ~rows["sentence"]
    number = rows.matching("folded", _NUMBER, bare & rows.begins_with_digit & (rows["chars"] <= _COUNT))
    word = bare & documents.near(number, 1) & ~number & (rows["chars"] <= _COUNT)
    here = np.flatnonzero(word)
    word[here] = rows.picked(here).is_in(_COUNTED).to_numpy()
    # A dot may be between two counts.
    run = Segments.of(documents.first, number | word | (rows["weight"] == 0))
    counted = (number | word) & (run.total(word) >= _COUNTS) & (run.total(number) >= _COUNTS)
    handle = rows.matching("folded", _HANDLE, furnished & rows.opened("@") & (rows["chars"] <= _NAME))
    # A headline may be above a handle, too; the name of an account recurs in its card.
    name = documents.shifted(handle, -1, otherwise=False) & bare & rows["twin"] & (rows["chars"] <= _NAME)
    found: Flags = counted | handle | name
    return found
