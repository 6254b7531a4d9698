"""Language scores of pieces, in scripts with several languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from audit.measure.language.models.profiles import LANGUAGES, scores
from audit.measure.language.segments import FAMILY, Letters, Pieces, firsts
from audit.measure.language.spans import Mask, Offsets
from audit.text.classes import Points
from audit.text.languages import AMONG

# The families with several languages, decided by profiles.
ASKED: Final = np.array([FAMILY[script] for script in AMONG], dtype=np.int64)

_MOST_SUM: Final = 2**31 - 1
# Rows of scores added up at once: so many fit the processor's cache, and widening them takes little memory.
_AT_ONCE: Final = 128


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
        # Most groups are one piece.
        several = np.flatnonzero(sizes > 1)
        sums[several] = 0
        add_scores(sums, np.repeat(several, sizes[several]), self.scores, np.flatnonzero(np.repeat(sizes > 1, sizes)))
        return LanguageScores(self.pieces.joined(firsts), sums, np.add.reduceat(self.letters, firsts))


def add_scores(
    sums: npt.NDArray[np.signedinteger[Any]],
    owners: Offsets,
    scores: npt.NDArray[np.signedinteger[Any]],
    rows: Offsets,
) -> None:
    """Add the chosen rows of `scores` to the rows of `sums` that own them; `owners` ascends."""
    for at in range(0, len(rows), _AT_ONCE):
        own = owners[at : at + _AT_ONCE]
        heads = firsts(own)
        sums[own[heads]] += np.add.reduceat(scores[rows[at : at + _AT_ONCE]], heads, axis=0, dtype=sums.dtype)


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
