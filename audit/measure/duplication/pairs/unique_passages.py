"""What a document would take along that stands nowhere in what is kept: counted on tokens, aligned with the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.duplication import unique as kernels
from audit.measure.duplication.tokens.fold import fold
from audit.measure.duplication.tokens.hashing import starts_of
from audit.measure.duplication.tokens.shingles import shingles_of

if TYPE_CHECKING:
    from audit.measure.duplication.tokens.hashing import U32, Bools, Ints

# Shorter runs are edits: a word put in another's place, a number, a name.
LEAST_RUN: Final = 8


@dataclass(frozen=True, slots=True)
class UniqueText:
    """What of each text stands nowhere in the one it was held against.

    `tokens` counts those in runs of eight or more that align with nothing there; `longest` is the length of the longest
    such run, and `start` the token at which it begins. Fewer in a row are an edit, and so is a run of whose tokens a
    quarter stand, in order and at one distance, at the same place of the other text.
    """

    tokens: Ints
    longest: Ints
    start: Ints


@dataclass(frozen=True, slots=True)
class Apart:
    """Which tokens of some texts stand nowhere in others, end to end; those of text i lie within `bounds`."""

    tokens: Bools
    bounds: Ints

    def runs(self) -> tuple[Ints, Ints, Ints]:
        """Return the runs of LEAST_RUN tokens or more: of which text each is, its first token there, its length."""
        places = np.flatnonzero(self.tokens)
        text = np.searchsorted(self.bounds, places, side="right") - 1
        is_first = np.ones(len(places), np.bool_)
        is_first[1:] = (np.diff(places) > 1) | (np.diff(text) > 0)
        first = np.flatnonzero(is_first)
        length = np.diff(np.append(first, len(places)))
        first, length = first[length >= LEAST_RUN], length[length >= LEAST_RUN]
        return text[first], places[first] - self.bounds[text[first]], length

    def measured(self) -> UniqueText:
        """Return the measures of each text."""
        count = len(self.bounds) - 1
        text, first, length = self.runs()
        order = np.lexsort((-first, length, text))
        # The last of a text's is its longest run, the first of equals.
        longest, start = np.zeros(count, np.int64), np.zeros(count, np.int64)
        longest[text[order]], start[text[order]] = length[order], first[order]
        return UniqueText(np.bincount(text, length, minlength=count).astype(np.int64), longest, start)


def apart(codes: U32, bounds: Ints, texts: Ints, others: Ints) -> Apart:
    """Return what of each of `texts` does not stand in the one of `others` beside it: numbers of texts in `bounds`."""
    found = shingles_of(codes, bounds)
    texts, others = np.ascontiguousarray(texts), np.ascontiguousarray(others)
    starts = starts_of(bounds[texts + 1] - bounds[texts])
    tokens = np.empty(int(starts[-1]), np.uint8)
    kernels.apart(codes, bounds, found.hashes, found.lengths, found.offsets, texts, others, starts, tokens)
    return Apart(tokens == 0, starts)


def unique_text(codes: U32, bounds: Ints, texts: Ints, others: Ints) -> UniqueText:
    """Return the measures of what of each of `texts` does not stand in the one of `others` beside it."""
    return apart(codes, bounds, texts, others).measured()


def place_of(body: str, start: int, tokens: int) -> tuple[int, int]:
    """Return where in `body` a run of tokens lies: its first code point, and one past its last."""
    return _end_of(body, start, at_least=start + 1) - 1, _end_of(body, start, at_least=start + tokens)


def _end_of(body: str, low: int, at_least: int) -> int:
    """Return the length of the shortest beginning of `body` that holds so many tokens, `low` code points or more."""
    high = len(body)
    while low < high:
        middle = (low + high) // 2
        if len(fold([body[:middle]]).hashes) >= at_least:
            high = middle
        else:
            low = middle + 1
    return high
