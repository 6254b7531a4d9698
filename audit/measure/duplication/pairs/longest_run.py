"""The longest common run of tokens of two documents."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np

from audit.measure.duplication.tokens.hashing import U64, draw

_BASE: Final = int(draw(1, salt=8)[0]) | 1


def longest_common_run(a: U64, b: U64) -> int:
    """Return the length of the longest common run of tokens; O(n log² n).

    Common runs exist for every smaller length, so the length is found by binary search over rolling hashes.
    """
    most = min(len(a), len(b))
    low, step = 0, 1
    while low + step <= most and _has_common(a, b, low + step):
        low += step
        step *= 2
    high = min(most, low + step - 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _has_common(a, b, middle) else (low, middle - 1)
    return low


def _has_common(a: U64, b: U64, length: int) -> bool:
    size = max(len(a), len(b))
    few, many = sorted((_windows(a, length, size), _windows(b, length, size)), key=len)
    ordered = np.sort(few)
    places = np.minimum(np.searchsorted(ordered, many), len(ordered) - 1)
    return bool((ordered[places] == many).any())


def _windows(tokens: U64, length: int, size: int) -> U64:
    """Return a position-independent hash of each window of `length` tokens, in texts up to `size` tokens."""
    powers = _powers(1 << max(1, size).bit_length())
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(tokens * powers[: len(tokens)], dtype=np.uint64)])
    windows: U64 = sums[length:] - sums[: len(sums) - length]
    windows *= powers[::-1][: len(windows)]
    return windows


@lru_cache(maxsize=4)
def _powers(count: int) -> U64:
    return np.cumprod(np.concatenate([np.ones(1, np.uint64), np.full(count - 1, _BASE, np.uint64)]), dtype=np.uint64)
