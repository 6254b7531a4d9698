"""Deterministic 64-bit hashing of arrays."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from audit.kernels.mix import GOLDEN, K1, K2

if TYPE_CHECKING:
    from collections.abc import Iterator

Bools: TypeAlias = npt.NDArray[np.bool_]
Floats: TypeAlias = npt.NDArray[np.float64]
I32: TypeAlias = npt.NDArray[np.int32]
Ints: TypeAlias = npt.NDArray[np.int64]
U8: TypeAlias = npt.NDArray[np.uint8]
U32: TypeAlias = npt.NDArray[np.uint32]
U64: TypeAlias = npt.NDArray[np.uint64]
Records: TypeAlias = npt.NDArray[Any]

_SHIFTS: Final = (np.uint64(30), np.uint64(27), np.uint64(31))


def scramble(numbers: U64) -> U64:
    """Return `numbers` through SplitMix64's finaliser, a bijection that mixes all 64 bits."""
    mixed = numbers ^ (numbers >> _SHIFTS[0])
    mixed *= K1
    mixed ^= mixed >> _SHIFTS[1]
    mixed *= K2
    mixed ^= mixed >> _SHIFTS[2]
    return mixed


def draw(count: int, salt: int) -> U64:
    """Return `count` fixed pseudo-random numbers; another `salt` gives an independent series."""
    return scramble((np.arange(1, count + 1, dtype=np.uint64) + (np.uint64(salt) << np.uint64(32))) * GOLDEN)


def starts_of(counts: Ints | Bools) -> Ints:
    """Return the start of each run of `counts` items in their concatenation, and the total."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64)])


def ranges(begins: Ints, counts: Ints) -> Ints:
    """Return begins[0], begins[0]+1, … (counts[0] numbers), then the same for begins[1], and so on."""
    shifts = begins - starts_of(counts)[:-1]
    return np.arange(int(counts.sum()), dtype=np.int64) + np.repeat(shifts, counts)


def together(sizes: Ints, limit: int) -> Iterator[slice]:
    """Yield slices of consecutive items with total size about `limit`; a larger item may be in one with others."""
    which = starts_of(sizes)[:-1] // limit
    edges = [0, *(np.flatnonzero(np.diff(which)) + 1).tolist(), len(which)]
    yield from (slice(start, end) for start, end in pairwise(edges) if start < end)


def distinct(numbers: Records) -> Records:
    """Return sorted distinct numbers, much faster than np.unique."""
    ordered = np.sort(numbers)
    is_new = np.ones(len(ordered), np.bool_)
    is_new[1:] = ordered[1:] != ordered[:-1]
    return ordered[is_new]
