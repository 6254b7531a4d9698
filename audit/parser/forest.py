"""A forest of small even trees: the same question for all nodes of a level, so that numpy asks it of all rows at once.

Such trees (oblivious decision trees, as in Prokhorenkova et al., CatBoost, 2018) say as much here as uneven ones do,
and numpy reads them several times faster. Weights are whole numbers, hundredths of a natural logarithm of odds: sums
are exact.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

HUNDREDTHS: Final = 100
# Rows answered at a time: their signals stay in the processor's cache.
_ROWS: Final = 4096


@dataclass(frozen=True, slots=True)
class Tree:
    """Questions (signal > threshold), the first counting least, and a weight for each pattern of answers."""

    questions: tuple[tuple[str, float], ...]
    weights: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees whose weights are summed onto `prior`."""

    prior: int
    trees: tuple[Tree, ...]

    def sums(self, signals: Mapping[str, Floats]) -> NDArray[np.int32]:
        """Return the summed weights for each row of the signals (columns of one length)."""
        rows = len(next(iter(signals.values())))
        tables = [(t, np.array(t.weights, np.int32)) for t in self.trees]
        total = np.full(rows, self.prior, np.int32)
        for first in range(0, rows, _ROWS):
            here = slice(first, first + _ROWS)
            columns = {name: column[here] for name, column in signals.items()}
            for tree, table in tables:
                total[here] += table[_leaf(tree, columns)]
        return total


def _leaf(tree: Tree, columns: Mapping[str, Floats]) -> NDArray[np.uint8]:
    """Return the pattern of answers of each row, as a number: bit n is the answer to question n."""
    found = np.zeros(len(columns[tree.questions[0][0]]), np.uint8)
    for name, threshold in reversed(tree.questions):
        np.left_shift(found, 1, out=found)
        np.bitwise_or(found, columns[name] > np.float32(threshold), out=found)
    return found


@cache
def load(name: str) -> Forest:
    """Return the forest laid down in this package as `name`.json by tests/derive/derive_blocks.py."""
    laid = json.loads(resources.files(__package__).joinpath(f"{name}.json").read_text("utf-8"))
    signals = laid["signals"]
    trees = (Tree(tuple((signals[s], at) for s, at in tree[:-1]), tuple(tree[-1])) for tree in laid["trees"])
    return Forest(laid["prior"], tuple(trees))
