"""Segmented array operations: sums, shifts and nearest rows within runs of rows, such as the blocks of each document.

Sums are of integers, so that the order of addition cannot matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Segments:
    """For each row the start of its stretch, and its end (exclusive)."""

    first: Ints
    last: Ints

    @classmethod
    def of(cls, *keys: NDArray[Any]) -> Segments:
        """Return the stretches of consecutive rows with equal keys; at least one key is needed."""
        size = len(keys[0])
        changed = np.zeros(max(0, size - 1), np.bool_)
        for key in keys:
            changed |= key[1:] != key[:-1]
        edges = np.concatenate([[0], np.flatnonzero(changed) + 1, [size]]) if size else np.zeros(1, np.int64)
        sizes = np.diff(edges)
        return cls(np.repeat(edges[:-1], sizes), np.repeat(edges[1:], sizes))

    @property
    def here(self) -> Ints:
        """The index of each row."""
        return np.arange(len(self.first))

    @property
    def size(self) -> Ints:
        """The length of each row's stretch."""
        return self.last - self.first

    def total(self, values: NDArray[Any]) -> Ints:
        """Return the sum over each row's stretch."""
        summed = _summed(values)
        return summed[self.last] - summed[self.first]

    def above(self, values: NDArray[Any]) -> Ints:
        """Return the sum over the rows above each row in its stretch."""
        summed = _summed(values)
        return summed[:-1] - summed[self.first]

    def any(self, flags: Flags) -> Flags:
        """Return which rows are in a stretch with a flagged row."""
        held = np.zeros(len(flags) + 1, np.bool_)
        held[self.first[flags]] = True
        return held[self.first]

    def shifted(self, values: NDArray[Any], steps: int, otherwise: float | str) -> NDArray[Any]:
        """Return the values `steps` rows above each row (below, if negative) in its stretch, with a default."""
        there = self.here - steps
        inside = there >= self.first if steps > 0 else there < self.last
        return np.where(inside, np.roll(values, steps), otherwise)

    def alone(self, flags: Flags) -> Flags:
        """Return which flagged rows have a row above and one below in their stretch, neither of them flagged."""
        found: Flags = flags & ~self.shifted(flags, 1, otherwise=True) & ~self.shifted(flags, -1, otherwise=True)
        return found

    def near(self, flags: Flags, reach: int) -> Flags:
        """Return which rows have a flagged row in their stretch at most `reach` rows away, or are flagged."""
        summed, here = _summed(flags), self.here
        low, high = np.maximum(here - reach, self.first), np.minimum(here + reach + 1, self.last)
        found: Flags = summed[high] > summed[low]
        return found

    def last_above(self, flags: Flags) -> Ints:
        """Return the nearest flagged row above each row in its stretch; -1 if there is none."""
        seen = np.maximum.accumulate(np.where(flags, self.here, -1))
        found = np.concatenate([[-1], seen[:-1]])[: len(flags)]
        return np.where(found >= self.first, found, -1)

    def first_below(self, flags: Flags) -> Ints:
        """Return the nearest flagged row below each row in its stretch; -1 if there is none."""
        size = len(flags)
        seen = np.minimum.accumulate(np.where(flags, self.here, size)[::-1])[::-1]
        found = np.concatenate([seen[1:], [size]])[:size]
        return np.where(found < self.last, found, -1)


def _summed(values: NDArray[Any]) -> Ints:
    summed = np.zeros(len(values) + 1, np.int64)
    np.cumsum(values, dtype=np.int64, out=summed[1:])
    return summed
