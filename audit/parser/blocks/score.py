"""How likely each block is boilerplate, by a model fitted on labelled pages, and why in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.blocks import doubtful, evidence
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


def score(lines: pl.DataFrame, model: forest.Forest) -> pl.DataFrame:
    """Return a score (0 content … 1 boilerplate) for each row of audit.parser.blocks.features.lines.

    Beside it, whether it is `spared` only because its whole page is doubtful, and the strongest evidence `for` the
    block being content and `against` it.
    """
    if lines.is_empty():
        return pl.DataFrame(schema={"score": pl.Float32, "spared": pl.Boolean, "for": pl.String, "against": pl.String})
    points, table = own_points(lines)
    content = model.sums(signals(lines, points)) / forest.HUNDREDTHS
    likely = _boilerplate(content)
    told = lines.select(pl.col("cue").is_in(_FURNITURE).fill_null(value=False)).to_series().to_numpy()
    hoped = np.where(told, 0, np.rint((1 - likely) * doubtful.WHOLE).astype(np.int64))
    seen = lines.select("weight", "sentence", day_alone().alias("day"), "document")
    lenient = doubtful.leniency(hoped, *(column.to_numpy() for column in seen))
    strict, likely = likely, _boilerplate(content + np.where(told, 0, lenient))
    reasons = {name: _strongest(table, sign) for name, sign in (("for", 1), ("against", -1))}
    score, spared = pl.Series(likely, dtype=pl.Float32), pl.Series((strict >= _HALF) & (likely < _HALF))
    return pl.DataFrame({"score": score, "spared": spared, **reasons})


def _boilerplate(content: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the likelihood of boilerplate where content is this likely (logits)."""
    likely: NDArray[np.float64] = np.round(1 / (1 + np.exp(np.clip(content, -30, 30))), 4)
    return likely


def own_points(lines: pl.DataFrame) -> tuple[NDArray[np.int64], pl.DataFrame]:
    """Return the points of each block by itself, and the table of its evidence (one column per piece)."""
    table = lines.select(evidence.rows())
    return table.select(pl.sum_horizontal(pl.all())).to_series().to_numpy().astype(np.int64) + evidence.PRIOR, table


def _strongest(table: pl.DataFrame, sign: int) -> pl.Series:
    """Return what is said of the evidence with the most points in each row; null where none is above 0."""
    said = pl.Series([e.said for e in evidence.EVIDENCE] + [None], dtype=pl.String)
    best = np.empty(len(table), np.int64)
    for first, some in zip(range(0, len(table), _ROWS), table.iter_slices(_ROWS), strict=True):
        points = some.to_numpy() * sign
        best[first : first + _ROWS] = np.where(points.max(axis=1) > 0, points.argmax(axis=1), len(evidence.EVIDENCE))
    return said.gather(best)
