"""MinHash signatures and the bands that near duplicates collide in.

Broder, "On the resemblance and containment of documents" (1997); banding after Leskovec, Rajaraman, Ullman, "Mining of
Massive Datasets", 3.4. Loose bands on purpose: candidates are verified, so a false one costs time and a missed one a
duplicate. With 32 bands of 4 rows a pair of Jaccard .5 is found with p = .87, one of .7 with p = .9998.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.measure.duplication.hashing import U32, U64, Ints, draw, scramble

if TYPE_CHECKING:
    from audit.measure.duplication.shingles import Shingles

BANDS: Final = 32
ROWS: Final = 4
PERMUTATIONS: Final = BANDS * ROWS
_HIGH: Final = np.uint64(32)
# Multiply-add on 32 bits, multipliers odd: the loop that compilers turn into vector instructions.
_MULTIPLIERS: Final = (draw(PERMUTATIONS, salt=3) >> _HIGH).astype(np.uint32) | np.uint32(1)
_OFFSETS: Final = (draw(PERMUTATIONS, salt=4) >> _HIGH).astype(np.uint32)
_BAND_SALTS: Final = draw(BANDS, salt=5)
_ROW_FACTORS: Final = draw(ROWS, salt=6) | np.uint64(1)


def minima(shingles: Shingles, rows: Ints) -> U32:
    """Return a (PERMUTATIONS, len(rows)) array: the least value of each permutation over the shingles of each text.

    `rows` are the texts that have shingles, ascending. The permutation is the outer loop: each pass streams over the
    shingles once, eleven times faster than the other way round.
    """
    numbers = (shingles.hashes >> _HIGH).astype(np.uint32)
    starts = shingles.offsets[rows]
    found = np.empty((PERMUTATIONS, len(rows)), np.uint32)
    mixed = np.empty_like(numbers)
    for nth in range(PERMUTATIONS):
        np.multiply(numbers, _MULTIPLIERS[nth], out=mixed)
        np.add(mixed, _OFFSETS[nth], out=mixed)
        np.minimum.reduceat(mixed, starts, out=found[nth])
    return found


def bands(minima: U32) -> U64:
    """Return a (BANDS, texts) array of keys: two texts share a band when its four minima agree."""
    rows = minima.reshape(BANDS, ROWS, -1).astype(np.uint64)
    sums = (scramble(rows + np.uint64(1)) * _ROW_FACTORS[None, :, None]).sum(axis=1, dtype=np.uint64)
    return scramble(sums + _BAND_SALTS[:, None])
