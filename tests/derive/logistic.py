"""Logistic regression by Newton's steps, its curve, and how far that is from what it was fitted on."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

STEPS: Final = 60
BINS: Final = 10
# Below it, a verdict is less likely right than wrong.
LOUD: Final = 0.5
STEP: Final = 0.01


def fitted(table: Floats, right: Floats, counts: Floats) -> Floats:
    """Return the weights of the logistic regression, by Newton's steps."""
    weights = np.zeros(table.shape[1])
    for _ in range(STEPS):
        sure = sureness(table, weights)
        bend = (table * (counts * sure * (1 - sure))[:, None]).T @ table
        weights = weights + np.linalg.solve(bend, table.T @ (counts * (right - sure)))
    return weights


def sureness(table: Floats, weights: Floats) -> Floats:
    """Return the confidence of each row."""
    sure: Floats = 1 / (1 + np.exp(-table @ weights))
    return sure


def lowered(weights: Floats, table: Floats, most: float, *, quiet: bool) -> Floats:
    """Return the weights, the first lowered until no more than a share of rows is loud, or is `quiet` thereby."""
    made = weights.copy()
    while (sureness(table, made) >= LOUD).mean() > (1 - most if quiet else most):
        made[0] -= STEP
    return made


def error(sure: Floats, right: Floats) -> float:
    """Return the expected calibration error over ten bins."""
    bins = np.minimum(BINS - 1, (sure * BINS).astype(int))
    parts = [(bins == n) for n in range(BINS)]
    return float(sum(p.mean() * abs(sure[p].mean() - right[p].mean()) for p in parts if p.any()))
