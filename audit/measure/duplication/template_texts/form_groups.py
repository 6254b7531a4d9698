"""Groups of similar documents, by which forms are told that are filled in with ordinary words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.measure.duplication.template_texts.slots import differ_in_slots

if TYPE_CHECKING:
    from audit.measure.duplication.pairs.store import TokenStore
    from audit.measure.duplication.tokens.hashing import Bools, Floats, Ints

# Maximum documents of a group besides the one that it is of: those most unlike it, since its copies say the same.
_MOST: Final = 32
# Minimum documents of a group: fewer say too little of what a form's values are.
_LEAST: Final = 4


class FormGroups:
    """Of each document those most unlike it among the documents similar to it, as copies or by template."""

    def __init__(self, store: TokenStore) -> None:
        """Begin with no similar documents known."""
        self._store = store
        self._similar: dict[int, dict[int, float]] = {}

    def learn(self, first: Ints, second: Ints, jaccard: Floats) -> None:
        """Record that pairs of rows are similar, and how much."""
        for one, other, share in zip(first.tolist(), second.tolist(), jaccard.tolist(), strict=True):
            for row, like in ((one, other), (other, one)):
                similar = self._similar.setdefault(row, {})
                similar[like] = share
                if len(similar) > _MOST:
                    del similar[max(similar, key=lambda row: (similar[row], row))]

    def differ(self, first: Ints, second: Ints) -> Bools:
        """Return which pairs of rows are filled in with other words, as far as their groups tell."""
        found = np.zeros(len(first), np.bool_)
        for base in np.unique(first).tolist():
            here = np.flatnonzero(first == base)
            rows = [base, *dict.fromkeys([*self._similar.get(base, ()), *second[here].tolist()])]
            if len(rows) >= _LEAST:
                which, places = np.unique(rows, return_inverse=True)
                self._store.fetch(which)
                told = differ_in_slots(self._store.marked(which), int(places[0]), places[1:])
                found[here] = told[[rows.index(row) - 1 for row in second[here].tolist()]]
        return found
