"""Counts of code points by kind in stretches of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.compiler import I32, I64, U8, U32, VOID, fill, kernel, read

PARTS: Final = 1
ONCE: Final = 2
_PARTS, _ONCE = np.uint8(PARTS), np.uint8(ONCE)

if TYPE_CHECKING:
    import numpy.typing as npt


@kernel(VOID, read(U32), read(I64), read(I64), read(U8), read(U8), I64, fill(I32), fill(I32))
def tally(
    points: npt.NDArray[np.uint32],
    starts: npt.NDArray[np.int64],
    ends: npt.NDArray[np.int64],
    kinds: npt.NDArray[np.uint8],
    traits: npt.NDArray[np.uint8],
    longest: int,
    counts: npt.NDArray[np.int32],
    long: npt.NDArray[np.int32],
) -> None:
    """Fill `counts`, one row per stretch and one column per kind, and `long`, the signs in tokens above `longest`.

    `kinds` has the kind of every code point; `traits` tells whether a kind PARTS tokens, and whether a run of one sign
    of it, such as a rule or a frame, is counted ONCE.
    """
    width = np.uint64(len(traits))
    for n in range(len(starts)):
        base, run = np.uint64(n) * width, np.int64(0)
        for i in range(starts[n], ends[n]):
            kind = kinds[points[i]]
            if traits[kind] & _ONCE and i > starts[n] and points[i] == points[i - 1]:
                continue
            counts[base + np.uint64(kind)] += np.int32(1)
            run = np.int64(0) if traits[kind] & _PARTS else run + np.int64(1)
            if run > longest:
                long[n] += np.int32(longest + 1 if run == longest + 1 else 1)
