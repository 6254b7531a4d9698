"""Candidate pairs from shared keys, linear in the number of documents for groups of any size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.measure.duplication.tokens.hashing import distinct

if TYPE_CHECKING:
    from audit.measure.duplication.records.packed import Packing
    from audit.measure.duplication.tokens.hashing import U64, Bools, Ints

# Failed comparisons after which a member gives up, lest a corpus of near templates take n² comparisons.
MAX_MISSES: Final = 64
# Number of followers from which a leader's group is large, and its followers are not compared further.
LARGE: Final = 8


def propose(packing: Packing, ordered: U64, window: int) -> tuple[Ints, Ints]:
    """Return pairs p < q of members with equal keys: each with the first of its group and `window` predecessors.

    `ordered` are sorted packed keys. Groups up to window + 2 give all pairs, larger ones at most window + 1 per member.
    """
    first, members = packing.firsts(ordered), packing.members(ordered)
    later = np.flatnonzero(first != np.arange(len(ordered)))
    found = [(first[later], later)]
    for back in range(1, window + 1):
        later = later[later - back > first[later]]
        found.append((later - back, later))
    return members[np.concatenate([p for p, _ in found])], members[np.concatenate([q for _, q in found])]


class ComparedPairs:
    """The state of comparisons during the search; members are numbered in order of preference.

    `leader` is the most preferred member for which a member may be set aside, or itself.
    """

    def __init__(self, count: int) -> None:
        self.leader = np.arange(count, dtype=np.int64)
        self._misses = np.zeros(count, np.int64)
        self._pairs = np.empty(0, np.int64)

    def misses(self, members: Ints) -> Ints:
        """Return the number of failed comparisons of each of these members."""
        found: Ints = self._misses[members]
        return found

    def undecided(self, first: Ints, second: Ints) -> tuple[Ints, Ints]:
        """Return the pairs p < q whose q may still be a near copy of a member that will be kept."""
        is_open = ~self._is_settled()[second] & (self._misses[second] < MAX_MISSES)
        return first[is_open], second[is_open]

    def fresh(self, first: Ints, second: Ints) -> tuple[Ints, Ints]:
        """Return the pairs neither compared nor connected through a leader, as `unseen` does."""
        first, second = self.unseen(first, second)
        is_joined = (self.leader[first] == self.leader[second]) | (self.leader[second] == first)
        return first[~is_joined], second[~is_joined]

    def unseen(self, first: Ints, second: Ints) -> tuple[Ints, Ints]:
        """Return the pairs not yet compared, distinct and sorted, the preferred member first."""
        keys = distinct(self._keys(np.minimum(first, second), np.maximum(first, second)))
        p, q = np.divmod(keys[~_is_in(keys, self._pairs)], max(1, len(self.leader)))
        return p[p != q], q[p != q]

    def learn(self, first: Ints, second: Ints, is_near: Bools, is_led: Bools) -> None:
        """Record compared pairs, which of them are near copies, and where the second may be set aside."""
        self._pairs = np.union1d(self._pairs, self._keys(first, second))
        np.minimum.at(self.leader, second[is_led], first[is_led])
        np.add.at(self._misses, second[~is_near], 1)

    def _is_settled(self) -> Bools:
        """Return which members are near copies of a large group's leader, and so will not be kept."""
        is_follower = self.leader != np.arange(len(self.leader))
        is_first = ~is_follower[self.leader]
        followers = np.bincount(self.leader, minlength=len(self.leader))
        is_settled: Bools = is_follower & is_first & (followers[self.leader] > LARGE)
        return is_settled

    def _keys(self, first: Ints, second: Ints) -> Ints:
        return first * len(self.leader) + second


def _is_in(keys: Ints, among: Ints) -> Bools:
    places = np.searchsorted(among, keys)
    places[places == len(among)] = 0
    return among[places] == keys if len(among) else np.zeros(len(keys), np.bool_)
