"""The corpus-wide search: candidates from bands and samples, each compared in full, without texts in memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from audit.engine.engines import current_engine
from audit.measure.duplication.pairs.bands import LEAST_ALIKE, Bands
from audit.measure.duplication.pairs.candidate_pairs import ComparedPairs
from audit.measure.duplication.pairs.closest_copies import are_of_siblings
from audit.measure.duplication.pairs.frames import closest, in_same_frame
from audit.measure.duplication.pairs.sampled_shingles import Candidates, sharing
from audit.measure.duplication.pairs.verify import NEAR, SIBLING, VERIFIED, Verifier, without
from audit.measure.duplication.pairs.verify_beside import verify_distributed
from audit.measure.duplication.records.groups import connected
from audit.measure.duplication.records.parts import Bodies, PartTable
from audit.measure.duplication.template_texts.siblings import Siblings
from audit.measure.duplication.tokens.hashing import Bools, Ints, ranges, starts_of
from audit.tables import empty

if TYPE_CHECKING:
    from collections.abc import Iterator

# Additional equal traces required per failed comparison.
ALIKE_FOR_A_MISS: Final = 2
# Groups up to this size have all pairs compared and listed, larger ones those with their leaders.
SMALL: Final = 16


@dataclass(slots=True)
class Search:
    """The state of a search. `order[member]` is the row of a member; members are numbered in order of preference.

    `left_out` counts the candidates not compared because one document had too many.
    """

    signatures: PartTable
    order: Ints
    verifier: Verifier
    seen: ComparedPairs = field(init=False)
    siblings: Siblings = field(init=False)
    found: list[pa.Table] = field(default_factory=list)
    asked: list[Ints] = field(default_factory=list)
    apart: list[pa.Table] = field(default_factory=list)
    left_out: int = 0

    def __post_init__(self) -> None:
        """Begin with nothing known."""
        self.seen = ComparedPairs(len(self.order))
        self.siblings = Siblings(self.verifier.store, self.verifier.tokens)

    def run(self) -> pa.Table:
        """Return all verified pairs, each once."""
        candidates = sharing(self.signatures, self._member_of(), len(self.order))
        self.left_out = candidates.left_out
        with Bands(self.signatures, self._member_of(), len(self.order)) as bands:
            if self._pays_from is None:
                self._fetch(bands, candidates)
            self._compare(*self._promising(bands, *self._stars(bands)))
            for first, second in bands.pairs():
                self._compare(*self._promising(bands, *self.seen.fresh(*self.seen.undecided(first, second))))
                self._compare(*self.seen.unseen(*self._leaders_of_leaders()))
        self._compare(*self.seen.fresh(candidates.first, candidates.second))
        self._compare(*self.seen.unseen(*self._leaders_of_leaders()))
        self._compare(*self.seen.unseen(*self._small_groups()))
        whole = self._without_templates(pa.concat_tables([empty(VERIFIED), *self.found]))
        apart = pa.concat_tables([empty(VERIFIED), *self.apart])
        is_copy = self._are_copies_in_frames(apart)
        whole = self._with_copies(whole, apart.filter(pa.array(is_copy)))
        return without(whole, are_of_siblings(whole, apart.filter(pa.array(~is_copy)), len(self.verifier.tokens)))

    def _are_copies_in_frames(self, apart: pa.Table) -> Bools:
        """Return which pairs told apart are copies in one publishing system's frame, known from other documents."""
        found, asked = np.zeros(len(apart), np.bool_), np.flatnonzero(closest(apart))
        first, second = (apart[name].to_numpy()[asked] for name in ("a_row", "b_row"))
        thirds = in_same_frame(self.signatures, first, second)
        for nth, one, other, some in zip(asked.tolist(), first.tolist(), second.tolist(), thirds, strict=True):
            found[nth] = len(some) > 0 and self.verifier.are_copies_in_frame(one, other, some)
        return found

    def _with_copies(self, whole: pa.Table, copies: pa.Table) -> pa.Table:
        """Return the verified pairs with some that were told apart as near copies."""
        near = copies.set_column(copies.column_names.index("kind"), "kind", pa.array([NEAR] * len(copies), pa.string()))
        near = self.verifier.with_unique(near.cast(VERIFIED.arrow), np.ones(len(near), np.bool_))
        is_other = ~np.isin(self._keys(whole), self._keys(near))
        return pa.concat_tables([whole.filter(pa.array(is_other)), near])

    def _fetch(self, bands: Bands, candidates: Candidates) -> None:
        """Load the tokens of all candidates in one pass over the bodies."""
        is_wanted = np.zeros(len(self.order), np.bool_)
        for first, second in chain(bands.pairs(), [(candidates.first, candidates.second)]):
            is_wanted[first] = is_wanted[second] = True
        self.verifier.store.fetch(self.order[is_wanted])

    def _stars(self, bands: Bands) -> tuple[Ints, Ints]:
        """Pair each member that is similar to others with the most preferred one connected to it.

        In a cluster of copies one comparison with the future kept one settles each; false positives of the traces are
        left to the bands.
        """
        leader = np.arange(len(self.order))
        for first, second in bands.pairs():
            leader = connected(len(leader), leader[first], leader[second])[leader]
        second = np.flatnonzero(leader != np.arange(len(leader)))
        return leader[second], second

    def _promising(self, bands: Bands, first: Ints, second: Ints) -> tuple[Ints, Ints]:
        """Return the pairs that are similar enough, with a threshold growing with the later one's failed comparisons.

        Texts from one template are all slightly similar and would be compared pair by pair otherwise. A document
        without failed comparisons is compared on any collision.
        """
        needed = LEAST_ALIKE + ALIKE_FOR_A_MISS * self.seen.misses(second)
        is_promising = bands.alike(first, second) >= needed
        return first[is_promising], second[is_promising]

    def _member_of(self) -> Ints:
        members = np.full(len(self.verifier.tokens), -1, np.int64)
        members[self.order] = np.arange(len(self.order))
        return members

    def _compare(self, first: Ints, second: Ints) -> None:
        """Compare pairs of members and record the results."""
        if not len(first):
            return
        is_near, is_led = np.zeros(len(first), np.bool_), np.zeros(len(first), np.bool_)
        rows, found, places = self.order[second], [empty(VERIFIED)], [np.zeros(0, np.int64)]
        for here, table in self._verified(self.order[first], rows):
            is_any = pc.not_equal(table["kind"], "")
            found.append(table.filter(is_any))
            places.append(np.flatnonzero(is_any.to_numpy()) + here.start)
        whole, at = pa.concat_tables(found), np.concatenate(places)
        self._learn(whole)
        is_template = self._are_template(whole)
        whole = self.verifier.with_unique(whole, ~is_template)
        near = np.flatnonzero(pc.equal(whole["kind"], NEAR).to_numpy() & ~is_template)
        some, is_near[at[near]] = whole.take(near), True
        own = pc.if_else(pc.equal(some["a_row"], rows[at[near]]), some["unique_a"], some["unique_b"])
        is_led[at[near]] = pc.less_equal(own, self.verifier.most_lost).to_numpy()
        self.apart.append(whole.filter(pa.array(is_template)))
        self.found.append(without(whole, is_template))
        self.seen.learn(first, second, is_near, is_led)

    def _learn(self, pairs: pa.Table) -> None:
        alike = pairs.filter(pc.is_in(pairs["kind"], pa.array([NEAR, SIBLING])))
        self.siblings.learn(alike["a_row"].to_numpy(), alike["b_row"].to_numpy(), alike["jaccard"].to_numpy())
        filled = pairs.filter(pc.equal(pairs["kind"], SIBLING))
        self.siblings.fill(filled["a_row"].to_numpy(), filled["b_row"].to_numpy())

    def _are_template(self, pairs: pa.Table) -> Bools:
        """Return which near copies only share a template, as far as a third similar document is known."""
        near = np.flatnonzero(pc.equal(pairs["kind"], NEAR).to_numpy())
        found, is_asked = np.zeros(len(pairs), np.bool_), np.zeros(len(pairs), np.bool_)
        first, second = (pairs[name].to_numpy()[near] for name in ("a_row", "b_row"))
        found[near], is_asked[near] = self.siblings.are_template(first, second)
        found |= pc.equal(pairs["kind"], SIBLING).to_numpy()
        self.asked.append(self._keys(pairs)[near][is_asked[near]])
        return found

    def _without_templates(self, pairs: pa.Table) -> pa.Table:
        """Recheck near copies found before similar documents were known."""
        rows = self._keys(pairs)
        is_new = ~np.isin(rows, np.concatenate([np.zeros(0, np.int64), *self.asked]))
        is_new &= pc.equal(pairs["kind"], NEAR).to_numpy()
        is_template = np.zeros(len(pairs), np.bool_)
        is_template[is_new] = self._are_template(pairs.filter(pa.array(is_new)))
        self.siblings.end()
        is_left = pc.equal(pairs["kind"], NEAR).to_numpy() & ~is_template
        is_template |= self.siblings.are_filled_in(pairs["a_row"].to_numpy(), pairs["b_row"].to_numpy(), is_left)
        self.apart.append(pairs.filter(pa.array(is_template)))
        return without(pairs, is_template)

    def _keys(self, pairs: pa.Table) -> Ints:
        """Return a number for each pair of rows."""
        keys: Ints = pairs["a_row"].to_numpy() * len(self.verifier.tokens) + pairs["b_row"].to_numpy()
        return keys

    @property
    def _pays_from(self) -> int | None:
        """The number of pairs from which other machines verify them; None: never."""
        return current_engine().pays_from if isinstance(self.verifier.store.bodies, Bodies) else None

    def _verified(self, first: Ints, second: Ints) -> Iterator[tuple[slice, pa.Table]]:
        bodies, least = self.verifier.store.bodies, self._pays_from
        if least is not None and len(first) >= least and isinstance(bodies, Bodies):
            yield slice(0, len(first)), verify_distributed(bodies, self.verifier, first, second)
        else:
            yield from self.verifier.verify(first, second)

    def _leaders_of_leaders(self) -> tuple[Ints, Ints]:
        """Pair each member with its leader's leader, since only a direct edge to a kept one sets it aside."""
        leader = self.seen.leader
        second = np.flatnonzero(leader[leader] != leader)
        return leader[leader[second]], second

    def _small_groups(self) -> tuple[Ints, Ints]:
        """Return all pairs within small groups: copies of one text are worth comparing.

        Large groups connected by quotations are divided into small groups of near copies.
        """
        members = self._member_of()
        found = pa.concat_tables([empty(VERIFIED), *self.found])
        pairs = []
        for edges in (found, found.filter(pc.equal(found["kind"], NEAR))):
            first, second = (members[edges[name].to_numpy()] for name in ("a_row", "b_row"))
            pairs.append(pairs_within(connected(len(self.order), first, second)))
        return np.concatenate([first for first, _ in pairs]), np.concatenate([second for _, second in pairs])


def pairs_within(label: Ints) -> tuple[Ints, Ints]:
    """Return all pairs of positions with equal labels, for labels of at most SMALL positions."""
    sizes = np.bincount(label, minlength=len(label))
    places = np.flatnonzero((sizes[label] > 1) & (sizes[label] <= SMALL))
    places = places[np.argsort(label[places], kind="stable")]
    counts = sizes[np.unique(label[places])]
    ends = np.repeat(starts_of(counts)[1:], counts)
    after = np.arange(1, len(places) + 1)
    return np.repeat(places, ends - after), places[ranges(after, ends - after)]
