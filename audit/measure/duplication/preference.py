"""The ranking of copies for keeping, and its explanation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from audit.measure.duplication.tokens.hashing import Bools, Ints, Records

FIRST: Final = "is first in path order"
PUBLISHED_BEFORE: Final = "was published before"


class Criterion(NamedTuple):
    """A ranking criterion: words that complete "kept since it …", and a number per row, smaller is better."""

    words: str
    values: Records


@dataclass(frozen=True, slots=True)
class Preference:
    """A lexicographic ranking: the first criterion in which two copies differ decides."""

    criteria: tuple[Criterion, ...] = ()

    def places(self, eligible: Bools) -> Ints:
        """Return each row's rank: eligible rows first, ties in row order."""
        rows = np.arange(len(eligible))
        order = np.lexsort((rows, *(each.values for each in reversed(self.criteria)), ~eligible))
        places = np.empty_like(rows)
        places[order] = rows
        return places

    def reasons(self, rows: Ints, kept: Ints) -> list[str]:
        """Return for each of `rows` why the corresponding one of `kept` is kept instead."""
        found = np.full(len(rows), FIRST, object)
        is_open = np.ones(len(rows), np.bool_)
        for words, values in self.criteria:
            is_open_here = is_open & (values[kept] != values[rows])
            found[is_open_here & (values[kept] < values[rows])] = words
            is_open &= ~is_open_here
        return found.tolist()
