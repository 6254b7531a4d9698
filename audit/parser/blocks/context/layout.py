"""How a page is laid out: what it is made of as a whole, and how often a block's surroundings return in it.

An article is prose with furniture around it; a thread, a catalogue or a ranking is one small pattern of lines over and
over, and so are its menus and its lists of teasers. Sums are of whole numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import polars as pl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

# Letters from which a line is a paragraph; steps of length that lines of one pattern share.
_LONG, _MOST_LETTERS = 100, 2000
# More than this says nothing more.
_FAR: Final = 40
_MOST_ALIKE: Final = 64
_SIZES: Final = (4, 12, 30, 80, 200)


def layout(lines: pl.DataFrame, sure: pl.Series, furniture: pl.Series) -> Iterator[tuple[str, NDArray[Any]]]:
    """Yield signals of the whole page and of returning patterns; `sure` and `furniture` say which lines claim what."""
    table = lines.select(
        "document", "sentence", "twin", "dated", "chars",
        sure=sure, furniture=furniture, shape=_shape(),
        letters=pl.col("weight").clip(0, _MOST_LETTERS).round().cast(pl.Int64),
        numbered=pl.col("digit") * 2 > pl.col("weight"),
    )  # fmt: skip
    yield from _whole(table)
    yield from _patterns(table)
    document = lines["document"].to_numpy()
    first, last = np.searchsorted(document, document, "left"), np.searchsorted(document, document, "right")
    for name, marked in (("sure", sure), ("furniture", furniture)):
        above, below = distances(marked.to_numpy(), np.arange(len(document)), first, last)
        yield f"{name}_above", above
        yield f"{name}_below", below


def _whole(table: pl.DataFrame) -> Iterator[tuple[str, NDArray[Any]]]:
    prose = pl.when(pl.col("sentence") & (pl.col("letters") >= _LONG)).then("letters").otherwise(0)
    page = table.group_by("document", maintain_order=True).agg(
        pl.len().alias("page_lines"),
        prose.sum().alias("page_prose"),
        (prose.sum() / pl.col("letters").sum().clip(1)).alias("page_prose_share"),
        (prose > 0).sum().alias("page_paragraphs"),
        (pl.col("twin").sum() / pl.len()).alias("page_twins"),
        (pl.col("dated").sum() / pl.len()).alias("page_dated"),
        (pl.col("numbered").sum() / pl.len()).alias("page_numbered"),
        (pl.col("furniture").sum() / pl.len()).alias("page_furniture"),
        (pl.col("letters").sum() / pl.len()).alias("page_letters_a_line"),
    )
    spread = table.select("document").join(page, on="document", how="left", maintain_order="left")
    yield from ((name, spread[name].to_numpy()) for name in page.columns[1:])


def _shape() -> pl.Expr:
    """Return what lines of one pattern have in common: about how long, and of what."""
    size = pl.sum_horizontal((pl.col("weight") > most).cast(pl.Int32) for most in _SIZES)
    bits = (pl.col("sentence"), pl.col("dated"), pl.col("digit") > 0, pl.col("bars") > 0, pl.col("marks") > 0)
    return pl.sum_horizontal(size, *(bit.cast(pl.Int32) * (8 << n) for n, bit in enumerate(bits)))


def _patterns(table: pl.DataFrame) -> Iterator[tuple[str, NDArray[Any]]]:
    """Yield how often a block's shape stands in its page, and how often between two of such shapes as here."""
    near = [pl.col("shape").shift(n).over("document").fill_null(-1) for n in (1, 2, -1, -2)]
    names = ("up", "up2", "down", "down2")
    told = table.with_columns(e.alias(n) for e, n in zip(near, names, strict=True))
    groups = (("alike", ()), ("alike_between", ("up", "down")), ("alike_below", ("up", "up2")))
    found = told.select(
        pl.len().over("document", "shape", *group).clip(0, _MOST_ALIKE).alias(name) for name, group in groups
    )
    yield from ((name, found[name].to_numpy()) for name in found.columns)
    same = told.select((pl.col("shape") == pl.col("up")) & (pl.col("shape") == pl.col("down"))).to_series()
    yield "alike_beside", same.to_numpy()


def distances(marked: NDArray[np.bool_], here: Ints, first: Ints, last: Ints) -> tuple[Ints, Ints]:
    """Return how many blocks above and below each block the next marked one of its document stands; at most _FAR."""
    at = np.concatenate([[-_FAR], np.flatnonzero(marked), [len(here) + _FAR]])
    place = np.searchsorted(at, here)
    above, below = at[place - 1], at[np.minimum(place + (at[place] == here), len(at) - 1)]
    return (
        np.where(above >= first, np.minimum(here - above, _FAR), _FAR),
        np.where(below < last, np.minimum(below - here, _FAR), _FAR),
    )
