"""Laws of place for headlines: what stands where they stand, and what cannot be one there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.header.title_signals import is_meta
from audit.parser.tables.people import OF_A_PERSON

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# How many blocks below a text's beginning a headline has its place, and letters of the longest there.
_TOP, _USUAL = 3, 120
# Content blocks that may stand between such a line and the headline.
_LEAD: Final = 4
# More than any forest's sum: the headline that a notice quotes is the headline.
QUOTED: Final = 1 << 24
# Of a text without furniture a sentence with a full stop is the first one of its body; so is a line of more letters.
_STOPPED: Final = r"[.。](?:[\"'”’»」』)]*)$"
_BODY: Final = 160


def is_at_top(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are short lines at the top, right above a date or byline, or right below a bread crumb."""
    document, meta = pages.document[rows], is_meta(pages)
    first, last = pages.first[document], pages.last[document]
    high = (rows - first <= _TOP) & (rows < pages.opening[document])
    plain = ~pages.flags("sentence")[rows] & (pages.weight[rows] <= _USUAL) & ~meta[rows]
    # A sentence with a year in it tells no day of publication.
    told = meta & ~(pages.flags("sentence") & (pages.cue < 0))
    told[pages.holding(pl.col("folded").str.contains_any(list(OF_A_PERSON)), told)] = False
    below = (rows + 1 < last) & told[np.minimum(rows + 1, last - 1)]
    crumbs = pages.lines["folded"].gather(np.maximum(rows - 1, first)).str.contains("[>»]").to_numpy()
    found: Flags = high & plain & (below | ((rows == pages.begun[document]) & crumbs & (rows > first)))
    return found


def is_far_below(pages: Pages, rows: Ints, tops: Ints) -> Flags:
    """Return which rows stand far below a line that is printed where headlines are: lines of verse, refrains sooner."""
    top = pages.earliest(tops, pages.last)[pages.document[rows]]
    told = np.searchsorted(pages.said, rows) - np.searchsorted(pages.said, top)
    refrain = pages.flags("twin")[rows] & (rows - top >= _LEAD)
    found: Flags = (top < rows) & ((told >= _LEAD) | refrain)
    return found


def is_below_first(pages: Pages, rows: Ints, sums: Ints) -> Flags:
    """Return which rows stand below the first line of a text without furniture, when that may be its headline."""
    document = pages.document[rows]
    heads = ~pages.is_mixed[document] & (rows == pages.first[document]) & (sums > -QUOTED)
    heads &= ~pages.flags("sentence")[rows] & (sums < QUOTED // 2)
    found: Flags = np.isin(document, document[heads]) & ~heads & (sums < QUOTED // 2)
    return found


def is_body(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are sentences or paragraphs of a text without furniture, said once: no headlines."""
    bare = ~pages.is_mixed[pages.document[rows]] & ~pages.flags("twin")[rows]
    stopped = pages.lines.select("tail")[rows].select(pl.col("tail").str.contains(_STOPPED)).to_series().to_numpy()
    found: Flags = bare & (stopped | (pages.weight[rows] > _BODY))
    return found
