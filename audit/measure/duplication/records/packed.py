"""Keys and members packed into one integer each, for fast sorting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.duplication.sort import sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.measure.duplication.tokens.hashing import U64, Bools, Ints

# Numbers of a slice: what a step derives from one takes some twenty times as much memory.
_SLICE: Final = 1 << 18


def whole_groups(ordered: U64, bits: np.uint64) -> Iterator[U64]:
    """Yield slices of sorted numbers, none of which divides those that are equal above their low `bits`."""
    start = 0
    while start < len(ordered):
        end = start + _SLICE
        if end < len(ordered):
            last = ordered[end - 1] | ((np.uint64(1) << bits) - np.uint64(1))
            end = int(np.searchsorted(ordered, last, side="right"))
        yield ordered[start:end]
        start = end


@dataclass(frozen=True, slots=True)
class Packing:
    """Members below `count` take the low bits, a truncated hash the others.

    A million members leave 44 bits, with about one collision among a million keys; its pairs are verified like any
    other.
    """

    count: int

    @property
    def bits(self) -> np.uint64:
        """The number of bits of a member."""
        return np.uint64(max(1, (self.count - 1).bit_length()))

    def pack(self, keys: U64, members: Ints) -> U64:
        """Pack keys, truncated to their low bits, with members."""
        packed: U64 = (keys << self.bits) | members.astype(np.uint64)
        return packed

    def members(self, packed: U64) -> Ints:
        """Return the member packed with each key."""
        return (packed & ((np.uint64(1) << self.bits) - np.uint64(1))).astype(np.int64)

    def shared(self, packed: U64) -> U64:
        """Return those with a key that another has too, grouped by key in stable order. Reorders `packed`."""
        sort(packed, np.empty_like(packed), self.bits)
        return packed[self._is_shared(packed)]

    def firsts(self, ordered: U64) -> Ints:
        """Return for each sorted number the index of the first one with its key."""
        places = np.arange(len(ordered))
        keys = ordered >> self.bits
        is_new = np.ones(len(ordered), np.bool_)
        is_new[1:] = keys[1:] != keys[:-1]
        return np.maximum.accumulate(np.where(is_new, places, 0)) if len(ordered) else places

    def _is_shared(self, ordered: U64) -> Bools:
        keys = ordered >> self.bits
        is_same = keys[1:] == keys[:-1]
        found = np.zeros(len(ordered), np.bool_)
        found[1:] = is_same
        found[:-1] |= is_same
        return found
