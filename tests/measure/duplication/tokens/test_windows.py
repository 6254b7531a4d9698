"""Windows of eight tokens: equal for equal runs, wherever they stand, and none across the end of a text."""

from __future__ import annotations

import numpy as np
import pytest

from audit.measure.duplication.tokens.hashing import starts_of
from audit.measure.duplication.tokens.windows import WINDOW, windows_of


@pytest.mark.parametrize("sizes", [(), (0,), (3,), (8, 3, 0, 9), (30, 1, 1, 1, 20), (7, 7, 7)])
def test_windows_are_those_of_a_plain_count(sizes: tuple[int, ...]) -> None:
    codes = np.random.default_rng(1).integers(0, 3, sum(sizes)).astype(np.uint32)
    bounds = starts_of(np.array(sizes, np.int64))
    found = windows_of(codes, bounds)
    inside = [
        at for start, end in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True)
        for at in range(start, end - WINDOW + 1)
    ]  # fmt: skip
    assert np.flatnonzero(found.are_inside).tolist() == inside
    plain = [tuple(codes[at : at + WINDOW].tolist()) for at in inside]
    hashes = found.hashes[inside].tolist()
    assert len(set(zip(plain, hashes, strict=True))) == len(set(plain)) == len(set(hashes))
