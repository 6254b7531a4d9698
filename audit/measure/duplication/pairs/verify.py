"""Candidates in, verified pairs with their measures and their kind out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa

from audit.measure.duplication.pairs.compare import Comparison, compare_codes
from audit.measure.duplication.tokens.hashing import Ints, starts_of
from audit.tables import Table
from audit.tables.table import must

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


# Inside the belt only; the table of duplicates has ids instead of rows.
VERIFIED: Final = Table(
    "verified",
    "one row per verified pair of rows",
    (
        must("a_row", "int64", "row of one document, a_row < b_row"),
        must("b_row", "int64", "row of the other"),
        must("kind", "string", "as in duplicates; empty for a pair that is none"),
        must("coverage_ab", "float32", "as in duplicates"),
        must("coverage_ba", "float32", "as in duplicates"),
        must("jaccard", "float32", "as in duplicates"),
        must("longest_run", "int32", "as in duplicates"),
    ),
)


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
        return VERIFIED.build(
            a_row=np.minimum(first, second),
            b_row=np.maximum(first, second),
            kind=self._kinds(found),
            coverage_ab=np.where(is_turned, *coverages[::-1]),
            coverage_ba=np.where(is_turned, *coverages),
            jaccard=found.jaccard,
            longest_run=found.longest_run,
        )

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
