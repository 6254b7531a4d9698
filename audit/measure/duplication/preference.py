"""The order in which copies are kept, and the words for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from audit.measure.duplication.tokens.hashing import Bools, Ints, Records

FIRST: Final = "is first in the order of paths"
PUBLISHED_BEFORE: Final = "was published before"


class Criterion(NamedTuple):
    """What speaks for a row, as words that complete "kept since it …": a number of each row, the lesser the better."""

    words: str
    values: Records


@dataclass(frozen=True, slots=True)
class Preference:
    """Which of several copies is kept: the one that is better by the first criterion by which they differ."""

    criteria: tuple[Criterion, ...] = ()

    def places(self, eligible: Bools) -> Ints:
        """Return each row's place in the order of keeping: eligible rows first, the order of rows among equals."""
        rows = np.arange(len(eligible))
        order = np.lexsort((rows, *(each.values for each in reversed(self.criteria)), ~eligible))
        places = np.empty_like(rows)
        places[order] = rows
        return places

    def reasons(self, rows: Ints, kept: Ints) -> list[str]:
        """Return for each of `rows` why the one of `kept` beside it is kept instead."""
        found = np.full(len(rows), FIRST, object)
        is_open = np.ones(len(rows), np.bool_)
        for words, values in self.criteria:
            is_open_here = is_open & (values[kept] != values[rows])
            found[is_open_here & (values[kept] < values[rows])] = words
            is_open &= ~is_open_here
        return found.tolist()
