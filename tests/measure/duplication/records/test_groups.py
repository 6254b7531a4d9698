"""Groups are those of a slow walk; small ones propose all pairs, large ones a few for each member."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from audit.measure.duplication.pairs.candidate_pairs import propose
from audit.measure.duplication.pairs.search import SMALL, pairs_within
from audit.measure.duplication.records.groups import connected
from audit.measure.duplication.records.packed import Packing


def test_a_chain_is_one_group() -> None:
    first = np.arange(5000)
    assert connected(5002, first, first + 1).tolist() == [0] * 5001 + [5001]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=15))
def test_groups_are_those_of_a_slow_walk(edges: list[tuple[int, int]]) -> None:
    label = list(range(13))
    for _ in label:
        for a, b in edges:
            label[a] = label[b] = min(label[a], label[b])
    ends = np.array(edges, np.int64).reshape(-1, 2)
    assert connected(13, ends[:, 0], ends[:, 1]).tolist() == label


def pairs(keys: list[int], window: int) -> set[tuple[int, int]]:
    packing = Packing(len(keys))
    packed = packing.pack(np.array(keys, np.uint64), np.arange(len(keys)))
    first, second = propose(packing, packing.shared(packed), window)
    return set(zip(first.tolist(), second.tolist(), strict=True))


def test_small_groups_propose_all_pairs() -> None:
    assert pairs([7, 3, 7, 7, 9, 3], 1) == {(1, 5), (0, 2), (0, 3), (2, 3)}


def test_large_groups_propose_a_few_for_each() -> None:
    assert len(pairs([5] * 1000, 0)) == 999
    assert len(pairs([5] * 1000, 3)) <= 4 * 1000


def test_no_keys_no_pairs() -> None:
    assert pairs([], 3) == set()


def test_shared_keys() -> None:
    packing = Packing(5)
    packed = packing.pack(np.array([4, 1, 4, 2, 4], np.uint64), np.arange(5))
    assert packing.members(packing.shared(packed)).tolist() == [0, 2, 4]


def test_pairs_within_small_groups() -> None:
    label = np.array([0, 1, 0, 0, 1, 5, *[6] * (SMALL + 1)])
    first, second = pairs_within(label)
    assert sorted(zip(first.tolist(), second.tolist(), strict=True)) == [(0, 2), (0, 3), (1, 4), (2, 3)]
