"""What can be seen of a block without understanding it, for all blocks of a batch at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser import classes
from audit.parser.cues import LONGEST_CUED, cue_columns
from audit.parser.notices import FUNCTION_WORDS, PARTICLES
from audit.parser.segment import Span, segment
from audit.text.classes import codepoints
from audit.text.fold import fold_points

if TYPE_CHECKING:
    from numpy.typing import NDArray

# A Han, kana or Hangul character says as much as this many letters (lengths of the same texts in both).
WIDE_WEIGHT: Final = 2.2
_COUNTED: Final = (
    ("space", classes.SPACE),
    ("wide", classes.WIDE),
    ("upper", classes.UPPER),
    ("lower", classes.LOWER),
    ("digit", classes.DIGIT),
    ("stops", classes.STOP),
    ("pauses", classes.PAUSE),
    ("bars", classes.BAR),
    ("marks", classes.MARK),
)
_FUNCTION_PATTERN: Final = r"(?:^|[\s\"'“„«(])(?:" + "|".join(sorted(FUNCTION_WORDS)) + r")[\s,.:;!?)]"
_PARTICLE_PATTERN: Final = f"[{PARTICLES}]"
_YEAR_PATTERN: Final = "(?:19|20)[0-9][0-9]|[一二][〇○零九]"
# Code points counted at a time: a huge text must not need eight times its size at once.
_CHUNK: Final = 1 << 22
# More blank lines than this between two blocks say nothing more.
MOST_BREAKS: Final = 4
# How much of a block's end is read for its final punctuation: a mark, a closing quote and a bracket.
_TAIL: Final = 3


def lines(texts: Iterable[str]) -> pl.DataFrame:
    """Return one row per block of the texts, in order.

    Columns: document (number of the text), start, end, text, folded; code points of each class; chars; weight
    (information, in letters); words and particles (grammatical words in short lines); tail; twin (the line stands
    more than once in its document); dated (a year stands in it); cue, seen (audit.parser.cues).
    """
    parts = [part for number, text in enumerate(texts) if (part := _document(number, text)) is not None]
    table = pl.concat(parts) if parts else _document(0, "-").clear()  # type: ignore[union-attr]
    table = table.with_columns(_measured())
    return pl.concat([table, cue_columns(table)], how="horizontal")


def _document(number: int, text: str) -> pl.DataFrame | None:
    spans = segment(text)
    if not spans:
        return None
    points = codepoints(text)
    folded, counts = fold_points(points), _counts(points, spans)
    columns = {
        "document": np.full(len(spans), number, np.int64),
        "start": [s.start for s in spans],
        "end": [s.end for s in spans],
        "text": [text[s.start : s.end] for s in spans],
        "folded": [folded[s.start : s.end] for s in spans],
        "breaks": _breaks(points, spans),
    }
    return pl.DataFrame(columns | {name: counts[:, number] for name, number in _COUNTED})


def _counts(points: NDArray[np.uint32], spans: Sequence[Span]) -> NDArray[np.int32]:
    """Return how many code points of each class every span holds: an array of len(spans) × CLASSES."""
    edges = np.array(spans, np.int64)
    table = np.zeros((len(spans) + 1) * classes.CLASSES, np.int64)
    inside = 0
    for low in range(0, len(points), _CHUNK):
        kinds = classes.classes(points[low : low + _CHUNK])
        owner = inside + np.cumsum(_changes(edges, low, len(kinds)))
        table += np.bincount(owner * classes.CLASSES + kinds, minlength=len(table))
        inside = int(owner[-1])
    return table.reshape(-1, classes.CLASSES)[1:].astype(np.int32)


def _breaks(points: NDArray[np.uint32], spans: Sequence[Span]) -> NDArray[np.int64]:
    """Return how many line feeds stand between each span and the one before it, as far as they say anything."""
    feeds, edges = np.flatnonzero(points == ord("\n")), np.array(spans, np.int64)
    above = np.concatenate([[0], edges[:-1, 1]])
    breaks: NDArray[np.int64] = np.searchsorted(feeds, edges[:, 0]) - np.searchsorted(feeds, above)
    return np.minimum(breaks, MOST_BREAKS)


def _changes(edges: NDArray[np.int64], low: int, size: int) -> NDArray[np.int64]:
    """Return what to add, at each of `size` code points from `low`, to the number (from 1) of the span they lie in."""
    change = np.zeros(size, np.int64)
    for edge, sign in ((edges[:, 0], 1), (edges[:, 1], -1)):
        first, last = np.searchsorted(edge, (low, low + size))
        change[edge[first:last] - low] += sign * np.arange(first + 1, last + 1)
    return change


def _measured() -> tuple[pl.Expr, ...]:
    chars = pl.col("end") - pl.col("start")
    # Grammatical words tell short sentences from labels; a long block needs no such help, and costs most.
    short = pl.when(chars <= LONGEST_CUED).then(pl.col("folded")).otherwise(pl.lit(""))
    return (
        chars.alias("chars"),
        (pl.col("upper") + pl.col("lower") + pl.col("digit") + WIDE_WEIGHT * pl.col("wide")).alias("weight"),
        (short + " ").str.count_matches(_FUNCTION_PATTERN).alias("words"),
        short.str.count_matches(_PARTICLE_PATTERN).alias("particles"),
        pl.col("text").str.slice(-_TAIL).alias("tail"),
        (pl.len().over("document", "folded") > 1).alias("twin"),
        short.str.contains(_YEAR_PATTERN).alias("dated"),
    )
