"""Common beginnings and endings of items, such as an instruction, which are not searched for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.mix import GOLDEN
from audit.measure.duplication.items.item import LEAST_TOKENS
from audit.measure.duplication.tokens.fold import fold
from audit.measure.duplication.tokens.hashing import scramble

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audit.measure.duplication.tokens.hashing import U32, Bools, Ints

# Sentences shared by half of the items are dropped, and those shared by many if longer than a phrase: an instruction.
# With a figure they are part of the question: the passage, the table or the year it asks about.
_HALF: Final = 2
_MANY: Final = 100
_LONG: Final = 8
_LEAST_ITEMS: Final = 10
_SENTENCE_ENDS: Final = re.compile(r"[.!?:。！？：\n]")


def without_shared_ends(texts: Sequence[str], codes: U32, bounds: Ints, is_figure: Bools) -> tuple[Ints, Ints]:
    """Return the extent of each text without the sentences shared with others at both ends.

    `codes`, within `bounds`, are the tokens; `is_figure` tells which are numbers. Texts with fewer than LEAST_TOKENS of
    their own are kept whole.
    """
    starts, ends, tokens = bounds[:-1], bounds[1:], (codes, is_figure)
    edges = _sentences(texts)
    own = edges[np.searchsorted(edges, starts + _shared(tokens, starts, ends, 1), "right") - 1]
    last = edges[np.searchsorted(edges, ends - _shared(tokens, own, ends, -1), "left")]
    is_enough = last - own >= LEAST_TOKENS
    return np.where(is_enough, own, starts), np.where(is_enough, last, ends)


def _sentences(texts: Sequence[str]) -> Ints:
    """Return the sentence starts of all texts, in tokens, and the final end."""
    pieces = [piece for text in texts for piece in _SENTENCE_ENDS.split(text)]
    return fold(pieces).offsets


def _shared(tokens: tuple[U32, Bools], starts: Ints, ends: Ints, step: int) -> Ints:
    """Return how many tokens each text shares with enough others at its beginning or, with step -1, at its end."""
    (codes, is_figure), count = tokens, len(starts)
    shared, hashes, has_figure = np.zeros(count, np.int64), np.zeros(count, np.uint64), np.zeros(count, np.bool_)
    half, many = max(_LEAST_ITEMS, count // _HALF), max(_LEAST_ITEMS, count // _MANY)
    alive = np.flatnonzero(ends > starts)
    length = 0
    while len(alive):
        length += 1
        places = starts[alive] + length - 1 if step > 0 else ends[alive] - length
        hashes[alive] = scramble((hashes[alive] ^ codes[places]) + GOLDEN)
        has_figure[alive] |= is_figure[places]
        _, group, sizes = np.unique(hashes[alive], return_inverse=True, return_counts=True)
        size = sizes[group]
        is_shared = (size >= half) | ((size >= many) & (length >= _LONG) & ~has_figure[alive])
        shared[alive[is_shared]] = length
        alive = alive[(size >= many) & (ends[alive] - starts[alive] > length)]
    return shared
