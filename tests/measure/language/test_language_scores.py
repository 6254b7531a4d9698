"""Scores of pieces are added up per document and per passage, in portions that the sums must not show."""

import numpy as np
import pytest

from audit.measure.language.language_scores import add_scores


@pytest.mark.parametrize("count", [0, 1, 128, 129, 1_000])
def test_sums_are_those_of_a_plain_count(count: int) -> None:
    chance = np.random.default_rng(count)
    scores = chance.integers(-(2**31), 2**31, (2 * count, 5)).astype(np.int32)
    rows, owners = np.sort(chance.permutation(2 * count)[:count]), np.sort(chance.integers(0, 9, count))
    sums, plain = np.zeros((9, 5), np.int64), np.zeros((9, 5), np.int64)
    add_scores(sums, owners, scores, rows)
    np.add.at(plain, owners, scores[rows])
    assert (sums == plain).all()
