"""Passages held against another text character by character: an edit within a word leaves nothing of it but letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.duplication.unique import align
from audit.measure.duplication.tokens.hashing import GOLDEN

if TYPE_CHECKING:
    from audit.measure.duplication.tokens.hashing import U32, U64

# Measured on passages with every tenth character changed, mostly addresses and code, all above .7 but for three of
# forty-five; of passages that have nothing to do with each other, in two languages, one in a hundred is above .42.
ALIGNED_FROM: Final = 0.5
# A longer passage was not spoilt by scattered edits: some words of it would stand.
_LONGEST: Final = 2048
_GRAM: Final = 4
# Places of one gram that are looked at, and how far a passage may have moved between its edits.
_FOLLOWED: Final = 8
_BAND: Final = 64
# One gram in so many is there at the passage's place, or nothing is aligned.
_ONE_IN: Final = 8


class SpelledText:
    """A text to hold passages against."""

    def __init__(self, text: str) -> None:
        """Put its grams in order."""
        self._codes = _codes(text)
        grams = _grams(self._codes)
        self._order = np.argsort(grams, kind="stable")
        self._grams = grams[self._order]

    def hold(self, passage: str) -> bool:
        """Return whether half of the passage's characters stand here in order, at one distance but for few changes."""
        codes = _codes(passage)
        if not _GRAM <= len(codes) <= _LONGEST:
            return False
        start = self._counterpart(codes)
        if start is None:
            return False
        other = self._codes[max(0, start) : max(0, start) + len(codes) + 2 * _BAND]
        scores = np.zeros(1, np.uint64)
        align(np.concatenate([codes, other]), np.array([0, len(codes), len(codes) + len(other)]), scores)
        return int(scores[0]) >= ALIGNED_FROM * len(codes)

    def _counterpart(self, codes: U32) -> int | None:
        """Return where most grams of the passage would have it begin, less one band; None where few do."""
        grams = _grams(codes)
        first = np.searchsorted(self._grams, grams)
        at = np.minimum(first[:, None] + np.arange(_FOLLOWED), len(self._grams) - 1) if len(self._grams) else None
        if at is None:
            return None
        is_same = self._grams[at] == grams[:, None]
        bands = ((self._order[at] - np.arange(len(grams))[:, None])[is_same]) // _BAND
        found, counts = np.unique(np.concatenate([bands, bands + 1]), return_counts=True)
        is_enough = len(found) and counts.max() * _ONE_IN >= len(grams)
        return int(found[np.argmax(counts)] - 1) * _BAND if is_enough else None


def _codes(text: str) -> U32:
    return np.frombuffer(text.casefold().encode("utf-32-le", "surrogatepass"), np.uint32)


def _grams(codes: U32) -> U64:
    """Return a hash of every run of _GRAM characters."""
    count = max(0, len(codes) - _GRAM + 1)
    found = np.zeros(count, np.uint64)
    for step in range(_GRAM):
        found = (found + codes[step : step + count].astype(np.uint64)) * GOLDEN
    return found
