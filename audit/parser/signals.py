"""What the model of audit.parser.forest sees of each block: numbers about itself, its neighbours and its page.

All sums are of whole numbers, so that neither the order nor the size of a batch changes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import polars as pl

from audit.parser.cohesion import cohesion
from audit.parser.cues import CUES
from audit.parser.extent import appended, heaviest_runs
from audit.parser.features import MOST_BREAKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float32]

# More letters or points than these say nothing more, and so no long block drowns its neighbours.
_MOST_LETTERS, _LOUDEST = 2000, 40
# A line of fewer letters is short, of more a paragraph.
_SHORT, _LONG = 25, 100
# Letters after which a block's size begins to count for the article's extent, and the most that its points do.
_SIZED, _LOUDEST_RUN = 20.0, 30
# Blocks from which on a line is far away.
_FAR: Final = 40
_WINDOWS: Final = (2, 4, 8, 16)
_GROUPS: Final = ("related_heading", "comment", "disclaimer")


def signals(lines: pl.DataFrame, points: Ints) -> dict[str, Floats]:
    """Return a column per signal for the rows of audit.parser.features.lines; `points` is their scorecard."""
    own = _own(lines)
    columns = {name: own[name].to_numpy().astype(np.float32) for name in own.columns}
    columns["points"] = points.astype(np.float32)
    for name, column in (*_near(lines, own, points), *_page(lines, points)):
        columns[name] = column.astype(np.float32)
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
        header=_cued([i for i, c in enumerate(CUES) if not c.furniture]),
        **groups,
    )


def _cued(numbers: list[int]) -> pl.Expr:
    return pl.col("cue").is_in(numbers).fill_null(value=False)


def _near(lines: pl.DataFrame, own: pl.DataFrame, points: Ints) -> Iterator[tuple[str, NDArray[Any]]]:
    sums = _Sums(lines["document"].to_numpy())
    letters = np.rint(np.minimum(lines["weight"].to_numpy(), _MOST_LETTERS)).astype(np.int64)
    loud = np.clip(points, -_LOUDEST, _LOUDEST)
    sized = np.rint(10 * np.log2(1 + letters)).astype(np.int64)
    counted = {"points": loud, "size": sized, "sentence": own["sentence"].to_numpy().astype(np.int64)}
    counted["short"], counted["long"] = (letters < _SHORT).astype(np.int64), (letters >= _LONG).astype(np.int64)
    counted["cued"] = own["furniture"].to_numpy().astype(np.int64)
    for name, values in counted.items():
        windows = (1, *_WINDOWS) if name in ("points", "size") else _WINDOWS[1:]
        for size in windows:
            before, after = sums(values, size)
            yield f"{name}_before_{size}", before
            yield f"{name}_after_{size}", after


class _Sums:
    """Sums over the blocks before and after each block of a document."""

    def __init__(self, document: Ints) -> None:
        here = np.arange(len(document))
        self.first = np.searchsorted(document, document, "left")
        self.last = np.searchsorted(document, document, "right")
        self.here = here

    def __call__(self, values: Ints, size: int) -> tuple[Ints, Ints]:
        total = np.concatenate([[0], np.cumsum(values)])
        first, last = np.maximum(self.first, self.here - size), np.minimum(self.last, self.here + size + 1)
        return total[self.here] - total[first], total[last] - total[self.here + 1]


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
    low, high = heaviest_runs(mass, document)
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


def _header(lines: pl.DataFrame, here: Ints, first: Ints, last: Ints) -> Iterator[tuple[str, NDArray[Any]]]:
    """Yield how far above and below each block a line stands that tells the article's day or author."""
    told = lines.select(_cued([i for i, c in enumerate(CUES) if c.kind in ("byline", "date")]) | pl.col("dated"))
    at = np.flatnonzero(told.to_series().to_numpy())
    at = np.concatenate([[-_FAR], at, [len(here) + _FAR]])
    place = np.searchsorted(at, here)
    above, below = at[place - 1], at[place]
    yield "told_above", np.where(above >= first, np.minimum(here - above, _FAR), _FAR)
    yield "told_below", np.where(below < last, np.minimum(below - here, _FAR), _FAR)
