"""Shingles are as long as the weights of tokens say; equal runs have equal hashes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.measure.duplication.tokens.fold import fold
from audit.measure.duplication.tokens.shingles import shingles

WEIGHTS = {True: 10, False: 17}
THRESHOLD = 50


def by_hand(wide: list[bool]) -> list[int]:
    """Return the length of each shingle, from the definition by weight."""
    found = []
    for start in range(len(wide)):
        sums = np.cumsum([WEIGHTS[is_wide] for is_wide in wide[start:]])
        enough = np.flatnonzero(sums >= THRESHOLD)
        if len(enough):
            found.append(int(enough[0]) + 1)
    return found


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("春眠不觉晓处", [5, 5]),
        ("one two three four", [3, 3]),
        ("买 GPU 卡 and 主板", [4, 4]),
        ("四个汉字", []),
        ("two words", []),
        ("", []),
    ],
)
def test_lengths(text: str, lengths: list[int]) -> None:
    assert shingles(fold([text])).lengths.tolist() == lengths


@given(st.lists(st.text("汉字ab ", max_size=30), max_size=5))
def test_shingles_follow_the_weights(texts: list[str]) -> None:
    tokens = fold(texts)
    found = shingles(tokens)
    for row in range(len(texts)):
        wide = tokens.wide[tokens.offsets[row] : tokens.offsets[row + 1]].tolist()
        assert found.lengths[found.offsets[row] : found.offsets[row + 1]].tolist() == by_hand(wide)


def test_equal_runs_have_equal_hashes_and_others_do_not() -> None:
    found = shingles(fold(["早上的火车开走了", "晚上的火车开走了"]))
    first, second = found.hashes[:4], found.hashes[4:]
    assert (first == second).tolist() == [False, True, True, True]


def test_order_matters() -> None:
    assert len(set(shingles(fold(["one two three", "three two one"])).hashes.tolist())) == 2
