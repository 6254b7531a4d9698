"""The coarse extent of an article: the run of blocks with maximum weight, and what is appended to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.parser import extent as kernels
from audit.parser.tables.line_cues import CUES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows

    Ints = NDArray[np.int64]

_HEADINGS: Final = tuple(
    tuple(i for i, c in enumerate(CUES) if c.kind == kind) for kind in ("related_heading", "comment")
)
# Share of prose-like text that must precede a heading of other articles for it to end the article.
_ENOUGH: Final = 0.6


@dataclass(frozen=True, slots=True)
class Runs:
    """For each block the start and end of its document's maximum run (half open, block numbers).

    `apart` is the weight of the heaviest run of furniture between the block and the centre of that run.
    """

    low: Ints
    high: Ints
    apart: Ints


def heaviest_runs(mass: Ints, document: Ints) -> Runs:
    """Return the runs of maximum sum; an empty run, at the document's start, if no sum is positive."""
    edges = np.concatenate([[0], np.flatnonzero(np.diff(document)) + 1, [len(mass)]])
    low, high, apart = (np.zeros(len(mass), np.int64) for _ in range(3))
    kernels.find_runs(mass, edges, low, high, apart)
    return Runs(low, high, apart)


def appended(rows: Rows, mass: Ints) -> list[Flags]:
    """Return which blocks follow the heading of other articles, or of comments, that ends the article."""
    documents, prose = rows.documents, np.maximum(mass, 0)
    whole = documents.total(prose)
    told = (documents.above(prose) + prose >= _ENOUGH * whole) & (whole > 0)
    return [documents.above(rows.with_cue(cues) & told) > 0 for cues in _HEADINGS]
