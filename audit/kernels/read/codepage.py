"""Scores of all readings of the same bytes, in one pass over pairs of adjacent bytes."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from audit.kernels.compiler import I64, U8, U64, VOID, fill, kernel, read

Bytes = npt.NDArray[np.uint8]
Numbers = npt.NDArray[np.int64]
# Unsigned indexes spare the check for negative ones.
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
    """Fill `levels`, one per sheet: the summed costs of pairs, of the second's shape after the first's and its own.

    A sheet is 256 rows of `shapes` and `costs`; `steps` has a table of `width` x `width` per group, `groups` the group
    of each sheet. Pair n is firsts[n], seconds[n], counts[n] times.
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
    """Fill `levels`, one per chosen reading: the sum over pairs of the cost of the second letter after the first.

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
