"""Where an article begins and ends, seen from far: the run of blocks with the greatest mass, and what is appended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.cues import CUES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

_HEADINGS: Final = ("related_heading", "comment")
# A heading of other articles ends the article when this share of all that looks like prose stands before it.
_ENOUGH: Final = 0.6


def heaviest_runs(mass: Ints, document: Ints) -> tuple[Ints, Ints]:
    """Return for each block where its document's run of greatest mass starts and ends (half open)."""
    low, high = np.zeros(len(mass), np.int64), np.zeros(len(mass), np.int64)
    edges = np.flatnonzero(np.diff(document)) + 1
    for first, last in zip([0, *edges], [*edges, len(mass)], strict=True):
        low[first:last], high[first:last] = (first + edge for edge in heaviest_run(mass[first:last].tolist()))
    return low, high


def heaviest_run(mass: list[int]) -> tuple[int, int]:
    """Return the first run (start, end) of greatest sum; (0, 0) when no sum is above 0. After Kadane.

    >>> heaviest_run([-1, 2, -1, 3, -5, 1])
    (1, 4)
    """
    best, found, total, start = 0, (0, 0), 0, 0
    for here, value in enumerate(mass):
        if total <= 0:
            total, start = 0, here
        total += value
        if total > best:
            best, found = total, (start, here + 1)
    return found


def appended(lines: pl.DataFrame, mass: Ints) -> list[NDArray[np.bool_]]:
    """Return which blocks come after the first heading of other articles, and of comments, that ends the article."""
    document = lines["document"].to_numpy()
    first = np.searchsorted(document, document, "left")
    prose = np.maximum(mass, 0)
    whole = _above(prose, np.searchsorted(document, document, "right")) - _above(prose, first)
    told = (_above(prose, np.arange(len(mass)) + 1) - _above(prose, first) >= _ENOUGH * whole) & (whole > 0)
    cues, found = lines["cue"].fill_null(-1).to_numpy(), []
    for kind in _HEADINGS:
        heading = np.isin(cues, [i for i, c in enumerate(CUES) if c.kind == kind]) & told
        found.append(_above(heading, np.arange(len(mass))) > _above(heading, first))
    return found


def _above(values: NDArray[np.int64] | NDArray[np.bool_], places: Ints) -> Ints:
    """Return the sum of the values above each place."""
    total: Ints = np.concatenate([[0], np.cumsum(values)])[places]
    return total
