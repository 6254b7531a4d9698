"""The heaviest run of blocks of a document, and the distance of each block from its centre."""

from __future__ import annotations

from typing import Any

import numpy as np

from audit.kernels.compiler import I64, VOID, fill, kernel, part, read


@part
def _heaviest(mass: Any, first: Any, last: Any) -> Any:
    """Return the first run of maximum sum, empty if no sum is positive (Kadane's algorithm)."""
    best, total, start, low, high = np.int64(0), np.int64(0), first, first, first
    for here in range(first, last):
        if total <= 0:
            total, start = np.int64(0), here
        total += mass[here]
        if total > best:
            best, low, high = total, start, here + 1
    return low, high, best


@part
def _heart(mass: Any, low: Any, high: Any, whole: Any) -> Any:
    """Return the block at which half of a run's mass is reached."""
    total = np.int64(0)
    for here in range(low, high):
        total += mass[here]
        if 2 * total >= whole:
            return here
    return low


@part
def _part_from(mass: Any, heart: Any, end: Any, step: Any, apart: Any) -> None:
    total, least = np.int64(0), np.int64(0)
    for here in range(heart, end, step):
        apart[here] = -least
        total = min(total, np.int64(0)) + mass[here]
        least = min(least, total)


@kernel(VOID, read(I64), read(I64), fill(I64), fill(I64), fill(I64))
def find_runs(mass: Any, documents: Any, low: Any, high: Any, apart: Any) -> None:
    """Fill for each block its document's run of maximum mass (half open), and the block's distance from its centre.

    Document d goes from block documents[d] to documents[d + 1]. The distance, `apart`, is the absolute mass of the
    heaviest run of furniture between a block and the block at which half of the run's mass is reached.
    """
    for number in range(len(documents) - 1):
        first, last = documents[number], documents[number + 1]
        start, end, whole = _heaviest(mass, first, last)
        heart = _heart(mass, start, end, whole)
        low[first:last], high[first:last] = start, end
        _part_from(mass, heart, last, 1, apart)
        _part_from(mass, heart, first - 1, -1, apart)
