"""Lines that a page says again where it names its headline: the end of its path, the line below, a window title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# Added to the sum of weights (hundredths of a natural logarithm of odds) of a line that is said again right below.
REPEATED: Final = 100
# A path of several parts, and a window title before its site.
_PATH: Final = re.compile(r"\s?[»›>→▸]{1,2}\s?|\s?::\s?| / ")
_WINDOW: Final = re.compile(r"\s[|–—-]\s|\s?_\s?")
_DIVIDED: Final = pl.col("folded").str.contains("[»›>→▸|_]|::| [/–—-] ")
# Maximum characters of such a line, and minimum letters of the line said again.
_LONGEST, _LEAST = 300, 4
# Lines below a line in which it is repeated.
_BELOW: Final = 2
_TWICE: Final = 2


def is_named(pages: Pages, rows: Ints) -> Flags:
    """Return which rows (ascending) are, word for word, the last part of a path, or what a window title begins with."""
    here = np.arange(len(pages.lines))
    marked = pages.lines["bars"].to_numpy() + pages.lines["marks"].to_numpy() > 0
    high = pages.holding(_DIVIDED, marked & (here <= pages.opening[pages.document]) & (pages.chars <= _LONGEST))
    named = {
        (number, part)
        for number, line in zip(pages.document[high].tolist(), pages.texts(high), strict=True)
        for part in (_PATH.split(line)[-1], _WINDOW.split(line)[0])
        if part != line
    }
    found = np.zeros(len(rows), bool)
    likely = np.flatnonzero(pages.weight[rows] >= _LEAST)
    told = zip(pages.document[rows[likely]].tolist(), pages.texts(rows[likely]), strict=True)
    found[likely] = [key in named for key in told]
    return np.asarray(found)


def is_said_twice(pages: Pages, rows: Ints) -> Flags:
    """Return which rows occur twice on their page: here, and on this or the other of the next two lines."""
    found = pages.flags("twin")[rows] & (pages.lines["times"].to_numpy()[rows] == _TWICE)
    for n in np.flatnonzero(found).tolist():
        first, last = max(rows[n] - _BELOW, pages.first[pages.document[rows[n]]]), rows[n] + _BELOW + 1
        beside = pages.texts(np.arange(first, min(last, pages.last[pages.document[rows[n]]])))
        found[n] = beside.count(pages.texts(rows[n : n + 1])[0]) == _TWICE
    return np.asarray(found)
