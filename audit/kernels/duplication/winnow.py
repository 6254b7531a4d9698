"""Winnowing: of every 31 consecutive runs of twenty tokens, one represents the text."""

# Compiled for the types that each kernel declares: annotations would only repeat them, and a loop that stays in
# registers is one function with many arguments.
# mypy: ignore-errors

from __future__ import annotations

import numpy as np

from audit.kernels.compiler import I64, U32, U64, VOID, Array, fill, kernel, read
from audit.kernels.duplication.sketch import distinct
from audit.kernels.mix import GOLDEN, mixed

_NONE, _ONE = np.uint64(0), np.uint64(1)
_RUN, _WINDOW = np.uint64(20), np.uint64(31)
# Size of the ring buffer of a window's hashes: a power of two.
_ROOM, _LAST = 32, np.uint64(31)
# The factor of a run's first token when the last one is added.
_POWER = np.uint64(pow(int(GOLDEN), 19, 1 << 64))
# The bit that distinguishes hashes of runs from those of shingles.
_MARK = np.uint64(1 << 63)


def winnow(codes: Array, offsets: Array, passages: Array, ends: Array) -> None:
    """Fill in the hashes of the representative runs of each text, distinct and ascending, and the end of each text's.

    `codes` are the tokens of the texts, those of each within `offsets`. Of each window of 31 runs the last minimum is
    taken, and of a text with fewer runs the minimum: two texts with 50 consecutive tokens in common share one
    (Schleimer, Wilkerson, Aiken, "Winnowing", 2003). There are at most as many as tokens.
    """
    _winnow(codes, offsets, passages, ends, np.empty(_ROOM, np.uint64))


@kernel(VOID, read(U32), read(I64), fill(U64), fill(I64), fill(U64))
def _winnow(codes: Array, offsets: Array, passages: Array, ends: Array, window: Array) -> None:
    """Do the same with a scratch array for the hashes of a window."""
    to = _NONE
    for row in range(len(offsets) - 1):
        start, end, begin = np.uint64(offsets[row]), np.uint64(offsets[row + 1]), to
        count = end - start - _RUN + _ONE if end - start >= _RUN else _NONE
        rolled, least, taken = _NONE, _NONE, False
        for at in range(min(_RUN - _ONE, end - start)):
            rolled = rolled * GOLDEN + np.uint64(codes[start + at])
        for at in range(count):
            rolled = rolled * GOLDEN + np.uint64(codes[start + at + _RUN - _ONE])
            number = mixed(rolled) | _MARK
            rolled -= np.uint64(codes[start + at]) * _POWER
            window[at & _LAST] = number
            if at == _NONE or number <= window[least & _LAST]:
                least, taken = at, False
            elif least + _WINDOW <= at:
                least, taken = at - _WINDOW + _ONE, False
                for place in range(least + _ONE, at + _ONE):
                    if window[place & _LAST] <= window[least & _LAST]:
                        least = place
            if not taken and (at + _ONE >= _WINDOW or at + _ONE == count):
                passages[to] = window[least & _LAST]
                to, taken = to + _ONE, True
        to = distinct(passages, begin, to)
        ends[row] = np.int64(to)
