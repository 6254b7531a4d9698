"""How likely each block is boilerplate: its own points, then those of the blocks around it.

The one door to the score: a better model replaces `score`, and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser import evidence
from audit.parser.cues import CUES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

# A block counts for its neighbours with at most this many points, so that one long paragraph does not save a footer.
_LOUDEST: Final = 30
# Letters after which a block's size begins to count for the article's extent.
_SIZED: Final = 20.0
NEIGHBOURS: Final = ("own", "before2", "after2", "before8", "after8", "article", "beside", "related", "comments")
# Points for each unit of the columns of `around`, from the same fit as evidence.EVIDENCE.
WEIGHTS: Final = (0.8, 0.25, 0.3, -0.1, 0.1, 5.0, -6.0, -18.0, -13.0)
AROUND_PRIOR: Final = 0.0
_HEADINGS: Final = ("related_heading", "comment")
# A heading of other articles ends the article when this share of all that looks like prose stands before it.
_ENOUGH: Final = 0.6


def own_points(lines: pl.DataFrame) -> tuple[Ints, pl.DataFrame]:
    """Return the points of each block by itself, and the table of its evidence (one column per piece)."""
    table = lines.select(evidence.rows())
    return table.select(pl.sum_horizontal(pl.all())).to_series().to_numpy().astype(np.int64) + evidence.PRIOR, table


def around(lines: pl.DataFrame, own: Ints) -> NDArray[np.float64]:
    """Return what a block's neighbourhood says: one column per name in NEIGHBOURS.

    Own points; mean points of the 2 and 8 blocks before and after; inside the article's extent or not; nearness to its
    edge from outside; after a heading of other articles, of comments. Sums are of whole numbers: no batch changes them.
    """
    document = lines["document"].to_numpy()
    loud = np.clip(own, -_LOUDEST, _LOUDEST)
    mass = np.rint(loud * np.sqrt(1 + lines["weight"].to_numpy() / _SIZED)).astype(np.int64)
    inside, distance = _extent(mass, document)
    beside = np.where(inside, 0.0, 1 / (1 + distance))
    sides = [side for size in (2, 8) for side in _sides(loud, document, size)]
    return np.column_stack([loud, *sides, inside, beside, *_appended(lines, mass)])


def _sides(points: Ints, document: Ints, size: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    total = np.concatenate([[0], np.cumsum(points)])
    here = np.arange(len(points))
    first = np.maximum(np.searchsorted(document, document, "left"), here - size)
    last = np.minimum(np.searchsorted(document, document, "right"), here + size + 1)
    return (total[here] - total[first]) / size, (total[last] - total[here + 1]) / size


def _extent(mass: Ints, document: Ints) -> tuple[NDArray[np.bool_], Ints]:
    """Return which blocks lie in their document's run of greatest mass, and how far the others are from it."""
    inside, distance = np.zeros(len(mass), bool), np.zeros(len(mass), np.int64)
    edges = np.flatnonzero(np.diff(document)) + 1
    for first, last in zip([0, *edges], [*edges, len(mass)], strict=True):
        low, high = (first + edge for edge in heaviest_run(mass[first:last].tolist()))
        here = np.arange(first, last)
        inside[first:last] = (here >= low) & (here < high)
        distance[first:last] = np.maximum(np.maximum(low - here, here - high + 1), 0)
    return inside, distance


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


def _appended(lines: pl.DataFrame, mass: Ints) -> list[NDArray[np.bool_]]:
    """Return which blocks come after the first heading of other articles, and of comments, that ends the article."""
    prose = lines.select("document", "cue", mass=pl.Series(np.maximum(mass, 0)))
    told = (pl.col("mass").cum_sum().over("document") >= _ENOUGH * pl.col("mass").sum().over("document")) & (
        pl.col("mass").sum().over("document") > 0
    )
    found = []
    for kind in _HEADINGS:
        heading = (
            pl.col("cue").is_in([i for i, c in enumerate(CUES) if c.kind == kind]).fill_null(value=False) & told
        ).cast(pl.Int32)
        found.append(prose.select((heading.cum_sum().over("document") - heading) > 0).to_series().to_numpy())
    return found


def score(lines: pl.DataFrame) -> pl.DataFrame:
    """Return a score (0 content … 1 boilerplate) for each row of audit.parser.features.lines.

    Beside it, the strongest evidence `for` the block being content and `against` it.
    """
    if lines.is_empty():
        return pl.DataFrame(schema={"score": pl.Float32, "for": pl.String, "against": pl.String})
    own, table = own_points(lines)
    total = around(lines, own) @ np.array(WEIGHTS) + AROUND_PRIOR
    likely = np.round(1 / (1 + np.exp(np.clip(total, -300, 300) / 10)), 4)
    held = table.to_numpy()
    reasons = {name: _strongest(held * sign) for name, sign in (("for", 1), ("against", -1))}
    return pl.DataFrame({"score": pl.Series(likely, dtype=pl.Float32), **reasons})


def _strongest(points: NDArray[np.int32]) -> pl.Series:
    """Return what is said of the evidence with the most points in each row; null where none is above 0."""
    said = pl.Series([e.said for e in evidence.EVIDENCE] + [None], dtype=pl.String)
    best = np.where(points.max(axis=1) > 0, points.argmax(axis=1), len(evidence.EVIDENCE))
    return said.gather(best)
