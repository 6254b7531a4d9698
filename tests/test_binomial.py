"""Exact bounds, held against counting, and against one another."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.binomial import chance_of_at_least, most_within, upper_bound


def counted(count: int, of: int, share: float) -> float:
    return math.fsum(math.comb(of, k) * share**k * (1 - share) ** (of - k) for k in range(count, of + 1))


@given(st.integers(1, 120), st.data())
def test_the_chance_is_what_counting_gives(of: int, data: st.DataObject) -> None:
    count, share = data.draw(st.integers(0, of)), data.draw(st.floats(0.0, 1.0))
    assert chance_of_at_least(count, of, share) == pytest.approx(counted(count, of, share), abs=1e-9)


@given(st.integers(1, 300))
def test_none_of_n_leaves_the_rule_of_three_possible(of: int) -> None:
    assert upper_bound(0, of, 0.95) == pytest.approx(1 - 0.05 ** (1 / of), abs=1e-8)


@given(st.integers(1, 120), st.data())
def test_at_the_upper_bound_so_few_are_as_likely_as_the_doubt(of: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, of - 1))
    bound = upper_bound(count, of, 0.95)
    assert 1 - counted(count + 1, of, bound) == pytest.approx(0.05, abs=1e-6)
    assert bound > count / of


def test_where_all_failed_or_none_was_drawn_all_may() -> None:
    assert [upper_bound(10, 10, 0.95), upper_bound(0, 0, 0.95)] == [1.0, 1.0]


@given(st.integers(1, 5000), st.floats(0.01, 0.5))
def test_what_is_within_is_the_last_that_proves_nothing(of: int, share: float) -> None:
    most = most_within(share, of, 0.99)
    assert round(chance_of_at_least(most, of, share), 9) > 0.01 or most == 0
    assert most == of or round(chance_of_at_least(most + 1, of, share), 9) <= 0.01


def test_where_nothing_may_fail_nothing_may() -> None:
    assert [most_within(0.0, of, 0.99) for of in (1, 17, 100_000)] == [0, 0, 0]
