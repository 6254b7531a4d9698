"""N-grams (n = 1 to 3) as a table with their suffixes, and conditional probabilities of last letters."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Places = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

# A word has five letters and one end on average.
_ENDS: Final = 1 / 6
# Pseudo-counts of the back-off distribution, for contexts of one and of two letters.
_AFTER_ONE: Final = 50.0
_AFTER_TWO: Final = 20.0
_UNSEEN: Final = 0.5


@dataclass(frozen=True)
class LetterRuns:
    """The rows of n-grams by length: their suffixes, and the context of their last letter.

    `edges` are the first rows of bigrams and trigrams; `ends` the rows of each n-gram without its first and its first
    two letters, -1 for none; `after` the number of the context of its last letter.
    """

    edges: tuple[int, int]
    ends: tuple[Places, Places]
    after: Places

    @staticmethod
    def of(runs: Sequence[str], row: Mapping[str, int]) -> LetterRuns:
        """Return the table of n-grams, shorter ones first, from the row of each."""
        before: dict[str, int] = {}
        return LetterRuns(
            (bisect_left(runs, 2, key=len), bisect_left(runs, 3, key=len)),
            (np.array([row.get(run[1:], -1) for run in runs]), np.array([row.get(run[2:], -1) for run in runs])),
            np.array([before.setdefault(run[:-1], len(before)) for run in runs]),
        )

    def likelihoods(self, shares: Floats, seen: float) -> Floats:
        """Return the probability of each n-gram's last letter after its context in a language.

        `shares` are the language's n-gram shares within each length, with a final 0; `seen` are counts. Rare contexts
        back off to shorter ones.
        """
        two, three = self.edges
        counts = seen * shares[:-1]
        totals = np.bincount(self.after, counts)
        made = np.empty(len(shares))
        made[-1] = _ENDS
        made[:two] = (1 - _ENDS) * (counts[:two] + _UNSEEN) / (counts[:two].sum() + _UNSEEN * two)
        for first, last, more in ((two, three, _AFTER_ONE), (three, len(counts), _AFTER_TWO)):
            made[first:last] = counts[first:last] + more * made[self.ends[0][first:last]]
            made[first:last] /= totals[self.after[first:last]] + more
        return made[:-1]
