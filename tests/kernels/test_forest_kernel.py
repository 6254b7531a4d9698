"""Forests answered for many rows, against trees walked one row at a time."""

from __future__ import annotations

import numpy as np
import pytest

from audit.kernels.forest import ROWS
from audit.parser.models.forest import Forest, Tree


def walked(forest: Forest, row: dict[str, float]) -> int:
    total = forest.prior
    for tree in forest.trees:
        leaf = sum((row[name] > threshold) << level for level, (name, threshold) in enumerate(tree.questions))
        total += tree.weights[leaf]
    return total


@pytest.mark.parametrize("rows", [0, 1, ROWS - 1, ROWS, 2 * ROWS + 7])
def test_rows_together_and_one_by_one(rows: int) -> None:
    rng = np.random.default_rng(rows)
    names = ("a", "b", "c")
    trees = tuple(
        Tree(
            tuple(
                (names[k], float(np.float32(at)))
                for k, at in zip(rng.integers(0, 3, size), rng.random(size), strict=True)
            ),
            tuple(rng.integers(-50, 50, 2**size).tolist()),
        )
        for size in (1, 2, 3, 5)
    )
    columns = {name: rng.random(rows).astype(np.float32) for name in names}
    forest = Forest(7, trees)
    one_by_one = [walked(forest, {n: float(c[i]) for n, c in columns.items()}) for i in range(rows)]
    assert forest.sums(columns).tolist() == one_by_one
