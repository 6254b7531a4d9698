"""Slices of packed records divide no group."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.measure.duplication.records import packed
from audit.measure.duplication.records.packed import whole_groups

HIGHEST = 2**64 - 1


@given(
    numbers=st.lists(st.integers(0, 40) | st.integers(HIGHEST - 20, HIGHEST), max_size=60),
    bits=st.integers(1, 4),
    size=st.integers(1, 9),
)
def test_slices_divide_no_group(numbers: list[int], bits: int, size: int) -> None:
    ordered = np.sort(np.array(numbers, np.uint64))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packed, "_SLICE", size)
        slices = list(whole_groups(ordered, np.uint64(bits)))
    assert np.array_equal(np.concatenate([np.empty(0, np.uint64), *slices]), ordered)
    groups = [set((some >> np.uint64(bits)).tolist()) for some in slices]
    assert all(groups)
    assert sum(map(len, groups)) == len(set().union(*groups))
