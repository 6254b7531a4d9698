"""Verification: candidate pairs in, verified pairs with measures and kinds out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from audit.measure.duplication.pairs.compare import Comparison, compare_codes
from audit.measure.duplication.pairs.unique_passages import unique_text
from audit.measure.duplication.template_texts.figures import tell_apart
from audit.measure.duplication.template_texts.filled_in import differences
from audit.measure.duplication.template_texts.own_text import are_copies_in_frame
from audit.measure.duplication.tokens.hashing import U64, Bools, Ints, together
from audit.tables import Table, columns_of
from audit.tables.table import nullable, required

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audit.measure.duplication.pairs.store import TokenStore

EXACT_RAW: Final = "exact_raw"
EXACT_NORMALISED: Final = "exact_normalised"
NEAR: Final = "near"
CONTAINED: Final = "contained"
QUOTED: Final = "quoted"
# Internal kind: similar by a common template, but no copies.
SIBLING: Final = "sibling"
# The kinds of pairs; the first is none.
KINDS: Final = ("", NEAR, CONTAINED, QUOTED, SIBLING)

# Coverage from which a document counts as contained in the other.
CONTAINED_FROM: Final = 0.8
# Tokens of a common run from which it is a quotation: two or three sentences, longer than any set phrase.
QUOTED_FROM: Final = 50
# Texts from one template cover each other by short phrases in any order: coverage .8 at a Jaccard of .2, as each short
# piece gives few shingles for its tokens. In a copy the pieces between edits are longer: with every tenth character
# edited it keeps .65 at .29, and the Jaccard of whole pieces is never below half.
LEAST_JACCARD_OF_COVERAGE: Final = 0.4
# Near copies need two shingles' worth of common text: "nice product, fast delivery" is no copy.
LEAST_COMMON: Final = 10
# Texts with less in common must be more similar: one or two sentences from one form, some 25 tokens, reach .3 to .45,
# and among thousands each is similar to another. Copies of 20 to 60 words keep .55 with one in ten edited; Han
# characters with one in twenty edited .6, but 20 or 30 with one in ten only .4: such copies stay.
LITTLE_COMMON: Final = 40
JACCARD_OF_LITTLE: Final = 0.5
# For replaced words; with misspellings in a sentence or two this much remains.
JACCARD_OF_MISSPELT: Final = 0.33
# Tokens of both sides compared at once, at about 100 bytes each. With a quarter of them, what is done once for all at
# once takes half of the time.
_COMPARED: Final = 1 << 19


# Internal; the table of duplicates has ids instead of rows.
VERIFIED: Final = Table(
    "verified",
    "one row per verified pair of rows",
    (
        required("a_row", "int64", "row of one document, a_row < b_row"),
        required("b_row", "int64", "row of the other"),
        required("kind", "string", "as in duplicates; empty for a pair that is none"),
        required("coverage_ab", "float32", "as in duplicates"),
        required("coverage_ba", "float32", "as in duplicates"),
        required("jaccard", "float32", "as in duplicates"),
        required("longest_run", "int32", "as in duplicates"),
        nullable(
            "lost_a", "int32", "tokens of a in runs of 8 or more that align with nothing in b; of near copies only"
        ),
        nullable("lost_b", "int32", "and of b with nothing in a"),
        nullable("unique_a", "int32", "tokens of the longest such run of a"),
        nullable("unique_b", "int32", "and of b"),
        nullable("unique_at_a", "int32", "the token of a that it begins with"),
        nullable("unique_at_b", "int32", "and of b"),
    ),
)
# Columns of a pair that are swapped with its documents.
SWAPS: Final = tuple(
    (f"{name}_{a}", f"{name}_{b}")
    for name, a, b in (
        ("coverage", "ab", "ba"), ("lost", "a", "b"), ("unique", "a", "b"), ("unique_at", "a", "b"),
    )
)  # fmt: skip
_UNIQUE: Final = {side: tuple(f"{name}_{side}" for name in ("lost", "unique", "unique_at")) for side in ("a", "b")}
# Tokens in a row that may be lost with a near copy. With three or five of a hundred characters edited none of 120
# copies had a longer unique passage; with every tenth, 5 of 60 had.
MOST_LOST: Final = 29


@dataclass(frozen=True, slots=True)
class Verifier:
    """Compares rows.

    `tokens` is the number of tokens of each row, `similarity` the minimum coverage of a near copy, `most_lost` the
    maximum length of a unique run in a copy set aside; `titles` the hash of each row's title, 0 without one.
    """

    store: TokenStore
    tokens: Ints
    titles: U64
    similarity: float
    most_lost: int = MOST_LOST

    def verify(self, first: Ints, second: Ints) -> Iterator[tuple[slice, pa.Table]]:
        """Yield, for slices of the pairs (first[i], second[i]), a row for each; kind "" means unrelated.

        Unique text is left out: pairs that only share a template are told apart without it. Sorted pairs are best, so
        that slices contain few documents.
        """
        self.store.fetch(np.concatenate([first, second]))
        for here in together(self.tokens[first] + self.tokens[second], _COMPARED):
            yield here, self._measured(first[here], second[here])

    def _measured(self, first: Ints, second: Ints) -> pa.Table:
        rows, places = np.unique(np.concatenate([first, second]), return_inverse=True)
        texts = self.store.read(rows)
        found = compare_codes(*texts, places[: len(first)], places[len(first) :])
        kinds = self._kinds(found, *self._judged(found, rows, places.reshape(2, -1)))
        is_turned = first > second
        coverages = (found.coverage_ab, found.coverage_ba)
        nothing = pa.nulls(len(first), pa.int32())
        return VERIFIED.build(
            a_row=np.minimum(first, second),
            b_row=np.maximum(first, second),
            kind=kinds,
            coverage_ab=np.where(is_turned, *coverages[::-1]),
            coverage_ba=np.where(is_turned, *coverages),
            jaccard=found.jaccard,
            longest_run=found.longest_run,
            **dict.fromkeys(chain.from_iterable(_UNIQUE.values()), nothing),
        )

    def with_unique(self, pairs: pa.Table, is_wanted: Bools) -> pa.Table:
        """Return verified pairs with the unique text of each side of those near copies that are wanted."""
        is_open = is_wanted & pc.equal(pairs["kind"], NEAR).to_numpy() & pairs["lost_a"].is_null().to_numpy()
        asked = np.flatnonzero(is_open)
        sides = np.stack([pairs[name].to_numpy()[asked] for name in ("a_row", "b_row")])
        values = {name: np.zeros(len(pairs), np.int32) for name in chain.from_iterable(_UNIQUE.values())}
        for here in together(self.tokens[sides].sum(axis=0), _COMPARED):
            rows, places = np.unique(sides[:, here], return_inverse=True)
            texts, (a, b) = self.store.read(rows), places.reshape(2, -1)
            for names, own, other in ((_UNIQUE["a"], a, b), (_UNIQUE["b"], b, a)):
                found = unique_text(*texts, own, other)
                for name, measured in zip(names, (found.tokens, found.longest, found.start), strict=True):
                    values[name][asked[here]] = measured
        open_ones = pa.array(is_open)
        made = {name: pc.if_else(open_ones, pa.array(value), pairs[name]) for name, value in values.items()}
        return VERIFIED.build(**{**columns_of(pairs), **made})

    def are_copies_in_frame(self, first: int, second: int, thirds: Sequence[int]) -> bool:
        """Return whether two rows are copies of each other in the frame that they share with third ones."""
        rows = np.array([first, second, *thirds])
        self.store.fetch(rows)
        return are_copies_in_frame(self.store.marked(rows), self.similarity)

    def _is_like(self, found: Comparison) -> Bools:
        least = np.minimum(found.coverage_ab, found.coverage_ba)
        return (least >= self.similarity) & (found.covered >= LEAST_COMMON)

    def _judged(self, found: Comparison, rows: Ints, pairs: Ints) -> tuple[Bools, Bools]:
        """Return which pairs, (2, n) indexes into `rows`, are near, and which differ in names and numbers only."""
        least = np.minimum(found.coverage_ab, found.coverage_ba)
        has_much = found.covered >= LITTLE_COMMON
        is_near = self._is_like(found) & (found.jaccard >= LEAST_JACCARD_OF_COVERAGE * least)
        is_near &= has_much | (found.jaccard >= JACCARD_OF_MISSPELT)
        is_apart, asked = np.zeros(len(is_near), np.bool_), np.flatnonzero(is_near)
        if len(asked):
            places, asking = np.unique(pairs[:, asked], return_inverse=True)
            texts = self.store.marked(rows[places])
            (first, second), titles = asking, self.titles[rows[places]]
            have_one_title = (titles[first] == titles[second]) & (titles[first] > 0)
            found_by = differences(texts, first, second, have_one_title)
            is_apart[asked] = (tell_apart(texts, first, second) & ~found_by.are_misread) | found_by.are_filled_in
            is_near[asked] = (has_much | (found.jaccard >= JACCARD_OF_LITTLE))[asked] | found_by.are_misspelt
        return is_near & ~is_apart, is_near & is_apart

    def _kinds(self, found: Comparison, is_near: Bools, is_apart: Bools) -> pa.StringArray:
        most = np.maximum(found.coverage_ab, found.coverage_ba)
        is_contained = (most >= CONTAINED_FROM) & (found.covered >= LEAST_COMMON) & ~self._is_like(found)
        is_quoted = found.longest_run >= QUOTED_FROM
        places = np.select([is_near, is_apart, is_contained, is_quoted], [1, 4, 2, 3], 0)
        return pa.DictionaryArray.from_arrays(places, list(KINDS)).cast(pa.string())


def without(pairs: pa.Table, is_template: Bools) -> pa.Table:
    """Return the pairs (VERIFIED) with those that only share a template downgraded to quotations, if they are any."""
    is_left = ~is_template | (pairs["longest_run"].to_numpy() >= QUOTED_FROM)
    changed = {"kind": pc.if_else(is_template, QUOTED, pairs["kind"])}
    for name in (side for names in SWAPS[1:] for side in names):
        changed[name] = pc.if_else(is_template, None, pairs[name])
    made = {**columns_of(pairs), **changed}
    return VERIFIED.build(**made).filter(pa.array(is_left))
