"""Exact measures of pairs of documents, from all shingles; all verdicts rest on these."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from audit.kernels.duplication import compare as kernels
from audit.kernels.duplication.texts import Codes
from audit.measure.duplication.tokens.fold import codes_of
from audit.measure.duplication.tokens.hashing import U64, draw
from audit.measure.duplication.tokens.shingles import shingles_of

if TYPE_CHECKING:
    from audit.measure.duplication.tokens.fold import Tokens
    from audit.measure.duplication.tokens.hashing import U32, Ints

Floats = npt.NDArray[np.float64]
_MEASURES: Final = 6
_UNKNOWN: Final = -1
_BASE: Final = int(draw(1, salt=8)[0]) | 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """Measures of pairs, as in the table of duplicates; `covered` is the smaller number of covered tokens."""

    coverage_ab: Floats
    coverage_ba: Floats
    jaccard: Floats
    longest_run: Ints
    covered: Ints


def compare(tokens: Tokens, left: Ints, right: Ints) -> Comparison:
    """Return the measures of the pairs (left[i], right[i]) of texts in `tokens`, each with at least one shingle."""
    return compare_codes(codes_of(tokens), tokens.offsets, left, right)


def compare_codes(codes: U32, offsets: Ints, left: Ints, right: Ints) -> Comparison:
    """Return the measures of pairs of texts given as token codes.

    Fastest if pairs with the same left text are consecutive.
    """
    left, right = np.ascontiguousarray(left), np.ascontiguousarray(right)
    measures = np.empty(len(left) * _MEASURES, np.int64)
    kernels.compare(Codes(codes, offsets), shingles_of(codes, offsets), left, right, measures)
    covered_a, covered_b, common, distinct_a, distinct_b, runs = measures.reshape(-1, _MEASURES).T
    sizes = np.diff(offsets)
    for pair in np.flatnonzero(runs == _UNKNOWN).tolist():
        a, b = (codes[offsets[text[pair]] : offsets[text[pair] + 1]].astype(np.uint64) for text in (left, right))
        runs[pair] = longest_common_run(a, b)
    return Comparison(
        covered_a / sizes[left],
        covered_b / sizes[right],
        common / (distinct_a + distinct_b - common),
        runs,
        np.minimum(covered_a, covered_b),
    )


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
