"""Similarity measures for paraphrases: coverage by short and long shingles, and anchors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.paraphrase.similarity import TextAnchors, TextWords, likeness
from audit.measure.paraphrase.anchors import anchors
from audit.measure.paraphrase.words import words_of

if TYPE_CHECKING:
    import numpy.typing as npt
    import pyarrow as pa

    from audit.measure.duplication.tokens.hashing import Ints

COUNTS: Final = 9
LEAST_LEFT: Final = 50


@dataclass(frozen=True, slots=True)
class TextSimilarity:
    """The counts of pairs of texts, one row each, and the sizes of the texts.

    `counts`: words of a, of b in long shingles of the other (five characters or three words); in short ones (three or
    two); in short ones in short runs; the runs of short ones in a, in b; anchors of both. `words` and `anchors` are the
    numbers of a and of b.
    """

    counts: Ints
    words: Ints
    anchors: Ints

    def long(self) -> npt.NDArray[np.float64]:
        """Return the coverage by long shingles, of a and of b."""
        return self.counts[:, 0:2] / np.maximum(self.words, 1)

    def short(self) -> npt.NDArray[np.float64]:
        """Return the coverage by short shingles, of a and of b."""
        return self.counts[:, 2:4] / np.maximum(self.words, 1)

    def shared_anchors(self) -> Ints:
        """Return the number of anchors that both texts have."""
        return self.counts[:, 8]

    def left_over(self) -> npt.NDArray[np.float64]:
        """Return the coverage by short shingles of what is left of a and b without verbatim passages.

        At least LEAST_LEFT words are assumed to be left.
        """
        passages = self.counts[:, 2:4] - self.counts[:, 4:6]
        return self.counts[:, 4:6] / np.maximum(self.words - passages, LEAST_LEFT)


def measure_similarity(texts: pa.LargeStringArray, first: Ints, second: Ints) -> TextSimilarity:
    """Return the measures of the texts first[i] and second[i], for each i."""
    found = words_of(texts)
    keys, key_bounds = anchors(texts)
    pairs = np.stack([first, second], axis=1)
    out = np.zeros(COUNTS * len(pairs), np.int64)
    words = TextWords(found.hashes, found.wide, found.offsets)
    likeness(words, TextAnchors(keys, key_bounds), pairs.reshape(-1), out)
    sizes = (np.diff(bounds)[pairs] for bounds in (found.offsets, key_bounds))
    return TextSimilarity(out.reshape(-1, COUNTS), *sizes)
