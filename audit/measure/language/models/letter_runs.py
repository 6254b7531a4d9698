"""Runs of one to three letters in a table: which ends another, and how likely each last letter is after the others."""

from __future__ import annotations

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
    """The rows of runs by their length, of what each ends with and of what its last letter follows.

    `ends` are the rows of the run without its first letter and without its first two, -1 for none; `after` the number
    of what stands before the last letter.
    """

    lengths: Places
    ends: tuple[Places, Places]
    after: Places

    @staticmethod
    def of(runs: Sequence[str], row: Mapping[str, int]) -> LetterRuns:
        """Return the places of runs; `row` is the row of each."""
        before: dict[str, int] = {}
        return LetterRuns(
            np.array([len(run) for run in runs]),
            (np.array([row.get(run[1:], -1) for run in runs]), np.array([row.get(run[2:], -1) for run in runs])),
            np.array([before.setdefault(run[:-1], len(before)) for run in runs]),
        )

    def likelihoods(self, shares: Floats, seen: float) -> Floats:
        """Return how likely the last letter of each run is in a language, 0 to 1, after the letters before it.

        `shares` are the language's shares of the runs of each length, and nothing last, `seen` how many are behind
        them. What is rare after two letters is thought as likely as after one, and so on.
        """
        counts = seen * shares[:-1]
        totals = np.bincount(self.after, counts)[self.after]
        one, two, three = (self.lengths == length for length in (1, 2, 3))
        made = np.empty(len(shares))
        made[-1] = _ENDS
        made[:-1][one] = (1 - _ENDS) * (counts[one] + _UNSEEN) / (totals[one] + _UNSEEN * one.sum())
        for chosen, more in ((two, _AFTER_ONE), (three, _AFTER_TWO)):
            shorter = made[self.ends[0][chosen]]
            made[:-1][chosen] = (counts[chosen] + more * shorter) / (totals[chosen] + more)
        return made[:-1]
