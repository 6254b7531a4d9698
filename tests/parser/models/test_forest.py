"""Forests answer row by row, in whole numbers; and what is grown finds what was hidden in the rows."""

from __future__ import annotations

import json

import numpy as np
import pytest

from audit.parser.models import forest
from audit.parser.models.forest import Forest, Tree
from tests.derive import oblivious
from tests.derive.grown import MODELS, lay_down

ONE = Forest(prior=-5, trees=(Tree((("size", 2.0), ("marks", 0.5)), (1, 10, 100, 1000)),))


def columns(**values: list[float]) -> dict[str, np.ndarray]:
    return {name: np.array(column, np.float32) for name, column in values.items()}


@pytest.mark.parametrize(
    ("size", "marks", "found"),
    [(0, 0, -4), (3, 0, 5), (2, 0, -4), (0, 1, 95), (3, 1, 995)],
    ids=["neither", "first", "at the threshold", "second", "both"],
)
def test_a_tree_reads_its_questions_first_to_last(size: float, marks: float, found: int) -> None:
    assert ONE.sums(columns(size=[size], marks=[marks])).tolist() == [found]


def test_trees_are_summed() -> None:
    twice = Forest(ONE.prior, ONE.trees * 2)
    assert twice.sums(columns(size=[3], marks=[1])).tolist() == [1995]


@pytest.mark.parametrize("name", ["blocks", "endings", "terse", "titles"])
def test_a_forest_is_written_as_it_was_read(name: str) -> None:
    text = (MODELS / f"{name}.json").read_text("utf-8")
    origin = {key: json.loads(text)[key] for key in ("trained_on", "script")}
    assert lay_down(forest.load(name), origin) == text


def test_no_row() -> None:
    assert ONE.sums(columns(size=[], marks=[])).tolist() == []


def test_rows_do_not_know_each_other() -> None:
    rng = np.random.default_rng(1)
    many = columns(size=rng.uniform(0, 4, 9000).tolist(), marks=rng.uniform(0, 1, 9000).tolist())
    alone = [int(ONE.sums({n: c[i : i + 1] for n, c in many.items()})[0]) for i in (0, 4095, 4096, 8999)]
    assert ONE.sums(many)[[0, 4095, 4096, 8999]].tolist() == alone


@pytest.mark.parametrize("name", ["blocks", "endings", "terse", "titles"])
def test_what_is_shipped_is_whole(name: str) -> None:
    shipped = forest.load(name)
    assert all(len(tree.weights) == 2 ** len(tree.questions) for tree in shipped.trees)


def test_growing_finds_the_rule_in_the_rows() -> None:
    rng = np.random.default_rng(2)
    seen = columns(a=rng.uniform(0, 1, 3000).tolist(), b=rng.uniform(0, 1, 3000).tolist(), c=[0.5] * 3000)
    wanted = ((seen["a"] > 0.5) ^ (seen["b"] > 0.25)).astype(float)
    shape = oblivious.Shape(trees=12, levels=3, rate=0.3, shrinkage=1.0, signals=1.0, rows=0.8)
    grown = oblivious.grow(oblivious.binned(seen), wanted, np.ones(3000), shape)
    assert ((grown.sums(seen) > 0) == wanted).mean() > 0.97
    assert grown == oblivious.grow(oblivious.binned(seen), wanted, np.ones(3000), shape)


def test_picked_rows_lie_side_by_side_in_memory() -> None:
    data = oblivious.binned(columns(a=[1, 2, 3, 4], b=[4, 3, 2, 1]))
    some = data.picked(np.array([3, 1]))
    assert some.bins.tolist() == data.bins[:, [3, 1]].tolist()
    assert some.bins.flags.c_contiguous
