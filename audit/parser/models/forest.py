"""Forests of oblivious decision trees: one question per level, evaluated for all rows at once.

Oblivious trees (Prokhorenkova et al., CatBoost, 2018) are as accurate here as ordinary ones and several times faster in
numpy. Weights are integers, hundredths of a natural logarithm of odds, so that sums are exact.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels import forest as kernels
from audit.kernels.derived import ahead

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

HUNDREDTHS: Final = 100
# Rows laid out for the kernel at once, to bound memory.
_ROWS: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Tree:
    """Questions (signal > threshold), the first as lowest bit, and a weight per pattern of answers."""

    questions: tuple[tuple[str, float], ...]
    weights: tuple[int, ...]


@dataclass(frozen=True)
class Forest:
    """Trees whose weights are added to `prior`."""

    prior: int
    trees: tuple[Tree, ...]

    def sums(self, signals: Mapping[str, Floats]) -> NDArray[np.int32]:
        """Return the summed weights per row of the signals (columns of equal length)."""
        totals = np.full(len(next(iter(signals.values()))), self.prior, np.int32)
        laid = self._laid_out
        leaf = np.zeros(kernels.ROWS, np.uint8)
        for first in range(0, len(totals), _ROWS):
            some = totals[first : first + _ROWS]
            parts = [signals[name][first : first + _ROWS] for name in laid.names]
            columns = np.concatenate(parts) if parts else np.zeros(0, np.float32)
            kernels.add_trees(columns, laid.asked, laid.thresholds, laid.levels, laid.weights, leaf, some)
        return totals

    @cached_property
    def _laid_out(self) -> _Flat:
        questions = [question for tree in self.trees for question in tree.questions]
        names = sorted({name for name, _ in questions})
        return _Flat(
            tuple(names),
            np.array([names.index(name) for name, _ in questions], np.int32),
            np.array([threshold for _, threshold in questions], np.float32),
            np.array([len(tree.questions) for tree in self.trees], np.int64),
            np.array([weight for tree in self.trees for weight in tree.weights], np.int32),
        )


@dataclass(frozen=True, slots=True)
class _Flat:
    """A forest in the layout of audit.kernels.forest."""

    names: tuple[str, ...]
    asked: NDArray[np.int32]
    thresholds: Floats
    levels: NDArray[np.int64]
    weights: NDArray[np.int32]


@ahead(("blocks",), ("endings",), ("terse",), ("titles",))
def load(name: str) -> Forest:
    """Return the bundled forest `name`.json, trained by tests/derive/derive_forests.py or derive_titles.py."""
    return read(resources.files(__package__).joinpath(f"{name}.json").read_text("utf-8"))


def read(text: str) -> Forest:
    """Parse a forest written by tests/derive/grown.py."""
    laid = json.loads(text)
    signals = laid["signals"]
    trees = (Tree(tuple((signals[s], at) for s, at in tree[:-1]), tuple(tree[-1])) for tree in laid["trees"])
    return Forest(laid["prior"], tuple(trees))
