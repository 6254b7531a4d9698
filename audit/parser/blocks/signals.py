"""The input of the block forest (audit.parser.models.forest): numbers about a block, its neighbours and its page.

All sums are of integers, so that batch order and size cannot matter.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from audit.kernels.parser import extent as kernels
from audit.kernels.parser.windows import add_windows
from audit.parser.blocks.context.cohesion import cohesion
from audit.parser.blocks.context.layout import distances, layout
from audit.parser.blocks.features import MOST_BREAKS
from audit.parser.blocks.reader_notices import NONE
from audit.parser.blocks.whole import genre
from audit.parser.tables.line_cues import ABOUT_AN_AUTHOR, CUES, Cue
from audit.text.punctuation import BULLETS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows
    from audit.parser.blocks.context.segments import Segments

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float32]

# Cap on points, so that no block dominates its neighbours.
_LOUDEST: Final = 40
# Maximum letters of a short line, minimum of a paragraph.
_SHORT, _LONG = 25, 100
# Letters from which a block's size counts for the article's extent, and the cap on its points.
_SIZED, _LOUDEST_RUN = 20.0, 30
_WINDOWS: Final = (2, 4, 8, 16)
# Signals counted among surrounding blocks, with their names.
_COUNTED: Final = (("sentence", "sentence"), ("cued", "furniture"), ("twin", "twin"), ("dated", "dated"))
# The columns of audit.parser.templates.template_lines; 0 if nothing is known of other documents.
REPEATED: Final = ("repeats", "repeats_paired", "siblings")
# Share of prose-like text that must precede a heading of other articles for it to end the article.
_ENOUGH: Final = 0.6


def _cues(wanted: Callable[[Cue], bool]) -> tuple[int, ...]:
    return tuple(number for number, cue in enumerate(CUES) if wanted(cue))


_FURNITURE, _SURE = _cues(lambda cue: cue.furniture and not cue.lone), _cues(lambda cue: cue.sure)
_HEADER, _AUTHOR = _cues(lambda cue: not cue.furniture), _cues(lambda cue: cue.label == ABOUT_AN_AUTHOR)
_TELLING: Final = _cues(lambda cue: cue.kind in ("byline", "date"))
_HEADINGS: Final = ("related_heading", "comment")
_SPECIAL: Final = (*_HEADINGS, "disclaimer")
_GROUPS: Final = {kind: tuple(i for i, c in enumerate(CUES) if c.kind == kind) for kind in _SPECIAL}
# List items.
_BULLETED: Final = f"{BULLETS}(0123456789"
_BULLET: Final = re.compile(rf"^([{BULLETS}]\s|\(?[0-9]{{1,2}}[.、)])")


def signals(rows: Rows, points: Ints) -> dict[str, Floats]:
    """Return a column per signal for the rows of a batch; `points` are their scorecard points."""
    own, marked = _own(rows), genre.marks(rows)
    columns = {name: column.astype(np.float32) for name, column in own.items()}
    columns["points"] = points.astype(np.float32)
    laid_out = layout(rows, own["sure"], own["furniture"])
    shares = genre.shares(marked, rows.documents)
    others = (marked.items(), _near(rows, own, points, marked), _page(rows, points), _shared(rows), laid_out, shares)
    for name, column in itertools.chain(*others):
        columns[name] = column.astype(np.float32, copy=False)
    return columns


def _own(rows: Rows) -> dict[str, NDArray[Any]]:
    """Return features of a block by itself, and their distances."""
    weight, latin, wide, spaces = (
        np.maximum(rows["weight"], 1),
        rows["upper"] + rows["lower"],
        rows["wide"],
        rows["space"],
    )
    counts = ("weight", "chars", "stops", "pauses", "bars", "marks", "words", "particles", "sentence", "twin", "dated")
    return {
        **{name: rows[name] for name in counts},
        "wide": wide / rows["chars"],
        "capitals": rows["upper"] / np.maximum(latin, 1),
        "digits": rows["digit"] / weight,
        "digit_count": rows["digit"],
        "pause_share": rows["pauses"] / weight,
        "mark_share": rows["marks"] / weight,
        "word_length": latin / (spaces + 1),
        "word_share": rows["words"] / (spaces + 1),
        "particle_share": rows["particles"] / np.maximum(wide, 1),
        "above": rows["breaks"],
        "below": rows.documents.shifted(rows["breaks"], -1, MOST_BREAKS),
        "colon": rows.colon,
        "cut_off": rows.cut_off,
        "quoted": rows.quoted,
        "bullet": rows.matching("text", _BULLET, rows.opened(_BULLETED)),
        "furniture": rows.with_cue(_FURNITURE),
        "sure": rows.with_cue(_SURE),
        "notice": rows["notice"] != NONE,
        "hint": rows["hint"] != NONE,
        "header": rows.with_cue(_HEADER),
        "author": rows.with_cue(_AUTHOR),
        **{kind: rows.with_cue(cues) for kind, cues in _GROUPS.items()},
    }


def _near(
    rows: Rows, own: Mapping[str, NDArray[Any]], points: Ints, marked: genre.Marks
) -> Iterator[tuple[str, NDArray[Any]]]:
    documents, letters = _edges(rows.documents), rows.letters
    sized = np.rint(10 * np.log2(1 + letters)).astype(np.int64)
    yield from _around({"points": np.clip(points, -_LOUDEST, _LOUDEST), "size": sized}, documents, (1, *_WINDOWS))
    counted = {name: own[of] for name, of in _COUNTED}
    counted |= {"short": letters < _SHORT, "long": letters >= _LONG, "repeated": rows["repeats_paired"] > 0}
    counted |= marked
    yield from _around(counted, documents, _WINDOWS[1:])


def _around(
    series: Mapping[str, NDArray[Any]], documents: Ints, sizes: tuple[int, ...]
) -> Iterator[tuple[str, Floats]]:
    """Yield the sums of each series over windows before and after each block."""
    rows = int(documents[-1])
    values = np.concatenate([column.astype(np.int64) for column in series.values()])
    found = np.empty((len(series), len(sizes), 2, rows), np.float32)
    add_windows(values, documents, np.array(sizes), np.zeros(rows + 1, np.int64), found.reshape(-1))
    for name, columns in zip(series, found, strict=True):
        for size, (before, after) in zip(sizes, columns, strict=True):
            yield f"{name}_before_{size}", before
            yield f"{name}_after_{size}", after


def _edges(documents: Segments) -> Ints:
    """Return where each document's blocks begin, and where the last one's end."""
    return np.append(np.unique(documents.first), len(documents.first))


def _shared(rows: Rows) -> Iterator[tuple[str, NDArray[Any]]]:
    """Yield features from other documents of the same source."""
    repeats, paired, siblings = (rows[name] for name in REPEATED)
    yield "siblings", siblings
    yield "repeats", repeats
    yield "repeats_paired", paired
    yield "repeats_share", repeats / np.maximum(siblings, 1)
    yield "repeats_paired_share", paired / np.maximum(siblings, 1)


def _page(rows: Rows, points: Ints) -> Iterator[tuple[str, NDArray[Any]]]:
    first, last, here = rows.documents.first, rows.documents.last, rows.documents.here
    yield "from_top", here - first
    yield "from_end", last - here - 1
    yield "share_above", (here - first) / np.maximum(last - first - 1, 1)
    mass = np.rint(np.clip(points, -_LOUDEST_RUN, _LOUDEST_RUN) * np.sqrt(1 + rows["weight"] / _SIZED)).astype(np.int64)
    runs = heaviest_runs(mass, rows["document"])
    low, high = runs.low, runs.high
    yield "apart", runs.apart
    yield from _prose(rows)
    told = rows.with_cue(_TELLING) | rows["dated"]
    yield from zip(("told_above", "told_below"), distances(told, rows.documents), strict=True)
    yield "above_run", low - here
    yield "below_run", here - high + 1
    yield "run", high - low
    total = np.concatenate([[0], np.cumsum(np.maximum(mass, 0))])
    yield "run_share", (total[high] - total[low]) / np.maximum(total[last] - total[first], 1)
    yield "run_mass", total[high] - total[low]
    shared, words = cohesion(rows, here, rows["document"], low, high)
    yield "shared", shared
    yield "shared_share", shared / np.maximum(words, 1)
    yield from zip(("after_related", "after_comments"), appended(rows, mass), strict=True)


def _prose(rows: Rows) -> Iterator[tuple[str, NDArray[Any]]]:
    """Yield the share of its document's prose above each block, and the distance to prose on both sides."""
    prose = rows["sentence"] & (rows.letters >= _LONG)
    letters = np.where(prose, rows.letters, 0)
    above = rows.documents.above(letters)
    yield "prose_above", above
    yield "prose_above_share", above / np.maximum(rows.documents.total(letters), 1)
    yield from zip(("prose_gap_above", "prose_gap_below"), distances(prose, rows.documents), strict=True)


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
    return [documents.above(rows.with_cue(cues) & told) > 0 for cues in map(_GROUPS.__getitem__, _HEADINGS)]
