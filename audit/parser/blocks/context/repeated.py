"""Paragraphs that a page prints again: quoted in a reply, in a second layout for small screens, in a carousel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows

    Scores = NDArray[np.float32]

# Letters of a line that nobody says twice, and from which likelihood of boilerplate it is doubted. (Of such lines on
# pages of sites that the forest had not seen 80 in 100 letters are the page's only once.)
_LONG: Final = 60
_DOUBTED, _KEPT = 0.2, 0.5


def is_repeated(rows: Rows, likely: Scores) -> Flags:
    """Return which kept lines, a little doubted, stand word for word among the kept ones above them."""
    at = np.flatnonzero((likely < _KEPT) & rows["twin"] & (rows.letters >= _LONG))
    found = np.zeros(len(likely), np.bool_)
    if len(at):
        first = rows.lines.select("document", "folded")[at].select(pl.struct(pl.all()).is_first_distinct()).to_series()
        found[at] = ~first.to_numpy() & (likely[at] >= _DOUBTED)
    return found
