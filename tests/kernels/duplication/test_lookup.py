"""Numbers are found where a binary search finds them, however far apart they are."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from audit.kernels.duplication.lookup import look_up

MOST = 2**64 - 1
NUMBERS = st.lists(st.one_of(st.integers(0, 40), st.integers(0, MOST), st.just(MOST)), max_size=300)


@given(NUMBERS, NUMBERS)
def test_they_are_where_a_binary_search_finds_them(numbers: list[int], wanted: list[int]) -> None:
    among, some = (np.sort(np.array(values, np.uint64)) for values in (numbers, wanted))
    starts, ends = np.empty((2, len(some)), np.int64)
    look_up(among, some, starts, ends)
    assert starts.tolist() == np.searchsorted(among, some, "left").tolist()
    assert ends.tolist() == np.searchsorted(among, some, "right").tolist()
