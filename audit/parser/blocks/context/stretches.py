"""Sums, shifts and nearest rows inside stretches of neighbouring rows, such as the blocks of each document of a batch.

Sums are of whole numbers, so that no order of adding them up changes a result.
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
class Stretches:
    """For each row where its stretch begins, and the row behind its end."""

    first: Ints
    last: Ints

    @classmethod
    def of(cls, *keys: NDArray[Any]) -> Stretches:
        """Return the stretches of neighbouring rows in which no key changes; there is a key at least."""
        size = len(keys[0])
        changed = np.zeros(max(0, size - 1), np.bool_)
        for key in keys:
            changed |= key[1:] != key[:-1]
        edges = np.concatenate([[0], np.flatnonzero(changed) + 1, [size]]) if size else np.zeros(1, np.int64)
        sizes = np.diff(edges)
        return cls(np.repeat(edges[:-1], sizes), np.repeat(edges[1:], sizes))

    @property
    def here(self) -> Ints:
        """The number of each row."""
        return np.arange(len(self.first))

    @property
    def size(self) -> Ints:
        """How many rows each row's stretch has."""
        return self.last - self.first

    def total(self, values: NDArray[Any]) -> Ints:
        """Return the sum of each row's stretch."""
        summed = _summed(values)
        return summed[self.last] - summed[self.first]

    def above(self, values: NDArray[Any]) -> Ints:
        """Return the sum of what stands above each row in its stretch."""
        summed = _summed(values)
        return summed[:-1] - summed[self.first]

    def any(self, flags: Flags) -> Flags:
        """Return which rows are of a stretch with a flagged row."""
        found: Flags = self.total(flags) > 0
        return found

    def shifted(self, values: NDArray[Any], steps: int, otherwise: float | str) -> NDArray[Any]:
        """Return what stands so many rows above each row (below it, where negative), or else what is given."""
        there = self.here - steps
        inside = (there >= self.first) & (there < self.last)
        return np.where(inside, values[np.where(inside, there, 0)], otherwise) if len(values) else values

    def near(self, flags: Flags, reach: int) -> Flags:
        """Return which rows are flagged, or have a flagged row of their stretch at most `reach` rows away."""
        summed, here = _summed(flags), self.here
        low, high = np.maximum(here - reach, self.first), np.minimum(here + reach + 1, self.last)
        found: Flags = summed[high] > summed[low]
        return found

    def last_above(self, flags: Flags) -> Ints:
        """Return the nearest flagged row above each row in its stretch; -1 where there is none."""
        seen = np.maximum.accumulate(np.where(flags, self.here, -1))
        found = np.concatenate([[-1], seen[:-1]])[: len(flags)]
        return np.where(found >= self.first, found, -1)

    def first_below(self, flags: Flags) -> Ints:
        """Return the nearest flagged row below each row in its stretch; -1 where there is none."""
        size = len(flags)
        seen = np.minimum.accumulate(np.where(flags, self.here, size)[::-1])[::-1]
        found = np.concatenate([seen[1:], [size]])[:size]
        return np.where(found < self.last, found, -1)


def _summed(values: NDArray[Any]) -> Ints:
    return np.concatenate([[0], np.cumsum(values, dtype=np.int64)])
