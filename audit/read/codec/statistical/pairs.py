"""The pairs of adjacent bytes by which code pages are scored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.kernels.codepage import count_pairs

Numbers = npt.NDArray[np.int64]
Places = npt.NDArray[np.uint64]

_MOST: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Pairs:
    """The distinct byte bigrams of a sample with their counts; the first byte follows a line end."""

    firsts: Places
    seconds: Places
    counts: Numbers

    @staticmethod
    def of(sample: bytes) -> tuple[Pairs, Pairs, Pairs]:
        """Return all pairs of a sample, those of ASCII, and those beyond."""
        points = np.frombuffer(b"\n" + sample, dtype=np.uint8)
        most = min(len(sample), _MOST)
        slots, told = np.zeros(1 << (2 * most).bit_length(), dtype=np.int64), np.zeros(2, dtype=np.int64)
        firsts, seconds = np.empty(most, dtype=np.uint64), np.empty(most, dtype=np.uint64)
        counts = np.empty(most, dtype=np.int64)
        count_pairs(points, slots, firsts, seconds, counts, told)
        of_ascii, size = told.tolist()
        parts = (slice(size), slice(of_ascii), slice(of_ascii, size))
        every, ascii_only, beyond = (Pairs(firsts[part], seconds[part], counts[part]) for part in parts)
        return every, ascii_only, beyond
