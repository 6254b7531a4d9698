"""Logistic regression by Newton's steps, and how far its curve is from what it was fitted on."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

STEPS: Final = 60
BINS: Final = 10


def fitted(table: Floats, right: Floats, counts: Floats) -> Floats:
    """Return the weights of the logistic regression, by Newton's steps."""
    weights = np.zeros(table.shape[1])
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-table @ weights))
        bend = (table * (counts * sure * (1 - sure))[:, None]).T @ table
        weights = weights + np.linalg.solve(bend, table.T @ (counts * (right - sure)))
    return weights


def error(sure: Floats, right: Floats) -> float:
    """Return the expected calibration error over ten bins."""
    bins = np.minimum(BINS - 1, (sure * BINS).astype(int))
    parts = [(bins == n) for n in range(BINS)]
    return float(sum(p.mean() * abs(sure[p].mean() - right[p].mean()) for p in parts if p.any()))
