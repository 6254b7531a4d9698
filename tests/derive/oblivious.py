"""Boosting of even trees (audit.parser.models.forest) on weighted yes-or-no labels, with numpy alone.

The same question for all nodes of a level makes growing a tree a matter of histograms: for each signal, gradients are
summed by leaf and bin, and the cut with the greatest gain over all leaves is taken. Friedman, Greedy function
approximation, 2001 (second order as in Chen and Guestrin, XGBoost, 2016); even trees after Prokhorenkova et al., 2018.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.models.forest import HUNDREDTHS, Forest, Tree
from tests.derive.histograms import add_by_bin

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_BINS: Final = 48
_SEED: Final = 0


@dataclass(frozen=True)
class Shape:
    """How a forest grows: trees, levels of each, step, shrinkage, and what part of signals and rows a tree sees."""

    trees: int
    levels: int
    rate: float
    shrinkage: float
    signals: float
    rows: float


@dataclass(frozen=True)
class Binned:
    """Signals cut into bins: bin b of a signal holds what lies above cut b - 1 and not above cut b."""

    names: tuple[str, ...]
    cuts: tuple[NDArray[np.float32], ...]
    bins: NDArray[np.uint8]

    def picked(self, rows: NDArray[np.int64]) -> Binned:
        """Return the bins of some rows, each signal's side by side in memory: growing is far faster on these."""
        return Binned(self.names, self.cuts, self.bins.take(rows, axis=1))


def binned(signals: Mapping[str, NDArray[np.float32]]) -> Binned:
    """Return the signals in bins of about equal size."""
    steps = np.linspace(0, 1, _BINS + 1)[1:-1]
    columns = tuple(signals.values())
    cuts = tuple(np.unique(np.quantile(column, steps, method="lower").astype(np.float32)) for column in columns)
    bins = [np.searchsorted(c, column).astype(np.uint8) for c, column in zip(cuts, columns, strict=True)]
    return Binned(tuple(signals), cuts, np.stack(bins))


def grow(data: Binned, wanted: Floats, weights: Floats, shape: Shape) -> Forest:
    """Return the forest fitted to `wanted` (1 or 0 for each row)."""
    random = np.random.default_rng(_SEED)
    prior = float(np.log((weights * wanted).sum() / (weights * (1 - wanted)).sum()))
    sums, trees = np.full(len(wanted), prior), []
    for _ in range(shape.trees):
        likely = 1 / (1 + np.exp(-sums))
        slope, curve = weights * (wanted - likely), weights * likely * (1 - likely)
        rows = np.flatnonzero(random.random(len(wanted)) < shape.rows)
        chosen = np.sort(random.choice(len(data.names), int(len(data.names) * shape.signals), replace=False))
        questions = _questions(data, (slope[rows], curve[rows]), (rows, chosen), shape)
        leaf = sum((data.bins[k] > b).astype(np.int64) << level for level, (k, b) in enumerate(questions))
        values = _leaf_values(leaf[rows], (slope[rows], curve[rows]), shape)
        sums += values[leaf]
        trees.append(Tree(tuple((data.names[k], _exact(data.cuts[k][b])) for k, b in questions), _whole(values)))
    return Forest(round(HUNDREDTHS * prior), tuple(trees))


def _questions(
    data: Binned, pull: tuple[Floats, Floats], part: tuple[NDArray[np.int64], NDArray[np.int64]], shape: Shape
) -> list[tuple[int, int]]:
    rows, chosen = part
    bins, leaf, found = [data.bins[k].take(rows) for k in chosen], np.zeros(len(rows), np.int64), []
    for level in range(shape.levels):
        gains = [
            _gain(_summed(column, leaf, pull, 1 << level), len(data.cuts[k]), shape)
            for column, k in zip(bins, chosen, strict=True)
        ]
        best = max(range(len(chosen)), key=lambda n: (gains[n][0], -n))
        cut = gains[best][1]
        leaf += (bins[best] > cut).astype(np.int64) << level
        found.append((int(chosen[best]), cut))
    return found


def _summed(column: NDArray[np.uint8], leaf: NDArray[np.int64], pull: tuple[Floats, Floats], leaves: int) -> Floats:
    """Return slope and curve summed by leaf and bin: an array of leaves × bins × 2."""
    sums = np.zeros(2 * leaves * _BINS)
    add_by_bin(column, leaf, *pull, _BINS, sums)
    return sums.reshape(leaves, _BINS, 2)


def _gain(sums: Floats, cuts: int, shape: Shape) -> tuple[float, int]:
    """Return the gain of a signal's best cut, and the cut."""
    if not cuts:
        return -1.0, 0
    total = sums.cumsum(axis=1)
    slope, curve = total[:, :, 0], total[:, :, 1]
    left = slope**2 / (curve + shape.shrinkage)
    right = (slope[:, -1:] - slope) ** 2 / (curve[:, -1:] - curve + shape.shrinkage)
    gain = (left + right).sum(axis=0)[:cuts]
    return float(gain.max()), int(gain.argmax())


def _leaf_values(leaf: NDArray[np.int64], pull: tuple[Floats, Floats], shape: Shape) -> Floats:
    slope, curve = (np.bincount(leaf, p, 1 << shape.levels) for p in pull)
    values: Floats = shape.rate * slope / (curve + shape.shrinkage)
    return values


def _exact(cut: np.float32) -> float:
    """Return the shortest number that is this cut in 32 bits."""
    return float(str(cut))


def _whole(values: Floats) -> tuple[int, ...]:
    return tuple(round(HUNDREDTHS * value) for value in values.tolist())
