"""The compiled sort gives the order of a stable sort."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.kernels.duplication.sort import stable_order

NUMBERS = st.one_of(st.integers(0, 7), st.integers(0, 2**64 - 1), st.integers(2**64 - 8, 2**64 - 1))


@given(st.lists(NUMBERS, max_size=40))
def test_the_order_is_that_of_a_stable_sort(numbers: list[int]) -> None:
    given_ones = np.array(numbers, np.uint64)
    assert stable_order(given_ones).tolist() == np.argsort(given_ones, kind="stable").tolist()


@pytest.mark.parametrize("bits", [8, 40, 63])
def test_many_numbers_of_any_size_are_ordered_as_well(bits: int) -> None:
    numbers = np.random.default_rng(bits).integers(0, 1 << bits, 5_000, np.uint64)
    assert np.array_equal(stable_order(numbers), np.argsort(numbers, kind="stable"))
