"""Texts that tell many days, each of something: articles, matches, versions, a diary. None is the text's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# So many lines that are a day, with fewer letters of prose to each, make a list of articles.
LISTED, _TO_EACH = 4, 80
# So many rows make a list where they say something besides, and where something is told below each.
_FEW: Final = 3
# A month and its year have so many digits.
_OF_A_MONTH: Final = 4
# A line of so many characters that holds a day holds nothing else; a row of a list has at most so many.
_DAY_ALONE, _LONGEST_ROW = 28, 100
_YEAR, _NUMBER, _MONTH = "(?:19|20)[0-9]{2}", "[0-9]{1,2}", r"[^\W\d]{3,10}\.?"
_DAY: Final = (
    rf"(?:{_NUMBER}[./-]{_NUMBER}[./-]{_YEAR}|{_YEAR} ?[./年-] ?{_NUMBER} ?[./月-] ?{_NUMBER}日?|"
    rf"{_NUMBER}(?:st|nd|rd|th)?[. ]{{1,2}}(?:de )?{_MONTH},?(?: de)? {_YEAR}|"
    rf"{_MONTH} {_NUMBER}(?:st|nd|rd|th)?, {_YEAR})"
)
# A row of a list begins or ends with its day.
_ROW: Final = pl.col("folded").str.contains(
    rf"^\W{{0,3}}(?:[^\W\d]{{2,10}}\.?,? )?{_DAY}(?:[^0-9]|$)|(?:^|[^0-9]){_DAY}\W{{0,2}}$"
)
_TIMED: Final = pl.col("folded").str.contains("[0-9]:[0-9][0-9]")


def is_listed(pages: Pages) -> Flags:
    """Return which documents are lists of days."""
    counted, told = np.bincount(pages.document[_days_alone(pages)], minlength=len(pages)), day_rows(pages)
    prose = np.bincount(pages.document[pages.said], pages.weight[pages.said], len(pages))
    rows = np.bincount(pages.document[told], minlength=len(pages))
    own = np.bincount(pages.document[told], pages.weight[told] * pages.content[told], len(pages))
    many = (counted >= LISTED) & (prose < _TO_EACH * counted)
    found: Flags = many | ((rows >= _FEW) & (prose - own < _TO_EACH * rows)) | _is_told_daily(pages, told)
    return found


def _days_alone(pages: Pages) -> Ints:
    """Return the lines that are a day and nothing else; the days of comments below an article make it no list."""
    digits = pages.lines["digit"].to_numpy()
    own = np.arange(len(digits)) < pages.ends(pages.opening)[pages.document]
    return np.flatnonzero(pages.dated & (pages.chars <= _DAY_ALONE) & (digits > _OF_A_MONTH) & own)


def day_rows(pages: Pages) -> Ints:
    """Return the lines that are a day, or begin or end with one, of documents that have a few of them."""
    alone = _days_alone(pages)
    own = np.arange(len(pages.lines)) < pages.ends(pages.opening)[pages.document]
    likely = pages.dated & (pages.chars <= _LONGEST_ROW) & ~pages.closed(".。") & own
    few = np.bincount(pages.document[likely], minlength=len(pages)) >= _FEW
    return np.union1d(alone, pages.holding(_ROW, likely & few[pages.document]))


def _is_told_daily(pages: Pages, rows: Ints) -> Flags:
    """Return which plain documents tell something below each of a few days, from the first on: diaries, new versions.

    Messages have a time, too.
    """
    last = pages.last[pages.document[rows]] - 1
    headed = rows[(rows < last) & pages.content[np.minimum(rows + 1, last)] & ~np.isin(rows + 1, rows)]
    early = pages.earliest(headed, pages.last) <= pages.first + _FEW
    timed = pages.document[pages.holding(_TIMED, pages.dated & (pages.chars <= _LONGEST_ROW))]
    early &= pages.is_plain & ~np.isin(np.arange(len(pages)), timed)
    found: Flags = early & (np.bincount(pages.document[headed], minlength=len(pages)) >= _FEW)
    return found


def is_listed_headline(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are no headlines of lists: a row of one, a label, or what stands right above a day.

    What stands first may be the list's own; what stands below the first day of a plain one is not.
    """
    document, days = pages.document[rows], day_rows(pages)
    plain, inside = pages.is_plain[document], rows + 1 < pages.last[document]
    above = np.where(plain, np.isin(rows + 1, days), np.isin(rows + 1, _days_alone(pages))) & inside
    within = np.isin(rows, days) | (plain & (rows > pages.earliest(days, pages.last)[document]))
    within |= pages.cue[rows] >= 0
    found: Flags = is_listed(pages)[document] & (within | (above & ~_is_first(pages, rows)))
    return found


def _is_first(pages: Pages, rows: Ints) -> Flags:
    """Return which rows are the first of their text, with a blank line below."""
    breaks = np.append(pages.lines["breaks"].to_numpy(), 0)
    found: Flags = (rows == pages.first[pages.document[rows]]) & (breaks[rows + 1] > 1)
    return found
