"""Day-month order of numeric dates in a document: 3/4/2021."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.header.day_lists import day_lists

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]

# Decided by numbers that cannot be months.
_DAY_LEADS: Final = re.compile(r"(?:^|[^0-9])(?:1[3-9]|2[0-9]|3[01])/(?:0?[0-9]|1[0-2])/(?:19|20)[0-9]{2}")
# A pre-filter for numeric dates, in lines of at most this many characters.
_LONGEST: Final = 500
_IN_NUMBERS: Final = re.compile(r"\d[-/]\s?\d\d?[-/]\s?(?:19|20)\d\d")
_MONTH_NAME: Final = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_NAMED_DAY_LEADS: Final = re.compile(
    rf"(?:^|[^0-9])[0-9][0-9]?(?:st|nd|rd|th)? {_MONTH_NAME}\.? (?:19|20)[0-9][0-9](?:[^0-9]|$)"
)
_NAMED_MONTH_LEADS: Final = re.compile(
    rf"(?:^|[^a-z]){_MONTH_NAME}\.? [0-9][0-9]?(?:st|nd|rd|th)?, (?:19|20)[0-9][0-9](?:[^0-9]|$)"
)
_MONTH_LEADS: Final = re.compile(r"(?:^|[^0-9])(?:0?[0-9]|1[0-2])/(?:1[3-9]|2[0-9]|3[01])/(?:19|20)[0-9]{2}")
# Lines below a headline that are only a day in numbers, whatever its order, perhaps behind a label, or a change's day.
_ALONE: Final = re.compile(
    r"(?:(?:(?:first |last )?(?:posted|published|updated|modified|created|added|submitted|written)|(?:[a-z]+ )?date)"
    r"(?: on)?\W{0,3})?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"\d\d?[/.-]\d\d?[/.-](?:19|20)\d\d(?:,? (?:at )?\d\d?:\d\d(?::\d\d)? ?(?:[ap]\.?m\.?)?)?|"
    r"(?:(?:最近|最后|最後)?更新(?:时间|時間|日期|日)?|最終更新日?|최근 수정(?: 시각)?|마지막 편집|"
    r"(?:zuletzt )?aktualisiert|last updated)"
    r"\W{0,3}(?:[0-9]{4}[-/.年] ?[0-9]{1,2}[-/.月] ?[0-9]{1,2}日?|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})(?: [0-9:]{5,8})?"
)
# How far below, and maximum characters.
_BELOW, _LONGEST_ALONE = 6, 48


def undecided_days(pages: Pages, headlines: Ints, decided: Collection[int]) -> list[int]:
    """Return the rows below the headline that are only such a day, in documents whose own day is not `decided`.

    Which day it is, or of what, stays open; it is no line of the text.
    """
    rows = np.arange(len(pages.lines))
    top = headlines[pages.document]
    near = (top >= 0) & (rows > top) & (rows <= top + _BELOW) & (pages.chars <= _LONGEST_ALONE)
    near &= ~np.isin(pages.document, list(decided)) & ~pages.once(day_lists).documents[pages.document]
    likely = pages.holding(_ALONE, near & (pages.lines["digit"].to_numpy() > 0))
    return [row for row, line in zip(likely.tolist(), pages.texts(likely), strict=True) if _ALONE.fullmatch(line)]


def day_leads(pages: Pages) -> list[bool | None]:
    """Return for each document whether the day precedes the month in 3/4/2021; None if unknown.

    Only English uses both orders, and each page one of them, also where it names the month; elsewhere the day comes
    first.
    """
    found: list[bool | None] = [True] * len(pages)
    asked = np.zeros(len(pages), bool)
    asked[pages.document[pages.holding(_IN_NUMBERS, pages.dated & (pages.chars <= _LONGEST))]] = True
    prose = pages.content & asked[pages.document]
    english = pages.document[pages.holding(pl.col("folded").str.contains(" the ", literal=True), prose)]
    numbers = np.unique(english)
    dated = pages.dated & np.isin(pages.document, numbers)
    divided = np.zeros(len(dated), bool)
    divided[pages.holding(pl.col("folded").str.contains("/", literal=True), dated)] = True
    told = [
        [set(pages.document[pages.holding(led, rows)].tolist()) for led in order]
        for order, rows in (((_DAY_LEADS, _MONTH_LEADS), divided), ((_NAMED_DAY_LEADS, _NAMED_MONTH_LEADS), dated))
    ]
    for number in numbers.tolist():
        orders = [(number in days, number in months) for days, months in told]
        found[number] = next((day for day, month in orders if day != month), None)
    return found
