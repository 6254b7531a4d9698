"""Where an article begins and ends, seen from far: the run of blocks with the greatest mass, and what is appended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.kernels.parser import extent as kernels
from audit.parser.tables.line_cues import CUES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

_HEADINGS: Final = ("related_heading", "comment")
# A heading of other articles ends the article when this share of all that looks like prose stands before it.
_ENOUGH: Final = 0.6


@dataclass(frozen=True, slots=True)
class Runs:
    """For each block where its document's run of greatest mass starts and ends (half open, block numbers).

    `apart` is the weight of the heaviest run of furniture between the block and the heart of that run.
    """

    low: Ints
    high: Ints
    apart: Ints


def heaviest_runs(mass: Ints, document: Ints) -> Runs:
    """Return the runs of greatest mass; an empty run, at the document's start, where no sum is above 0."""
    edges = np.concatenate([[0], np.flatnonzero(np.diff(document)) + 1, [len(mass)]])
    low, high, apart = (np.zeros(len(mass), np.int64) for _ in range(3))
    kernels.find_runs(mass, edges, low, high, apart)
    return Runs(low, high, apart)


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
