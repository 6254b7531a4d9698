"""Tokenised texts with offsets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa

from audit.kernels.paraphrase import words as kernels
from audit.measure.duplication.tokens.alphabet import alphabet
from audit.measure.duplication.tokens.fold import bytes_of
from audit.measure.duplication.tokens.hashing import U64, Bools, Ints, draw

if TYPE_CHECKING:
    from collections.abc import Sequence

# Code points of a text that are used, a very long book, to bound memory.
MOST_CHARS: Final = 1 << 21
# Letters are weighted by position; beyond this length the weights repeat.
_POSITIONS: Final = 1024
_POWERS: Final = draw(_POSITIONS, salt=21) | np.uint64(1)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some texts: those of text i are offsets[i] to offsets[i + 1].

    A word is one wide character or one run of letters and digits; equal words have equal hashes. `starts` and `ends`
    are code point offsets in its text.
    """

    hashes: U64
    wide: Bools
    starts: Ints
    ends: Ints
    offsets: Ints

    def of(self, text: int) -> slice:
        """Return the word spans of a text."""
        return slice(int(self.offsets[text]), int(self.offsets[text + 1]))


def words(texts: Sequence[str]) -> Words:
    """Return the words of `texts`, in linear time; texts are cut at MOST_CHARS."""
    return words_of(strings_of([text[:MOST_CHARS] for text in texts]))


def strings_of(texts: Sequence[str]) -> pa.LargeStringArray:
    """Return texts as a column, with lone surrogates replaced by question marks."""
    return pa.array([text.encode("utf-8", "replace") for text in texts], pa.large_binary()).cast(pa.large_string())


def words_of(texts: pa.LargeStringArray) -> Words:
    """Return the words of a column of texts without nulls."""
    octets, offsets = bytes_of(texts)
    room = int(offsets[-1] - offsets[0])
    hashes, wide = np.empty(room, np.uint64), np.empty(room, np.bool_)
    starts, ends, bounds = np.empty(room, np.int64), np.empty(room, np.int64), np.zeros(len(offsets), np.int64)
    kernels.words(octets, offsets, alphabet().folded, _POWERS, hashes, wide, starts, ends, bounds)
    here = slice(0, int(bounds[-1]))
    return Words(hashes[here], wide[here], starts[here], ends[here], bounds)
