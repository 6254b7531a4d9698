"""Weigh every reading of the same bytes in one pass over the pairs of neighbours in them."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from audit.kernels.compiler import I64, U8, U64, VOID, fill, kernel, read

Bytes = npt.NDArray[np.uint8]
Numbers = npt.NDArray[np.int64]
# What no index of can be negative is looked up without asking.
Places = npt.NDArray[np.uint64]

_BYTES: Final = np.uint64(256)


@kernel(VOID, read(U64), read(U64), read(I64), read(U8), read(U8), read(U8), read(U64), U64, fill(I64))
def weigh_shapes(
    firsts: Places,
    seconds: Places,
    counts: Numbers,
    shapes: Bytes,
    costs: Bytes,
    steps: Bytes,
    groups: Places,
    width: np.uint64,
    levels: Numbers,
) -> None:
    """Fill `levels`, one a sheet: the sum over pairs of what the second's shape costs after the first's, and its own.

    A sheet is 256 rows of `shapes` and `costs`; `steps` holds one table of `width` x `width` a group, `groups` says
    whose each sheet uses. Pair n is firsts[n], seconds[n], counts[n] times.
    """
    for sheet in range(len(levels)):
        base, table = np.uint64(sheet) * _BYTES, groups[sheet] * width * width
        total = np.int64(0)
        for n in range(len(counts)):
            second = base + seconds[n]
            step = steps[table + np.uint64(shapes[base + firsts[n]]) * width + np.uint64(shapes[second])]
            total += counts[n] * (np.int64(step) + np.int64(costs[second]))
        levels[sheet] = total


@kernel(VOID, read(U64), read(U64), read(I64), read(U8), read(U8), read(U64), read(U64), read(U64), fill(I64))
def weigh_letters(
    firsts: Places,
    seconds: Places,
    counts: Numbers,
    symbols: Bytes,
    tables: Bytes,
    starts: Places,
    widths: Places,
    chosen: Places,
    levels: Numbers,
) -> None:
    """Fill `levels`, one a chosen reading: the sum over pairs of what the second letter costs after the first.

    A reading is 256 rows of `symbols`, the letters' numbers in its language, whose table of widths[r] x widths[r] costs
    begins at tables[starts[r]].
    """
    for place in range(len(levels)):
        reading = chosen[place]
        base, start, width = reading * _BYTES, starts[reading], widths[reading]
        total = np.int64(0)
        for n in range(len(counts)):
            row = start + np.uint64(symbols[base + firsts[n]]) * width
            total += counts[n] * np.int64(tables[row + np.uint64(symbols[base + seconds[n]])])
        levels[place] = total
