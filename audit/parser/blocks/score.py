"""How likely each block is boilerplate, by a model fitted on labelled pages, and why in a few words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.blocks import doubtful, evidence
from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.context.teasers import day_alone
from audit.parser.blocks.signals import signals
from audit.parser.models import forest
from audit.parser.tables.line_cues import CUES

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Rows looked at together: whole, the evidence on a text of half a million lines would be copied thrice.
_ROWS: Final = 1 << 16
_HALF: Final = 0.5
# Lines that say themselves that they are furniture.
_FURNITURE: Final = tuple(i for i, c in enumerate(CUES) if c.furniture)


@dataclass(frozen=True, slots=True)
class Scored:
    """How likely each block is boilerplate (0 content … 1 boilerplate), by row.

    `spared` are those that are content only because their whole page is doubtful; `speaking` and `against` are the
    numbers of the strongest evidence for a block being content, and against it; that of all evidence where none is.
    """

    likely: NDArray[np.float32]
    spared: NDArray[np.bool_]
    speaking: NDArray[np.int64]
    against: NDArray[np.int64]


def score(lines: pl.DataFrame, model: forest.Forest) -> Scored:
    """Return how likely each row of audit.parser.blocks.features.lines, with REPEATED, is boilerplate."""
    if lines.is_empty():
        return Scored(np.zeros(0, np.float32), np.zeros(0, np.bool_), *(np.zeros(0, np.int64) for _ in range(2)))
    rows, (points, table) = Rows(lines), own_points(lines)
    content = model.sums(signals(lines, points)) / forest.HUNDREDTHS
    strict, told = _boilerplate(content), rows.with_cue(_FURNITURE)
    hoped = np.where(told, 0, np.rint((1 - strict) * doubtful.WHOLE).astype(np.int64))
    lenient = doubtful.leniency(hoped, rows["weight"], rows["sentence"], day_alone(rows), rows["document"])
    likely = _boilerplate(content + np.where(told, 0, lenient))
    spared = (strict >= _HALF) & (likely < _HALF)
    return Scored(likely.astype(np.float32), spared, *(_strongest(table, sign) for sign in (1, -1)))


def _boilerplate(content: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the likelihood of boilerplate where content is this likely (logits)."""
    likely: NDArray[np.float64] = np.round(1 / (1 + np.exp(np.clip(content, -30, 30))), 4)
    return likely


def own_points(lines: pl.DataFrame) -> tuple[NDArray[np.int64], pl.DataFrame]:
    """Return the points of each block by itself, and the table of its evidence (one column per piece)."""
    table = lines.select(evidence.rows())
    return table.select(pl.sum_horizontal(pl.all())).to_series().to_numpy().astype(np.int64) + evidence.PRIOR, table


def _strongest(table: pl.DataFrame, sign: int) -> NDArray[np.int64]:
    """Return the number of the evidence with the most points in each row; that of all where none is above 0."""
    best = np.empty(len(table), np.int64)
    for first, some in zip(range(0, len(table), _ROWS), table.iter_slices(_ROWS), strict=True):
        points = some.to_numpy() * sign
        best[first : first + _ROWS] = np.where(points.max(axis=1) > 0, points.argmax(axis=1), len(evidence.EVIDENCE))
    return best
