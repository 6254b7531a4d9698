"""Groups by stars of edges that meet at nodes are those of one walk over all edges."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.engine.engines import use_engine
from audit.engine.local import LOCAL
from audit.measure.duplication.records import groups, stars
from audit.measure.duplication.records.groups import connected
from audit.measure.duplication.records.stars import connected_by_stars


@settings(max_examples=40)
@given(
    count=st.integers(1, 300), density=st.floats(0, 2), steps=st.integers(1, 3), seed=st.integers(0, 2**16)
)  # fmt: skip
def test_groups_are_those_of_the_walk(count: int, density: float, steps: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    # Loops and edges told twice, either way round, are among them.
    first, second = random.integers(0, count, (2, int(density * count)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stars, "_STEPS", steps)
        found = connected_by_stars(count, np.append(first, second), np.append(second, first))
    assert np.array_equal(found, connected(count, first, second))


@pytest.mark.parametrize("turned", [False, True])
def test_a_long_chain_and_a_large_star_become_one_group_each(turned: bool) -> None:
    random = np.random.default_rng(3)
    names = random.permutation(6_000) if turned else np.arange(6_000)
    chain, rays = np.arange(1_999), np.arange(2_001, 5_000)
    first, second = np.append(chain, np.full(len(rays), 2_000)), np.append(chain + 1, rays)
    found = connected_by_stars(6_000, names[first], names[second])
    assert np.array_equal(found, connected(6_000, names[first], names[second]))
    assert sorted(np.unique(found, return_counts=True)[1])[-2:] == [2_000, 3_000]


def test_they_are_made_where_there_are_hands_and_many_edges(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(groups, "MOST_HERE", 3)
    monkeypatch.setattr(groups, "connected_by_stars", lambda count, *edges: asked.append(len(edges[0])) or count)
    few, many = np.arange(3), np.arange(4)
    for engine in (LOCAL, replace(LOCAL, pays_from=1)):
        with use_engine(engine):
            for edges in (few, many):
                connected(9, edges, edges + 1)
    assert asked == [4]
