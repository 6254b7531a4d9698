"""Groups of similar documents, by which forms are told that are filled in with ordinary words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.measure.duplication.template_texts.slots import LEAST_TEXTS, Readings, Slots
from audit.measure.duplication.tokens.hashing import together

if TYPE_CHECKING:
    from audit.measure.duplication.pairs.store import TokenStore
    from audit.measure.duplication.tokens.hashing import Bools, Floats, Ints

# Maximum documents of a group besides the one that it is of: those most unlike it, since its copies say the same.
_MOST: Final = 32
# How many times as large a group has become when its slots are looked for again.
_GROWN: Final = 2
# Tokens of texts compared at once.
_AT_ONCE: Final = 1 << 17
_NO_GROUP: Final[tuple[list[int], Slots]] = ([], Slots.none())


class FormGroups:
    """Of each document those most unlike it among the documents similar to it, as copies or by template."""

    def __init__(self, store: TokenStore, tokens: Ints) -> None:
        """Begin with no similar documents known; `tokens` is the number of tokens of each row."""
        self._store, self._tokens = store, tokens
        self._similar: dict[int, dict[int, float]] = {}
        self._found: dict[int, tuple[list[int], Slots]] = {}

    def learn(self, first: Ints, second: Ints, jaccard: Floats) -> None:
        """Record that pairs of rows are similar, and how much."""
        for one, other, share in zip(first.tolist(), second.tolist(), jaccard.tolist(), strict=True):
            for row, like in ((one, other), (other, one)):
                similar = self._similar.setdefault(row, {})
                similar[like] = share
                if len(similar) > _MOST:
                    del similar[max(similar, key=lambda row: (similar[row], row))]

    def end(self) -> None:
        """Forget slots that were found before all similar documents were known."""
        self._found = {base: found for base, found in self._found.items() if found[0] == sorted(self._similar[base])}

    def differ(self, first: Ints, second: Ints) -> Bools:
        """Return which pairs of rows are filled in with other words, as far as the group of the first tells."""
        found = np.zeros(len(first), np.bool_)
        bases = [base for base in np.unique(first).tolist() if self._slots(base)[1].are.any()]
        asked = np.flatnonzero(np.isin(first, bases))
        # Those at once have as many columns as the longest base: it is at most twice as long as the others.
        bits = np.frexp(self._tokens[first[asked]])[1]
        for of_size in (asked[bits == bit] for bit in np.unique(bits)):
            for here in together(self._tokens[first[of_size]], _AT_ONCE):
                some = of_size[here]
                found[some] = self._told(first[some], second[some])
        return found

    def _told(self, first: Ints, second: Ints) -> Bools:
        readings, found = self._readings(first, second), np.zeros(len(first), np.bool_)
        for base in np.unique(first).tolist():
            (group, slots), of_base = self._slots(base), np.flatnonzero(first == base)
            told = readings.among(of_base, len(slots.are))
            found[of_base] = slots.tell_apart(told, np.isin(second[of_base], group))
        return found

    def _slots(self, base: int) -> tuple[list[int], Slots]:
        """Return the slots of a document's form and the group that they were found by."""
        similar = self._similar.get(base, {})
        group, found = self._found.get(base, _NO_GROUP)
        if len(similar) + 1 >= LEAST_TEXTS and len(similar) >= min(_MOST, max(1, _GROWN * len(group))) > len(group):
            group = sorted(similar)
            found = Slots.of(self._readings(np.full(len(group), base), np.array(group)))
            self._found[base] = group, found
        return group, found

    def _readings(self, first: Ints, second: Ints) -> Readings:
        rows, places = np.unique(np.concatenate([first, second]), return_inverse=True)
        self._store.fetch(rows)
        return Readings.of(self._store.marked(rows), *places.reshape(2, -1))
