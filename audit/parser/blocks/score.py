"""The likelihood of boilerplate of each block, by a model fitted on labelled pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.blocks import doubtful, evidence
from audit.parser.blocks.context import endings
from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.context.teasers import day_alone
from audit.parser.blocks.signals import signals
from audit.parser.blocks.whole.genre import is_terse
from audit.parser.models import forest
from audit.parser.tables.line_cues import FURNITURE, HEADER, LATE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from audit.parser.blocks.context.regex_search import LineTexts
    from audit.parser.blocks.context.rows import Flags

    Scores = NDArray[np.float32]

_POINTS: Final = np.array([piece.points for piece in evidence.EVIDENCE], np.int64)
_HALF: Final = 0.5
# Log odds in hundredths (.27) from which a doubtful line on an article's page is not spared.
_DISBELIEVED: Final = -100
# Cap on certainty for lines accepted only by the second forest (.4 boilerplate): no headline, no evidence of an
# article.
_LIKELY: Final = 40


@dataclass(frozen=True, slots=True)
class Scored:
    """The likelihood of boilerplate of each block (0 content … 1 boilerplate), by row.

    `spared` are blocks that are content only because their page is doubtful or has almost no prose; `speaking` and
    `against` are the indexes of the strongest evidence for and against content (the number of all evidence where there
    is none); `seen` are the signals required by audit.parser.blocks.context.endings.
    """

    likely: Scores
    spared: Flags
    speaking: NDArray[np.int64]
    against: NDArray[np.int64]
    seen: Mapping[str, Scores]


def score(
    lines: pl.DataFrame,
    model: forest.Forest,
    terse: tuple[forest.Forest, Flags] | None = None,
    read: dict[str, LineTexts] | None = None,
) -> Scored:
    """Return the likelihood of boilerplate of each row of audit.parser.blocks.features.lines with REPEATED.

    `terse` is a second forest for lines of pages with almost no prose: content is what either forest believes.
    """
    if lines.is_empty():
        none, numbers = np.zeros(0, np.float32), np.zeros(0, np.int64)
        return Scored(none, none > 0, numbers, numbers, dict.fromkeys(endings.SEEN, none))
    rows = Rows(lines.with_columns(pl.when(~pl.col("cue").is_in(LATE)).then("cue")), read={} if read is None else read)
    points, held = own_points(rows)
    seen = signals(rows, points)
    alone = model.sums(seen)
    content, doubted = _content(rows, seen, alone, terse)
    strict, told = _boilerplate(content), rows.with_cue(FURNITURE)
    below = (seen["after_related"] > 0) | (seen["after_comments"] > 0)
    told |= (below | doubted) & rows.documents.any(rows.with_cue(HEADER))
    hoped = np.where(told, 0, np.rint((1 - strict) * doubtful.WHOLE).astype(np.int64))
    lenient = doubtful.leniency(hoped, rows["weight"], rows["sentence"], day_alone(rows), rows["document"])
    likely = _boilerplate(content + np.where(told, 0, lenient))
    spared = (_boilerplate(alone / forest.HUNDREDTHS) >= _HALF) & (likely < _HALF)
    asked = {name: seen[name] for name in endings.SEEN}
    return Scored(likely.astype(np.float32), spared, _strongest(held, 1), _strongest(held, -1), asked)


def _content(
    rows: Rows, seen: Mapping[str, Scores], alone: NDArray[np.int32], terse: tuple[forest.Forest, Flags] | None
) -> tuple[NDArray[np.float64], Flags]:
    """Return the logit of each row being content, and which rows the second forest rejects clearly.

    `alone` is the first forest's result.
    """
    sums = alone.copy()
    doubted = np.zeros(len(sums), np.bool_)
    if terse is not None:
        other, asked = terse
        here = np.flatnonzero(asked & is_terse(rows, sums > 0))
        if len(here):
            said = other.sums({name: column[here] for name, column in seen.items()})
            sums[here], doubted[here] = np.maximum(sums[here], np.minimum(said, _LIKELY)), said < _DISBELIEVED
    return sums / forest.HUNDREDTHS, doubted


def _boilerplate(content: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the likelihood of boilerplate where content is this likely (logits)."""
    likely: NDArray[np.float64] = np.round(1 / (1 + np.exp(np.clip(content, -30, 30))), 4)
    return likely


def own_points(rows: Rows) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Return the points of each block by itself, and its evidence (blocks × EVIDENCE)."""
    held = evidence.held(rows)
    return held @ _POINTS + evidence.PRIOR, held


def _strongest(held: NDArray[np.bool_], sign: int) -> NDArray[np.int64]:
    """Return the index of the strongest evidence of each block; the number of all if none is positive."""
    points = held * (sign * _POINTS).astype(np.int8)
    best: NDArray[np.int64] = np.where(points.max(axis=1) > 0, points.argmax(axis=1), len(evidence.EVIDENCE))
    return best
