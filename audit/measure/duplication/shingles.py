"""Shingles: every shortest run of tokens that weighs enough, five wide characters, three words, or a mix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from audit.measure.duplication.hashing import U64, Bools, Ints, draw, scramble

if TYPE_CHECKING:
    from audit.measure.duplication.fold import Tokens

# A wide character weighs 10, a word 17, a shingle 50 or more: so three words are enough (51), or four tokens with two
# words among them (54), or else five tokens (50 to 57). No language needs to be known and mixed text works.
SHORTEST: Final = 3
MIDDLE: Final = 4
LONGEST: Final = 5
WORDS_IN_MIDDLE: Final = 2
# Tokens worked on in one go, so that working memory does not grow with a long text.
_SLICE: Final = 1 << 18
_PLACES: Final = draw(LONGEST, salt=2) | np.uint64(1)


@dataclass(frozen=True, slots=True)
class Shingles:
    """The shingles of some texts: those of text i lie at offsets[i] to offsets[i + 1].

    The nth shingle of a text begins at its nth token and is `lengths` tokens long.
    """

    hashes: U64
    lengths: npt.NDArray[np.uint8]
    offsets: Ints


def shingles(tokens: Tokens) -> Shingles:
    """Return the shingles of each text; none crosses from one text into the next."""
    count = len(tokens.hashes)
    lengths, hashes = np.empty(count, np.uint8), np.empty(count, np.uint64)
    for start in range(0, count, _SLICE):
        here = slice(start, min(start + _SLICE, count))
        seen = slice(start, here.stop + LONGEST - 1)
        lengths[here] = _lengths(~tokens.wide[seen], here.stop - start)
        hashes[here] = _hashes(tokens.hashes[seen], lengths[here])
    is_whole = _is_whole(lengths, tokens.offsets)
    offsets = tokens.offsets - np.searchsorted(np.flatnonzero(~is_whole), tokens.offsets)
    return Shingles(hashes[is_whole], lengths[is_whole], offsets)


def _is_whole(lengths: npt.NDArray[np.uint8], offsets: Ints) -> Bools:
    """Return which shingles end within their text; only those that begin LONGEST - 1 tokens before its end may not."""
    found = np.ones(len(lengths), np.bool_)
    for back in range(1, LONGEST):
        ends = offsets[1:][np.diff(offsets) >= back]
        found[ends - back] = lengths[ends - back] <= back
    return found


def _lengths(is_word: Bools, count: int) -> npt.NDArray[np.uint8]:
    words = np.append(is_word, np.zeros(LONGEST, np.bool_)).view(np.uint8)
    three = words[:count] + words[1 : count + 1] + words[2 : count + 2]
    four = three + words[3 : count + 3]
    longer = np.where(four >= WORDS_IN_MIDDLE, np.uint8(MIDDLE), np.uint8(LONGEST))
    return np.where(three == SHORTEST, np.uint8(SHORTEST), longer).astype(np.uint8, copy=False)


def _hashes(tokens: U64, lengths: npt.NDArray[np.uint8]) -> U64:
    count = len(lengths)
    padded = np.append(tokens, np.zeros(LONGEST, np.uint64))
    sums = padded[:count] * _PLACES[0]
    for place in range(1, LONGEST):
        part = padded[place : count + place] * _PLACES[place]
        sums += part if place < SHORTEST else np.where(lengths > place, part, np.uint64(0))
    return scramble(sums)
