"""The input of the headline forest `titles`: a column per signal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import polars as pl

from audit.kernels.parser import echoes as kernels
from audit.parser.blocks.page import SHORT
from audit.parser.header.title.agreement import is_named
from audit.parser.tables.labels import OFFER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]
    Columns = dict[str, NDArray[np.float32]]

# Maximum distance of a headline above the article's first paragraph, and below it (after a lead).
ABOVE, BELOW = 30, 4
# The distance if no date or author is near.
_FAR: Final = 30
# Neighbours inspected on each side.
_BESIDE: Final = 8
# An earlier line is a rival if it is longer than a label, with this share of its words in the body.
_RIVAL_WEIGHT, _RIVAL_SHARE = 24, 0.4
# Code points of an article's beginning read for its words.
_LEAD: Final = 600
# Separators in a menu or breadcrumb.
_BARS: Final = "[|>»/·•]"
_PICTURED: Final = r"photo|foto|image|credit|©|getty|picture|caption|https?:|www\.|图源|供图|摄影"
# Menu labels that lost their separators (Our PricesAbout us), and prompts to the reader.
_GLUED: Final = r"\p{Lowercase}\p{Uppercase}\p{Lowercase}"
_ASKS: Final = (
    r"^(?:get|shop|learn|see|join|try|find|create|call|read|view|explore|discover|subscribe|sign|download|start|build|"
    r"buy|watch|contact|follow|share|click|add|back|skip|explain|more|our|your|about|related|popular|latest)\b"
)
# Minimum letters of a paragraph, letters of a heading above one, and lines below in which prose follows.
_PARAGRAPH, _HEADING, _FOLLOWED = 60, (6, 90), 20
# Cap on repetitions of a line.
_OFTEN: Final = 9
_NOTHING: Final = -1.0


def signs(pages: Pages, rows: Ints) -> Columns:
    """Return the signals of the lines in `rows` by name."""
    columns = (*_inside(pages, rows), *_around(pages, rows), *_compared(pages, rows))
    return {name: column.astype(np.float32) for name, column in columns}


def _inside(pages: Pages, rows: Ints) -> Iterator[tuple[str, NDArray[Any]]]:
    document = pages.document[rows]
    text, folded = pl.col("text"), pl.col("folded")
    words = pl.col("space") + 1
    names = ("text", "folded", "score", "digit", "wide", "sentence", "upper", "lower", "space", "words", "particles")
    table = pages.lines.select(names)[rows].select(
        words=words,
        capitals=text.str.count_matches(r"(?:^|\s)\p{Uppercase}") / words,
        bars=folded.str.count_matches(_BARS),
        colons=folded.str.count_matches(":", literal=True),
        wide=pl.col("wide") > 0,
        sentence="sentence",
        digits="digit",
        picture=folded.str.contains(_PICTURED),
        asks=folded.str.contains(_ASKS),
        shouted=pl.col("upper") / (pl.col("upper") + pl.col("lower")).clip(1),
        grammar=pl.col("words") / (pl.col("space") + 1) + pl.col("particles") / pl.col("wide").clip(1),
        score="score",
    )
    yield from ((name, table[name].to_numpy()) for name in table.columns)
    yield "stop", pages.closed(".。…")[rows]
    yield "question", pages.closed("?？")[rows]
    yield "glued", _glued(pages, rows, table["capitals"].to_numpy() * table["words"].to_numpy())
    yield "weight", pages.weight[rows]
    yield "furniture", pages.cue[rows] >= 0
    yield "pages_content", (pages.size / np.maximum(pages.last - pages.first, 1))[document]


def _glued(pages: Pages, rows: Ints, begun: NDArray[np.float64]) -> Ints:
    """Return how many words are joined in each row, asked where it has more capitals than `begun` words have."""
    found = np.zeros(len(rows), np.int64)
    likely = pages.lines["upper"].to_numpy()[rows] > np.rint(begun)
    found[likely] = pages.picked(rows[likely], "text").str.count_matches(_GLUED).to_numpy()
    return found


def _around(pages: Pages, rows: Ints) -> Iterator[tuple[str, NDArray[Any]]]:
    document = pages.document[rows]
    first, last = pages.first[document], pages.last[document]
    above, below = np.maximum(rows - 1, first), np.minimum(rows + 1, last - 1)
    has_above, has_below = rows > first, rows + 1 < last
    bars = pages.picked(above).str.count_matches(_BARS)
    score, breaks = pages.lines["score"].to_numpy(), pages.lines["breaks"].to_numpy()
    yield "from_top", rows - first
    yield "to_opening", pages.opening[document] - rows
    yield "to_main", pages.main[0][document] - rows
    yield "to_content", pages.begun[document] - rows
    yield "bars_above", np.where(has_above, bars.to_numpy(), 0)
    yield "weight_above", np.where(has_above, pages.weight[above], _NOTHING)
    yield "weight_below", np.where(has_below, pages.weight[below], _NOTHING)
    yield "score_above", np.where(has_above, score[above], _NOTHING)
    yield "score_below", np.where(has_below, score[below], _NOTHING)
    yield "sentence_below", has_below & pages.flags("sentence")[below]
    above, below = np.maximum(rows - 2, first), np.minimum(rows + 2, last - 1)
    yield "weight_above_2", np.where(rows > first + 1, pages.weight[above], _NOTHING)
    yield "weight_below_2", np.where(rows + 2 < last, pages.weight[below], _NOTHING)
    yield "score_below_2", np.where(rows + 2 < last, score[below], _NOTHING)
    said = np.concatenate([[0], np.cumsum(np.where(pages.content, np.rint(pages.weight).astype(np.int64), 0))])
    yield "said_above", said[rows] - said[first]
    yield "breaks_above", breaks[rows]
    yield "breaks_below", np.where(has_below, breaks[below], _NOTHING)
    told = np.flatnonzero(pages.meta)
    yield "meta_below", _beside(told, rows, np.minimum(last, rows + _BESIDE + 1), after=True)
    yield "meta_above", _beside(told, rows, np.maximum(first, rows - _BESIDE) - 1, after=False)


def _beside(places: Ints, rows: Ints, bounds: Ints, *, after: bool) -> Ints:
    """Return the distance to the next position after (or before) each row, if it is within its bound."""
    if after:
        found = np.append(places, np.iinfo(np.int64).max)[np.searchsorted(places, rows, "right")]
        return np.where(found < bounds, found - rows, _FAR)
    found = np.append(-1, places)[np.searchsorted(places, rows)]
    return np.where(found > bounds, rows - found, _FAR)


def _compared(pages: Pages, rows: Ints) -> Iterator[tuple[str, NDArray[Any]]]:
    shared, share = pages.speech
    rival = (pages.weight > _RIVAL_WEIGHT) & (pages.cue < 0) & (share > _RIVAL_SHARE)
    rivals = np.concatenate([[0], np.cumsum(rival)])
    document = pages.document[rows]
    above = np.maximum(pages.first[document], rows - _BESIDE)
    below = np.minimum(np.minimum(pages.opening[document], pages.last[document] - 1), rows + _BESIDE)
    yield "shared", shared[rows]
    yield "share", share[rows]
    yield "rivals_above", rivals[rows] - rivals[above]
    yield "rivals_below", np.maximum(rivals[below + 1] - rivals[rows + 1], 0)
    led, lead = pages.overlaps(rows, _LEAD)
    yield "led", led
    yield "lead", lead
    yield "most_led", led >= _highest(led, document)
    yield "best", share[rows] >= _highest(share[rows], document)
    yield "most", shared[rows] >= _highest(shared[rows], document)
    held = _held(pages, rows)
    yield "held", held > 0
    yield "closes", (held & kernels.ENDS) > 0
    yield "copied", pages.flags("twin")[rows]
    yield "repeated", _repeated(pages, rows)
    yield "times", np.minimum(pages.lines["times"].to_numpy()[rows], _OFTEN)
    yield from _placed(pages, rows)


def _placed(pages: Pages, rows: Ints) -> Iterator[tuple[str, NDArray[Any]]]:
    """Yield where a row is among the candidates, headings and paragraphs of its page, and how often others are said."""
    document = pages.document[rows]
    first, last = pages.first[document], pages.last[document]
    times = np.minimum(pages.lines["times"].to_numpy(), _OFTEN)
    yield "times_above", np.where(rows > first, times[np.maximum(rows - 1, 0)], 0)
    yield "times_below", np.where(rows + 1 < last, times[np.minimum(rows + 1, len(times) - 1)], 0)
    yield "candidates_above", np.arange(len(rows)) - np.searchsorted(rows, first)
    yield "row_share", (rows - first) / np.maximum(last - first, 1)
    prose = pages.flags("sentence") & (pages.weight >= _PARAGRAPH)
    heads = ~pages.flags("sentence") & (pages.weight >= _HEADING[0]) & (pages.weight <= _HEADING[1])
    heads &= np.append(prose[1:] & (pages.document[1:] == pages.document[:-1]), False)
    yield "to_prose", _beside(np.flatnonzero(prose), rows, np.minimum(last, rows + _FAR), after=True)
    for name, flags in (("heads", heads), ("prose", prose)):
        counted = np.append(0, np.cumsum(flags))
        yield f"{name}_above", counted[rows] - counted[first]
        if flags is heads:
            yield "heads_below", np.minimum(counted[last] - counted[rows + 1], _FAR)
    said = np.append(0, np.cumsum(pages.content & pages.flags("sentence")))
    yield "prose_below", said[np.minimum(rows + 1 + _FOLLOWED, last)] - said[rows + 1]
    yield "named", is_named(pages, rows)
    yield "offer", pages.mask(pages.holding(OFFER, pages.mask(rows)))[rows]


def _held(pages: Pages, rows: Ints) -> NDArray[np.uint8]:
    """Return how each row occurs within a longer short line (bits of audit.kernels.parser.echoes)."""
    held = np.zeros(len(rows), np.uint8)
    short = (pages.chars <= SHORT).view(np.uint8)
    parts = np.searchsorted(rows, pages.edges)
    scratch = np.zeros(kernels.PLACES, np.int64), np.zeros(len(rows), np.uint64)
    kernels.echoes(pages.folded.text, pages.folded.offsets, pages.edges, short, rows, parts, held, *scratch)
    return held


def _highest(values: NDArray[Any], document: Ints) -> NDArray[Any]:
    """Return for each row its document's maximum."""
    starts = np.flatnonzero(np.diff(document, prepend=-1))
    found: NDArray[Any] = np.repeat(np.maximum.reduceat(values, starts), np.diff(np.append(starts, len(values))))
    return found


def _repeated(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are repeated on one of the next two lines."""
    found = np.zeros(len(rows), bool)
    twins = np.flatnonzero(pages.flags("twin")[rows])
    here = rows[twins]
    for step in (1, 2) if len(twins) else ():
        there = np.minimum(here + step, pages.last[pages.document[here]] - 1)
        same = pages.picked(here) == pages.picked(there)
        found[twins] |= same.to_numpy() & (there > here)
    return found
