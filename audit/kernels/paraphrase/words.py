"""The words of texts with their positions: one pass over UTF-8, each word hashed letter by letter."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

import numpy as np

from audit.kernels.compiler import BOOL, I64, U8, U32, U64, VOID, fill, kernel, read
from audit.kernels.mix import mixed
from audit.kernels.utf8 import code_point

# Numba types these: an array of its own, a number of the width it came with.
Array: TypeAlias = Any
# Classes of folded code points, as in audit.measure.duplication.tokens.alphabet, and where they stand.
_CLASS, _POINT = np.uint32(24), np.uint32(0x1FFFFF)
_SEPARATOR, _WIDE, _DROPPED = np.uint32(0), np.uint32(2), np.uint32(3)
_NONE: Final = np.uint64(0)
_ONE: Final = np.uint64(1)


@kernel(
    VOID, read(U8), read(I64), read(U32), read(U64), fill(U64), fill(BOOL), fill(I64), fill(I64), fill(I64)
)  # fmt: skip
def words(
    text: Array, offsets: Array, folded: Array, powers: Array,
    hashes: Array, wide: Array, starts: Array, ends: Array, bounds: Array,
) -> None:  # fmt: skip
    """Fill in the words of the texts at offsets[i] to offsets[i + 1] of a UTF-8 buffer.

    `folded` is the alphabet, `powers` the weights of letters by their place in the word, a power of two of them. Filled
    in: of each word its hash, whether it is a wide character, its first code point and one past its last one; those of
    text i lie at bounds[i] to bounds[i + 1]. There are at most as many as bytes.
    """
    count, last_power = _NONE, np.uint64(len(powers)) - _ONE
    for row in range(len(offsets) - 1):
        at, end = np.uint64(offsets[row]), np.uint64(offsets[row + 1])
        bounds[row] = np.int64(count)
        total, letters, point, first, after = _NONE, _NONE, np.int64(0), np.int64(0), np.int64(0)
        while at < end:
            code, size = code_point(text, at, end)
            value = folded[code]
            kind = value >> _CLASS
            if letters > _NONE and kind in (_SEPARATOR, _WIDE):
                hashes[count], wide[count], starts[count], ends[count] = mixed(total), False, first, after
                count, total, letters = count + _ONE, _NONE, _NONE
            if kind == _WIDE:
                hashes[count] = mixed(mixed(np.uint64(value & _POINT)) * powers[0])
                wide[count], starts[count], ends[count] = True, point, point + 1
                count += _ONE
            elif kind not in (_SEPARATOR, _DROPPED):
                first = first if letters > _NONE else point
                total += mixed(np.uint64(value & _POINT)) * powers[letters & last_power]
                letters, after = letters + _ONE, point + 1
            at, point = at + size, point + 1
        if letters > _NONE:
            hashes[count], wide[count], starts[count], ends[count] = mixed(total), False, first, after
            count += _ONE
    bounds[len(offsets) - 1] = np.int64(count)
