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
    """Pieces with letters scored, 0 in other scripts, and the row of each in `scores`, -1 there.

    Scores have a column per LANGUAGES. They are 32-bit integers, half a gigabyte for the million lines of a novel, and
    shared by all selections; sums need 64 bits.
    """

    pieces: Pieces
    scores: npt.NDArray[np.int32] | npt.NDArray[np.int64]
    letters: Letters
    rows: Offsets

    def only(self, which: Mask) -> LanguageScores:
        """Return a selection; the object itself if it is all."""
        if which.all():
            return self
        return LanguageScores(self.pieces.only(which), self.scores, self.letters[which], self.rows[which])

    def joined(self, firsts: Offsets) -> LanguageScores:
        """Return the pieces merged in groups, each starting at one of `firsts`, ascending from 0.

        The object itself if each piece is a group: a novel has half a million.
        """
        if len(firsts) in (0, len(self.letters)):
            return self
        sizes = np.diff(firsts, append=len(self.letters))
        most = int(sizes.max()) * int(self.scores.max(initial=0))
        sums = np.zeros((len(firsts), len(LANGUAGES)), self.scores.dtype if most <= _MOST_SUM else np.int64)
        # Most groups are one piece.
        alone, rows = np.flatnonzero((sizes == 1) & (self.rows[firsts] >= 0)), self.rows
        sums[alone] = self.scores[rows[firsts[alone]]]
        scored = np.flatnonzero(np.repeat(sizes > 1, sizes) & (rows >= 0))
        add_scores(sums, np.repeat(np.arange(len(firsts)), sizes)[scored], self.scores, rows[scored])
        letters = np.add.reduceat(self.letters, firsts)
        return LanguageScores(self.pieces.joined(firsts), sums, letters, np.arange(len(firsts)))


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
    sums, own = scores(points, found.starts[asked], found.ends[asked])
    letters, rows = np.zeros(len(asked), np.int64), np.full(len(asked), -1)
    letters[asked], rows[asked] = own, np.arange(len(own))
    return LanguageScores(found, sums, letters, rows)
