"""Where an article begins and ends, seen from far."""

from __future__ import annotations

import numpy as np
import pytest

from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.features import lines
from audit.parser.blocks.signals import appended, heaviest_runs


@pytest.mark.parametrize(
    ("mass", "run"),
    [([], (0, 0)), ([-1, -2], (0, 0)), ([3], (0, 1)), ([-1, 2, -1, 3, -5, 1], (1, 4)), ([2, -2, 2], (0, 1))],
    ids=["nothing", "all against", "one block", "over a gap", "the first of equals"],
)
def test_the_run_of_greatest_mass(mass: list[int], run: tuple[int, int]) -> None:
    runs = heaviest_runs(np.array(mass, np.int64), np.zeros(len(mass), np.int64))
    assert list(zip(runs.low.tolist(), runs.high.tolist(), strict=True)) == [run] * len(mass)


def test_runs_stay_in_their_document() -> None:
    runs = heaviest_runs(np.array([-1, 5, 7, -1]), np.array([0, 0, 1, 1]))
    assert (runs.low.tolist(), runs.high.tolist()) == ([1, 1, 2, 2], [2, 2, 3, 3])


def test_what_parts_a_block_from_the_heart_of_its_document() -> None:
    # The heart is the block of 9; further down, -4, +1 and -1 are one piece of furniture.
    runs = heaviest_runs(np.array([2, -3, 9, 1, -4, 1, -1, 3]), np.zeros(8, np.int64))
    assert runs.apart.tolist() == [3, 0, 0, 0, 0, 4, 4, 4]


@pytest.mark.parametrize(
    ("mass", "after"),
    [([9, 9, -9, 1], [False, False, False, True]), ([1, 0, -9, 99], [False] * 4)],
    ids=["ends the article", "stands above it"],
)
def test_a_heading_of_other_articles(mass: list[int], after: list[bool]) -> None:
    table = lines(["A paragraph\nAnother paragraph\nRelated stories\nBridge toll goes up"])
    related, comments = appended(Rows(table), np.array(mass))
    assert related.tolist() == after
    assert not comments.any()
