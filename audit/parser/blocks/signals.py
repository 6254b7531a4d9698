"""What the model of audit.parser.models.forest sees of each block: numbers about itself, its neighbours and its page.

All sums are of whole numbers, so that neither the order nor the size of a batch changes them.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import polars as pl

from audit.kernels.parser.windows import add_windows
from audit.parser.blocks.context import genre
from audit.parser.blocks.context.cohesion import cohesion
from audit.parser.blocks.context.extent import appended, heaviest_runs
from audit.parser.blocks.context.layout import distances, layout
from audit.parser.blocks.features import MOST_BREAKS
from audit.parser.blocks.reader_notices import NONE
from audit.parser.tables.line_cues import ABOUT_AN_AUTHOR, CUES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float32]

# More letters or points than these say nothing more, and so no long block drowns its neighbours.
_MOST_LETTERS, _LOUDEST = 2000, 40
# A line of fewer letters is short, of more a paragraph.
_SHORT, _LONG = 25, 100
# Letters after which a block's size begins to count for the article's extent, and the most that its points do.
_SIZED, _LOUDEST_RUN = 20.0, 30
_WINDOWS: Final = (2, 4, 8, 16)
# Signals of a block that are counted among the blocks around it, as what.
_COUNTED: Final = (("sentence", "sentence"), ("cued", "furniture"), ("twin", "twin"), ("dated", "dated"))
# The columns of audit.parser.templates.template_lines; 0 where nothing is known of other documents of the source.
REPEATED: Final = ("repeats", "repeats_paired", "siblings")
_GROUPS: Final = ("related_heading", "comment", "disclaimer")


def signals(lines: pl.DataFrame, points: Ints) -> dict[str, Floats]:
    """Return a column per signal for the rows of audit.parser.blocks.features.lines; `points` is their scorecard."""
    own = _own(lines)
    columns = {name: own[name].to_numpy().astype(np.float32) for name in own.columns}
    columns["points"] = points.astype(np.float32)
    marked = genre.marks(lines)
    others = (marked.items(), _near(lines, own, points, marked), _page(lines, points), _shared(lines))
    for name, column in itertools.chain(*others, _laid_out(lines, own), _marked(lines, marked)):
        columns[name] = column.astype(np.float32, copy=False)
    return columns


def _own(lines: pl.DataFrame) -> pl.DataFrame:
    tail, weight = pl.col("tail"), pl.col("weight").clip(1)
    wide, latin = pl.col("wide"), pl.col("upper") + pl.col("lower")
    groups = {g: _cued([i for i, c in enumerate(CUES) if c.kind == g]) for g in _GROUPS}
    return lines.select(
        weight="weight",
        chars="chars",
        wide=wide / pl.col("chars"),
        capitals=pl.col("upper") / latin.clip(1),
        digits=pl.col("digit") / weight,
        digit_count="digit",
        stops="stops",
        pauses="pauses",
        pause_share=pl.col("pauses") / weight,
        bars="bars",
        marks="marks",
        mark_share=pl.col("marks") / weight,
        word_length=latin / (pl.col("space") + 1),
        words="words",
        word_share=pl.col("words") / (pl.col("space") + 1),
        particles="particles",
        particle_share=pl.col("particles") / wide.clip(1),
        above="breaks",
        below=pl.col("breaks").shift(-1).over("document").fill_null(MOST_BREAKS),
        sentence="sentence",
        colon=tail.str.contains("[:：]$"),
        cut_off=tail.str.contains(r"(…|\.\.\.|→|»|>|›)$"),
        quoted=pl.col("text").str.contains('^[“"„«「『]'),
        bullet=pl.col("text").str.contains(r"^([•·●■◆▶*–-]\s|\(?[0-9]{1,2}[.、)])"),
        twin="twin",
        dated="dated",
        furniture=_cued([i for i, c in enumerate(CUES) if c.furniture]),
        sure=_cued([i for i, c in enumerate(CUES) if c.sure]),
        notice=pl.col("notice") != NONE,
        hint=pl.col("hint") != NONE,
        header=_cued([i for i, c in enumerate(CUES) if not c.furniture]),
        author=_cued([i for i, c in enumerate(CUES) if c.label == ABOUT_AN_AUTHOR]),
        **groups,
    )


def _cued(numbers: list[int]) -> pl.Expr:
    return pl.col("cue").is_in(numbers).fill_null(value=False)


def _marked(lines: pl.DataFrame, marked: genre.Marks) -> Iterator[tuple[str, NDArray[Any]]]:
    document = lines["document"].to_numpy()
    return genre.shares(
        marked, np.searchsorted(document, document, "left"), np.searchsorted(document, document, "right")
    )


def _near(
    lines: pl.DataFrame, own: pl.DataFrame, points: Ints, marked: genre.Marks
) -> Iterator[tuple[str, NDArray[Any]]]:
    documents = _edges(lines["document"].to_numpy())
    letters = np.rint(np.minimum(lines["weight"].to_numpy(), _MOST_LETTERS)).astype(np.int64)
    sized = np.rint(10 * np.log2(1 + letters)).astype(np.int64)
    yield from _around({"points": np.clip(points, -_LOUDEST, _LOUDEST), "size": sized}, documents, (1, *_WINDOWS))
    counted = {name: own[of].to_numpy() for name, of in _COUNTED}
    counted |= {"short": letters < _SHORT, "long": letters >= _LONG, "repeated": lines["repeats_paired"].to_numpy() > 0}
    counted |= marked
    yield from _around(counted, documents, _WINDOWS[1:])


def _around(
    series: Mapping[str, NDArray[Any]], documents: Ints, sizes: tuple[int, ...]
) -> Iterator[tuple[str, Floats]]:
    """Yield the sums of each series over so many blocks before and after each block."""
    rows = int(documents[-1])
    values = np.concatenate([column.astype(np.int64) for column in series.values()])
    found = np.empty((len(series), len(sizes), 2, rows), np.float32)
    add_windows(values, documents, np.array(sizes), np.zeros(rows + 1, np.int64), found.reshape(-1))
    for name, columns in zip(series, found, strict=True):
        for size, (before, after) in zip(sizes, columns, strict=True):
            yield f"{name}_before_{size}", before
            yield f"{name}_after_{size}", after


def _edges(document: Ints) -> Ints:
    """Return where each document's blocks begin, and where the last one's end."""
    edges: Ints = np.concatenate([[0], np.flatnonzero(np.diff(document)) + 1, [len(document)]])
    return edges


def _laid_out(lines: pl.DataFrame, own: pl.DataFrame) -> Iterator[tuple[str, NDArray[Any]]]:
    return layout(lines, own["sure"], own["furniture"])


def _shared(lines: pl.DataFrame) -> Iterator[tuple[str, NDArray[Any]]]:
    """Yield what is known of each block from other documents of its source."""
    repeats, paired, siblings = (lines[name].to_numpy() for name in REPEATED)
    yield "siblings", siblings
    yield "repeats", repeats
    yield "repeats_paired", paired
    yield "repeats_share", repeats / np.maximum(siblings, 1)
    yield "repeats_paired_share", paired / np.maximum(siblings, 1)


def _page(lines: pl.DataFrame, points: Ints) -> Iterator[tuple[str, NDArray[Any]]]:
    document = lines["document"].to_numpy()
    first, last = np.searchsorted(document, document, "left"), np.searchsorted(document, document, "right")
    here = np.arange(len(document))
    yield "from_top", here - first
    yield "from_end", last - here - 1
    yield "share_above", (here - first) / np.maximum(last - first - 1, 1)
    mass = np.rint(
        np.clip(points, -_LOUDEST_RUN, _LOUDEST_RUN) * np.sqrt(1 + lines["weight"].to_numpy() / _SIZED)
    ).astype(np.int64)
    runs = heaviest_runs(mass, document)
    low, high = runs.low, runs.high
    yield "apart", runs.apart
    yield from _prose(lines, here, first, last)
    yield from _header(lines, here, first, last)
    yield "above_run", low - here
    yield "below_run", here - high + 1
    yield "run", high - low
    total = np.concatenate([[0], np.cumsum(np.maximum(mass, 0))])
    yield "run_share", (total[high] - total[low]) / np.maximum(total[last] - total[first], 1)
    yield "run_mass", total[high] - total[low]
    shared, share = cohesion(lines, low, high)
    yield "shared", shared
    yield "shared_share", share
    yield from zip(("after_related", "after_comments"), appended(lines, mass), strict=True)


def _prose(lines: pl.DataFrame, here: Ints, first: Ints, last: Ints) -> Iterator[tuple[str, NDArray[Any]]]:
    """Yield how much of its document's prose stands above each block, and how far it is from prose on both sides."""
    letters = np.rint(np.minimum(lines["weight"].to_numpy(), _MOST_LETTERS)).astype(np.int64)
    prose = lines["sentence"].to_numpy() & (letters >= _LONG)
    total = np.concatenate([[0], np.cumsum(np.where(prose, letters, 0))])
    yield "prose_above", total[here] - total[first]
    yield "prose_above_share", (total[here] - total[first]) / np.maximum(total[last] - total[first], 1)
    yield from zip(("prose_gap_above", "prose_gap_below"), distances(prose, here, first, last), strict=True)


def _header(lines: pl.DataFrame, here: Ints, first: Ints, last: Ints) -> Iterator[tuple[str, NDArray[Any]]]:
    """Yield how far above and below each block a line stands that tells the article's day or author."""
    told = lines.select(_cued([i for i, c in enumerate(CUES) if c.kind in ("byline", "date")]) | pl.col("dated"))
    yield from zip(("told_above", "told_below"), distances(told.to_series().to_numpy(), here, first, last), strict=True)
