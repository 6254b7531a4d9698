"""MinHash signatures, the bands that near duplicates collide in, and the shingles sampled for containment.

Broder, "On the resemblance and containment of documents" (1997); banding after Leskovec, Rajaraman, Ullman, "Mining of
Massive Datasets", 3.4. Loose bands on purpose: candidates are verified, so a false one costs time and a missed one a
duplicate. With 32 bands of 4 rows a pair of Jaccard .5 is found with p = .87, one of .7 with p = .9998.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.duplication.sketch import sketch
from audit.kernels.duplication.winnow import winnow
from audit.measure.duplication.tokens.hashing import U8, U32, U64, Ints, draw, ranges

if TYPE_CHECKING:
    from audit.measure.duplication.tokens.fold import Folded

BANDS: Final = 32
ROWS: Final = 4
PERMUTATIONS: Final = BANDS * ROWS
# Bytes of minima kept, one of every second: they estimate a pair's Jaccard within .06.
TRACES: Final = PERMUTATIONS // 2
# One shingle in sixteen is sampled for containment (FracMinHash, Irber et al. 2022): a passage of 50 tokens is hit with
# p = .95, one of 100 with p = .998. Documents with few shingles sample one in four, so that short ones can be compared.
SAMPLING: Final = 16
DENSE_SAMPLING: Final = 4
FEW_SHINGLES: Final = 300
SAMPLED_BELOW: Final = 2**64 // SAMPLING
# Hashes of passages of 20 tokens are stored among the samples, above this bound.
PASSAGES_FROM: Final = 2**63
_BOUNDS: Final = np.array([2**64 // DENSE_SAMPLING, SAMPLED_BELOW, FEW_SHINGLES], np.uint64)
_HIGH: Final = np.uint64(32)
# Multiply-add on 32 bits with odd multipliers, which compilers vectorise.
_FACTORS: Final = (draw(PERMUTATIONS, salt=3) >> _HIGH).astype(np.uint32) | np.uint32(1)
_ADDENDS: Final = (draw(PERMUTATIONS, salt=4) >> _HIGH).astype(np.uint32)


@dataclass(frozen=True, slots=True)
class Sketches:
    """The sketches of some texts.

    `shingles` counts shingles; `minima` is (texts, PERMUTATIONS), `bands` (texts, BANDS), both undefined without
    shingles; sample_bounds[i] to sample_bounds[i + 1] are the distinct sampled shingles of text i, ascending, followed
    by its passages.
    """

    shingles: Ints
    minima: U32
    bands: U64
    samples: U64
    sample_bounds: Ints

    @property
    def traces(self) -> U8:
        """The lowest bytes of every second permutation: (texts, TRACES)."""
        return self.minima[:, ::2].astype(np.uint8)


def sketches(folded: Folded) -> Sketches:
    """Return the sketches of folded texts. Two texts share a band if its four minima agree."""
    count = len(folded.offsets) - 1
    counts, bounds = np.empty(count, np.int64), np.zeros(count + 1, np.int64)
    minima, bands = np.empty(count * PERMUTATIONS, np.uint32), np.empty(count * BANDS, np.uint64)
    samples = np.empty(len(folded.codes) + 1, np.uint64)
    constants = (_BOUNDS, _FACTORS, _ADDENDS)
    sketch(folded.codes, folded.offsets, *constants, counts, minima, bands, samples, bounds[1:])
    shaped = minima.reshape(count, PERMUTATIONS), bands.reshape(count, BANDS)
    passages, edges = np.empty(len(folded.codes), np.uint64), np.zeros(count + 1, np.int64)
    winnow(folded.codes, folded.offsets, passages, edges[1:])
    return Sketches(counts, *shaped, *_by_text((samples, bounds), (passages, edges)))


def _by_text(first: tuple[U64, Ints], second: tuple[U64, Ints]) -> tuple[U64, Ints]:
    """Concatenate two ragged arrays per text, the first before the second."""
    (few, starts), (more, edges) = first, second
    bounds = starts + edges
    joined = np.empty(int(bounds[-1]), np.uint64)
    joined[ranges(bounds[:-1], np.diff(starts))] = few[: int(starts[-1])]
    joined[ranges(bounds[:-1] + np.diff(starts), np.diff(edges))] = more[: int(edges[-1])]
    return joined, bounds
