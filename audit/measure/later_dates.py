"""Dates in a text later than the document's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

import polars as pl

from audit.finding import Place
from audit.measure.blockwise import EVIDENCE
from audit.measure.measure import ParsedBatch
from audit.text import dates
from audit.text.calendars import HINTS
from audit.text.fold import fold
from audit.text.visible import visible

_YEAR: Final = "(?:19|20)[0-9][0-9]"
_YEARS: Final = re.compile(rf"(?=({_YEAR}))")
# The day of the month, in every form of date whose digits are ASCII (audit.text.dates).
_DAY: Final = re.compile(r"(?<!\d)\d\d?(?!\d)")
# A line with a numeric date, year first, possibly a time, and no other numbers.
_ONE_DAY: Final = re.compile(
    rf"\D*(?P<y>{_YEAR})[-/.年](?P<m>\d\d?)[-/.月](?P<d>\d\d?)(?:\D+\d\d?:\d\d(?::\d\d)?)?\D*", re.DOTALL
)
# Years in other digits or in Han numerals.
_OTHERWISE: Final = r"[\p{Nd}&&[^0-9]]|[一二][〇○零0o一二三四五六七八九]{3}年"


def later_dates(batch: ParsedBatch) -> Iterator[tuple[str, Place]]:
    """Yield the absolute dates in blocks that are later than their document's date.

    The line that states the document's date may name the day of an update, too, which contradicts nothing.
    """
    days = dict(zip(batch.documents["id"].to_pylist(), batch.documents["date"].to_pylist(), strict=True))
    told = batch.frame.filter(pl.col("text").str.contains(_YEAR) & (pl.col("kind") != "date"))
    odd = pl.col("text").str.contains(_OTHERWISE) | pl.col("text").str.to_lowercase().str.contains_any(list(HINTS))
    for id, start, text, is_odd in told.select("id", "start", "text", odd=odd).iter_rows():
        day = days[id]
        if day is None or not (is_odd or _may_be_later(text, day)):
            continue
        for stated in dates.find(fold(text)):
            if stated.at.date() > day:
                seen = visible(text[stated.start : stated.end], EVIDENCE)
                yield id, Place("later_dates", start + stated.start, start + stated.end, seen)


def _may_be_later(text: str, day: date) -> bool:
    """Return whether a text may contain a later date: it contains such a year in more than an invalid date."""
    one = _ONE_DAY.fullmatch(text)
    if one:
        return (int(one["y"]), int(one["m"]), int(one["d"])) > (day.year, day.month, day.day)
    return _DAY.search(text) is not None and any(int(year) >= day.year for year in _YEARS.findall(text))
