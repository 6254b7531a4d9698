"""Sums, shifts and nearest rows of neighbours are those that looking at each row by itself finds."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.parser.blocks.context.segments import Segments

ROWS = st.lists(st.tuples(st.integers(1, 4), st.booleans()), max_size=30)


@settings(max_examples=60, deadline=None)
@given(ROWS, st.integers(-3, 3))
def test_what_is_found_of_all_rows_is_what_is_found_of_each(rows: list[tuple[int, bool]], steps: int) -> None:
    keys = np.cumsum([step == 1 for step, _ in rows], dtype=np.int64)
    flags = np.array([flag for _, flag in rows], np.bool_)
    stretches, size = Segments.of(keys), len(rows)
    mine = [[n for n in range(size) if keys[n] == keys[row]] for row in range(size)]
    held = [[n for n in own if flags[n]] for own in mine]
    assert stretches.size.tolist() == [len(own) for own in mine]
    assert stretches.total(flags).tolist() == [len(own) for own in held]
    assert stretches.any(flags).tolist() == [bool(own) for own in held]
    assert stretches.above(flags).tolist() == [sum(n < row for n in own) for row, own in enumerate(held)]
    assert stretches.near(flags, 2).tolist() == [any(abs(n - row) < 3 for n in own) for row, own in enumerate(held)]
    assert stretches.last_above(flags).tolist() == [
        max((n for n in own if n < row), default=-1) for row, own in enumerate(held)
    ]
    assert stretches.first_below(flags).tolist() == [
        min((n for n in own if n > row), default=-1) for row, own in enumerate(held)
    ]
    assert stretches.shifted(flags, steps, otherwise=False).tolist() == [
        row - steps in held[row] for row in range(size)
    ]
