"""Texts with many dates, each of something: lists of articles, matches, versions, diaries. None is the text's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import polars as pl

from audit.text.punctuation import LETTER

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# Minimum lines that are only a date, and maximum letters of prose per date, in a list of articles.
LISTED, _TO_EACH = 4, 80
# Minimum rows of a list with further text in the rows, and with text below each.
_FEW: Final = 3
# Digits of a month and year.
_OF_A_MONTH: Final = 4
# Maximum characters of a line that is only a date, and of a row of a list.
_DAY_ALONE, _LONGEST_ROW = 28, 100
_YEAR, _NUMBER, _MONTH = "(?:19|20)[0-9]{2}", "[0-9]{1,2}", rf"{LETTER}{{3,10}}\.?"
_DAY: Final = (
    rf"(?:{_NUMBER}[./-]{_NUMBER}[./-]{_YEAR}|{_YEAR} ?[./年-] ?{_NUMBER} ?[./月-] ?{_NUMBER}日?|"
    rf"{_NUMBER}(?:st|nd|rd|th)?[. ]{{1,2}}(?:de )?{_MONTH},?(?: de)? {_YEAR}|"
    rf"{_MONTH} {_NUMBER}(?:st|nd|rd|th)?, {_YEAR})"
)
# Rows of lists begin or end with their date.
_ROW: Final = pl.col("folded").str.contains(
    rf"^\W{{0,3}}(?:{LETTER}{{2,10}}\.?,? )?{_DAY}(?:[^0-9]|$)|(?:^|[^0-9]){_DAY}\W{{0,2}}$"
)
_TIMED: Final = pl.col("folded").str.contains("[0-9]:[0-9][0-9]")


class DayLists(NamedTuple):
    """Which documents are lists of dates; the lines that are only a date, and those that begin or end with one."""

    documents: Flags
    alone: Ints
    rows: Ints


def day_lists(pages: Pages) -> DayLists:
    """Return the date lists of a batch; in documents with few dates `rows` are those alone."""
    digits = pages.lines["digit"].to_numpy()
    # Dates of comments below an article do not make it a list.
    own = pages.dated & (np.arange(len(digits)) < pages.ends(pages.opening)[pages.document])
    alone = np.flatnonzero(own & (pages.chars <= _DAY_ALONE) & (digits > _OF_A_MONTH))
    likely = own & (pages.chars <= _LONGEST_ROW) & ~pages.closed(".。")
    few = np.bincount(pages.document[likely], minlength=len(pages)) >= _FEW
    rows = np.union1d(alone, pages.holding(_ROW, likely & few[pages.document]))
    prose = np.bincount(pages.document[pages.said], pages.weight[pages.said], len(pages))
    days, told = (np.bincount(pages.document[some], minlength=len(pages)) for some in (alone, rows))
    prose_beside = prose - np.bincount(pages.document[rows], pages.weight[rows] * pages.content[rows], len(pages))
    many = (days >= LISTED) & (prose < _TO_EACH * days)
    some = (told >= _FEW) & (prose_beside < _TO_EACH * told)
    return DayLists(many | some | _is_told_daily(pages, rows), alone, rows)


def _is_told_daily(pages: Pages, rows: Ints) -> Flags:
    """Return which plain documents have text below each of several dates, from the first on: diaries, changelogs.

    Chat messages have a time, too.
    """
    last = pages.last[pages.document[rows]] - 1
    headed = rows[(rows < last) & pages.content[np.minimum(rows + 1, last)] & ~np.isin(rows + 1, rows)]
    found: Flags = pages.is_plain & (np.bincount(pages.document[headed], minlength=len(pages)) >= _FEW)
    found &= pages.earliest(headed, pages.last) <= pages.first + _FEW
    likely = pages.dated & (pages.chars <= _LONGEST_ROW) & found[pages.document]
    found[pages.document[pages.holding(_TIMED, likely)]] = False
    return found
