"""Runs of one to three letters in a table: which ends another, and how likely each last letter is after the others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Places = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

# A word has five letters and one end.
_ENDS: Final = 1 / 6
# So many runs more, spread as the shorter runs say, stand behind what is seen after one letter, and after two.
_AFTER_ONE: Final = 50.0
_AFTER_TWO: Final = 20.0
_UNSEEN: Final = 0.5


@dataclass(frozen=True)
class LetterRuns:
    """The rows of runs in order of their lengths: what each ends with, and what its last letter follows.

    `edges` are the rows at which runs of two and of three letters begin; `ends` the rows of each run without its first
    letter and without its first two, -1 for none; `after` the number of what stands before its last letter.
    """

    edges: tuple[int, int]
    ends: tuple[Places, Places]
    after: Places

    @staticmethod
    def of(runs: Sequence[str], row: Mapping[str, int]) -> LetterRuns:
        """Return the places of runs, shorter ones first; `row` is the row of each."""
        before: dict[str, int] = {}
        return LetterRuns(
            (bisect_left(runs, 2, key=len), bisect_left(runs, 3, key=len)),
            (np.array([row.get(run[1:], -1) for run in runs]), np.array([row.get(run[2:], -1) for run in runs])),
            np.array([before.setdefault(run[:-1], len(before)) for run in runs]),
        )

    def likelihoods(self, shares: Floats, seen: float) -> Floats:
        """Return how likely the last letter of each run is in a language, 0 to 1, after the letters before it.

        `shares` are the language's shares of the runs of each length, and nothing last, `seen` how many are behind
        them. What is rare after two letters is thought as likely as after one, and so on.
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
