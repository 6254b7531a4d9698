"""What is left out of a key that too many have, here and there and before they meet, changes no pair."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.engine.exchange import first_per_key
from audit.engine.spill import Records
from audit.measure.duplication.pairs.sampled_shingles import MOST_DOCUMENTS, _Sampled
from audit.measure.duplication.records.packed import Packing
from audit.measure.duplication.records.parts import PartTable
from audit.measure.paraphrase import candidates

MEMBERS = 400
SAMPLED = _Sampled(PartTable.of([]), np.zeros(0, np.int64), Packing(MEMBERS))


def sampled(keys: np.ndarray, members: np.ndarray) -> Records:
    return SAMPLED.packing.pack(keys, members)


def told(keys: np.ndarray, members: np.ndarray) -> Records:
    made = np.empty(len(keys), candidates.KEY_RECORD)
    made["packed"], made["kind"] = keys << np.uint64(28) | members.astype(np.uint64), keys % np.uint64(2)
    return made


class Step(NamedTuple):
    """A step that brings records together by key: what makes them, thins them, and makes pairs of them."""

    records: Callable[..., Records]
    combine: Callable[[Records], Records]
    work: Callable[[Records], Records]
    most: int


STEPS = (
    Step(sampled, SAMPLED.combine, lambda some: SAMPLED.pairs(some.copy()), MOST_DOCUMENTS),
    Step(told, candidates.without_frequent_keys, candidates.pairs_by_key, candidates.MOST_DOCUMENTS),
)


@pytest.mark.parametrize("step", STEPS, ids=["sampled", "candidates"])
@settings(max_examples=30)
@given(spread=st.integers(1, 40), sizes=st.lists(st.integers(0, 120), min_size=1, max_size=4), seed=st.integers(0, 99))
def test_pairs_are_those_of_all_records(step: Step, spread: int, sizes: list[int], seed: int) -> None:
    random = np.random.default_rng(seed)
    drawn = [(random.integers(0, spread, size, np.uint64), random.integers(0, MEMBERS, size)) for size in sizes]
    parts = [step.records(*some) for some in drawn]
    once, twice = (
        np.concatenate([*map(step.combine, parts)]),
        step.combine(np.concatenate([*map(step.combine, parts[:2]), *parts[2:]])),
    )
    wanted = step.work(np.concatenate(parts))
    assert np.array_equal(step.work(once), wanted)
    assert np.array_equal(step.work(twice), wanted)
    assert len(twice) <= spread * (step.most + 1)


@given(st.lists(st.integers(0, 5)), st.integers(1, 4))
def test_the_first_of_each_key_are_kept(keys: list[int], most: int) -> None:
    wanted = [keys[:at].count(key) < most for at, key in enumerate(keys)]
    assert first_per_key(np.array(keys, np.uint64), most).tolist() == wanted
