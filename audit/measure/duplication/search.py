"""The corpus-wide half: candidates from bands and samples, each compared in full, in memory that holds no text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from audit.measure.duplication.groups import connected
from audit.measure.duplication.hashing import U64, Ints, ranges, starts_of
from audit.measure.duplication.parts import numbers
from audit.measure.duplication.proposals import Seen, is_shared, propose
from audit.measure.duplication.samples import sharing
from audit.measure.duplication.signature import BAND_NAMES
from audit.measure.duplication.verify import NEAR, Verifier, verified_schema

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# With how many neighbours in its group, beside the first, a document is compared for each band. What one band finds
# joined, the next need not compare: a cluster of thousands of copies is settled by the first bands at about one
# comparison each, and the later ones can afford to look more widely.
WINDOWS: Final = (0,) * 2 + (1,) * 6 + (3,) * 24
# After so many comparisons in vain a document asks for one more band in common.
MISSES_FOR_A_BAND: Final = 2
# Groups of at most this many documents have all their pairs compared and listed, larger ones those with their leaders.
SMALL: Final = 8


@dataclass(slots=True)
class Search:
    """A run of the search. `order[member]` is the row of a member; members are numbered in order of preference."""

    signatures: Sequence[Path]
    order: Ints
    verifier: Verifier
    seen: Seen = field(init=False)
    sketch: npt.NDArray[np.uint8] = field(init=False)
    found: list[pa.Table] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin with nothing known."""
        self.seen = Seen(len(self.order))
        self.sketch = np.zeros((len(self.order), len(BAND_NAMES)), np.uint8)

    def run(self) -> pa.Table:
        """Return all verified pairs, each once."""
        self._fetch()
        for name, window in zip(BAND_NAMES, WINDOWS, strict=True):
            self._compare(*self._promising(*self.seen.fresh(*self.seen.undecided(*propose(self._keys(name), window)))))
            self._compare(*self.seen.unseen(*self._leaders_of_leaders()))
        self._compare(*self.seen.fresh(*sharing(self.signatures, self._member_of(), len(self.order))))
        self._compare(*self.seen.unseen(*self._leaders_of_leaders()))
        self._compare(*self.seen.unseen(*self._small_groups()))
        return pa.concat_tables([verified_schema().empty_table(), *self.found])

    def _fetch(self) -> None:
        """Have the tokens of all that collide in some band at hand: one walk through the bodies, not one a band."""
        collides = np.zeros(len(self.order), np.bool_)
        for band, name in enumerate(BAND_NAMES):
            keys = self._keys(name)
            collides |= is_shared(keys)
            self.sketch[:, band] = keys.astype(np.uint8)
        self.verifier.store.fetch(self.order[collides])

    def _promising(self, first: Ints, second: Ints) -> tuple[Ints, Ints]:
        """Return the pairs with enough bands in common: the more, the more comparisons of the later one were in vain.

        Texts filled into one template collide in a band now and then, and each with all others: without this a
        corpus of them would be compared pair by pair. A document without misses is compared on any collision.
        """
        common = np.zeros(len(first), np.uint8)
        for band in range(len(BAND_NAMES)):
            common += self.sketch[first, band] == self.sketch[second, band]
        is_promising = common > self.seen.misses(second) // MISSES_FOR_A_BAND
        return first[is_promising], second[is_promising]

    def _keys(self, name: str) -> U64:
        return numbers(self.signatures, name, np.uint64)[self.order]

    def _member_of(self) -> Ints:
        members = np.full(len(self.verifier.tokens), -1, np.int64)
        members[self.order] = np.arange(len(self.order))
        return members

    def _compare(self, first: Ints, second: Ints) -> None:
        """Compare pairs of members and remember what came of it."""
        is_near = np.zeros(len(first), np.bool_)
        for here, table in self.verifier.verify(self.order[first], self.order[second]):
            is_near[here] = pc.equal(table["kind"], NEAR).to_numpy()
            self.found.append(table.filter(pc.not_equal(table["kind"], "")))
        self.seen.learn(first, second, is_near)

    def _leaders_of_leaders(self) -> tuple[Ints, Ints]:
        """Return each member with the leader of its leader: it is set aside only on a direct edge to a kept one."""
        leader = self.seen.leader
        second = np.flatnonzero(leader[leader] != leader)
        return leader[leader[second]], second

    def _small_groups(self) -> tuple[Ints, Ints]:
        """Return all pairs within small groups: what two copies of one text have in common is worth a look."""
        members = self._member_of()
        found = pa.concat_tables([verified_schema().empty_table(), *self.found])
        first, second = (members[found[name].to_numpy()] for name in ("a_row", "b_row"))
        return pairs_within(connected(len(self.order), first, second), SMALL)


def pairs_within(label: Ints, most: int) -> tuple[Ints, Ints]:
    """Return all pairs of positions with the same label, for labels of at most `most` positions."""
    sizes = np.bincount(label, minlength=len(label))
    places = np.flatnonzero((sizes[label] > 1) & (sizes[label] <= most))
    places = places[np.argsort(label[places], kind="stable")]
    counts = sizes[np.unique(label[places])]
    ends = np.repeat(starts_of(counts)[1:], counts)
    after = np.arange(1, len(places) + 1)
    return np.repeat(places, ends - after), places[ranges(after, ends - after)]
