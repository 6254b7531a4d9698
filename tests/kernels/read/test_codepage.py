from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from audit.kernels.read.codepage import weigh_letters, weigh_shapes

RNG = np.random.default_rng(3)
SHEETS, GROUPS, WIDTH, READINGS = 3, 2, 5, 4
SHAPES = RNG.integers(0, WIDTH, SHEETS * 256, dtype=np.uint8)
COSTS = RNG.integers(0, 64, SHEETS * 256, dtype=np.uint8)
STEPS = RNG.integers(0, 64, GROUPS * WIDTH * WIDTH, dtype=np.uint8)
OF_GROUP = np.array([0, 1, 1], dtype=np.uint64)
WIDTHS = np.array([3, 4, 5, 3], dtype=np.uint64)
STARTS = np.array([0, 9, 25, 0], dtype=np.uint64)
TABLES = RNG.integers(0, 64, 50, dtype=np.uint8)
SYMBOLS = np.concatenate([RNG.integers(0, width, 256, dtype=np.uint8) for width in WIDTHS])


@given(st.lists(st.tuples(st.integers(0, 255), st.integers(0, 255), st.integers(1, 9)), max_size=20))
def test_the_sums_are_those_of_plain_python(pairs: list[tuple[int, int, int]]):
    firsts, seconds = (np.array([pair[n] for pair in pairs], dtype=np.uint64) for n in (0, 1))
    counts = np.array([pair[2] for pair in pairs], dtype=np.int64)
    sheets = np.zeros(SHEETS, dtype=np.int64)
    weigh_shapes(firsts, seconds, counts, SHAPES, COSTS, STEPS, OF_GROUP, np.uint64(WIDTH), sheets)
    shape, cost, step = SHAPES.reshape(-1, 256), COSTS.reshape(-1, 256), STEPS.reshape(-1, WIDTH, WIDTH)
    assert sheets.tolist() == [
        sum(n * (int(step[OF_GROUP[s], shape[s, a], shape[s, b]]) + int(cost[s, b])) for a, b, n in pairs)
        for s in range(SHEETS)
    ]
    chosen = np.array([2, 0, 3], dtype=np.uint64)
    levels = np.zeros(len(chosen), dtype=np.int64)
    weigh_letters(firsts, seconds, counts, SYMBOLS, TABLES, STARTS, WIDTHS, chosen, levels)
    symbol = SYMBOLS.reshape(-1, 256)
    assert levels.tolist() == [
        sum(
            n * int(TABLES[int(STARTS[r]) + int(symbol[r, a]) * int(WIDTHS[r]) + int(symbol[r, b])])
            for a, b, n in pairs
        )
        for r in chosen.tolist()
    ]
