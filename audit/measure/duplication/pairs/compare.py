"""Exact measures of pairs of documents, from all shingles; all verdicts rest on these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from audit.kernels.duplication import compare as kernels
from audit.measure.duplication.pairs.longest_run import longest_common_run
from audit.measure.duplication.tokens.fold import codes_of
from audit.measure.duplication.tokens.shingles import shingles_of

if TYPE_CHECKING:
    from audit.measure.duplication.tokens.fold import Tokens
    from audit.measure.duplication.tokens.hashing import U32, Ints

Floats = npt.NDArray[np.float64]
_MEASURES: Final = 6
_UNKNOWN: Final = -1


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
    found = shingles_of(codes, offsets)
    measures = np.empty(len(left) * _MEASURES, np.int64)
    kernels.compare(codes, offsets, found.hashes, found.lengths, found.offsets, left, right, measures)
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
