"""Language scores of pieces, in scripts with several languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.measure.language.models.profiles import LANGUAGES, scores
from audit.measure.language.segments import FAMILY, Letters, Pieces
from audit.measure.language.spans import Mask, Offsets
from audit.text.classes import Points
from audit.text.languages import AMONG

# The families with several languages, decided by profiles.
ASKED: Final = np.array([FAMILY[script] for script in AMONG], dtype=np.int64)

_MOST_SUM: Final = 2**31 - 1


@dataclass(frozen=True)
class LanguageScores:
    """Pieces with scores, a column per LANGUAGES, and letters scored: 0 in other scripts.

    Scores are 32-bit integers, half a gigabyte for the million lines of a novel; sums need 64 bits.
    """

    pieces: Pieces
    scores: npt.NDArray[np.int32] | npt.NDArray[np.int64]
    letters: Letters

    def only(self, which: Mask) -> LanguageScores:
        """Return a selection; the object itself if it is all."""
        if which.all():
            return self
        return LanguageScores(self.pieces.only(which), self.scores[which], self.letters[which])

    def joined(self, firsts: Offsets) -> LanguageScores:
        """Return the pieces merged in groups, each starting at one of `firsts`, ascending from 0.

        The object itself if each piece is a group: a novel has half a million.
        """
        if len(firsts) in (0, len(self.letters)):
            return self
        sizes = np.diff(firsts, append=len(self.letters))
        most = int(sizes.max()) * int(self.scores.max(initial=0))
        sums = self.scores[firsts] if most <= _MOST_SUM else self.scores[firsts].astype(np.int64)
        several = np.flatnonzero(sizes > 1)
        # Most groups are one piece. The others are summed column by column, since widening copies.
        rows, begins = np.flatnonzero(np.repeat(sizes > 1, sizes)), np.cumsum(sizes[several]) - sizes[several]
        for column in range(self.scores.shape[1]) if len(several) else ():
            sums[several, column] = np.add.reduceat(self.scores[rows, column], begins, dtype=sums.dtype)
        return LanguageScores(self.pieces.joined(firsts), sums, np.add.reduceat(self.letters, firsts))


def score_languages(points: Points, found: Pieces) -> LanguageScores:
    """Return the scores of the pieces; those in scripts with one language are not scored."""
    asked = np.isin(found.families, ASKED)
    if asked.all():
        sums, letters = scores(points, found.starts, found.ends)
        return LanguageScores(found, sums, letters.astype(np.int64))
    every, own = np.zeros((len(asked), len(LANGUAGES)), np.int32), np.zeros(len(asked), np.int64)
    if asked.any():
        every[asked], own[asked] = scores(points, found.starts[asked], found.ends[asked])
    return LanguageScores(found, every, own)
