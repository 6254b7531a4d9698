"""Candidates in, verified pairs with their measures and their kind out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa

from audit.measure.duplication.pairs.compare import Comparison, compare_codes
from audit.measure.duplication.tokens.hashing import Ints, starts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.measure.duplication.pairs.store import TokenStore

EXACT_RAW: Final = "exact_raw"
EXACT_NORMALISED: Final = "exact_normalised"
NEAR: Final = "near"
CONTAINED: Final = "contained"
QUOTED: Final = "quoted"

# The greater coverage from which one document counts as contained in the other.
CONTAINED_FROM: Final = 0.8
# A common run of this many tokens is a quotation: two or three sentences, longer than any set phrase.
QUOTED_FROM: Final = 50
# Texts filled into one template cover each other by set phrases, in any order: coverage .8 at a Jaccard of .2, since
# each short piece gives few shingles for the tokens it covers. In a copy the pieces between the changes are longer:
# with every tenth character changed it keeps .65 at .29, and the Jaccard of whole pieces is never below half.
LEAST_JACCARD_OF_COVERAGE: Final = 0.4
# Near copies must have two shingles' worth of text in common: "nice product, fast delivery" is nobody's copy.
LEAST_COMMON: Final = 10
# Tokens of both sides compared in one go; the arrays of the comparison take about 100 bytes for each.
_COMPARED: Final = 1 << 17


@lru_cache(maxsize=1)
def verified_schema() -> pa.Schema:
    """Return the columns of verified pairs; a_row < b_row are row numbers."""
    fields = {"a_row": pa.int64(), "b_row": pa.int64(), "kind": pa.string(), "coverage_ab": pa.float32()}
    measures = {"coverage_ba": pa.float32(), "jaccard": pa.float32(), "longest_run": pa.int32()}
    return pa.schema([pa.field(name, type, nullable=False) for name, type in (fields | measures).items()])


@dataclass(frozen=True, slots=True)
class Verifier:
    """Compares rows. `tokens` is the number of tokens of each row, `similarity` the least coverage of a near copy."""

    store: TokenStore
    tokens: Ints
    similarity: float

    def verify(self, first: Ints, second: Ints) -> Iterator[tuple[slice, pa.Table]]:
        """Return, for slice after slice of the pairs (first[i], second[i]), a row for each: kind "" is a pair apart.

        The pairs are best sorted, so that slices hold few documents.
        """
        self.store.fetch(np.concatenate([first, second]))
        for here in _slices(self.tokens[first] + self.tokens[second]):
            yield here, self._measured(first[here], second[here])

    def _measured(self, first: Ints, second: Ints) -> pa.Table:
        rows, places = np.unique(np.concatenate([first, second]), return_inverse=True)
        found = compare_codes(*self.store.read(rows), places[: len(first)], places[len(first) :])
        is_turned = first > second
        coverages = (found.coverage_ab, found.coverage_ba)
        columns = [
            np.minimum(first, second),
            np.maximum(first, second),
            self._kinds(found),
            np.where(is_turned, *coverages[::-1]),
            np.where(is_turned, *coverages),
            found.jaccard,
            found.longest_run,
        ]
        arrays = [pa.array(column, field.type) for column, field in zip(columns, verified_schema(), strict=True)]
        return pa.table(arrays, verified_schema())

    def _kinds(self, found: Comparison) -> pa.StringArray:
        least = np.minimum(found.coverage_ab, found.coverage_ba)
        most = np.maximum(found.coverage_ab, found.coverage_ba)
        is_like = (least >= self.similarity) & (found.covered >= LEAST_COMMON)
        is_near = is_like & (found.jaccard >= LEAST_JACCARD_OF_COVERAGE * least)
        is_contained = (most >= CONTAINED_FROM) & (found.covered >= LEAST_COMMON) & ~is_like
        is_quoted = found.longest_run >= QUOTED_FROM
        places = np.select([is_near, is_contained, is_quoted], [1, 2, 3], 0)
        return pa.DictionaryArray.from_arrays(places, ["", NEAR, CONTAINED, QUOTED]).cast(pa.string())


def _slices(sizes: Ints) -> Iterator[slice]:
    which = starts_of(sizes)[:-1] // _COMPARED
    bounds = [0, *(np.flatnonzero(np.diff(which)) + 1).tolist(), len(sizes)]
    yield from (slice(start, end) for start, end in pairwise(bounds) if start < end)
