"""Dates in non-Latin scripts and other calendars.

Of Arabic, Hebrew, Indic and Caucasian languages, Vietnamese, Thai, Persian, and of eras. All are converted to the
Gregorian calendar arithmetically.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from audit.text.fold import fold
from audit.text.tables import rows

_NAMES: Final = {
    calendar: [row[1] for row in listed]
    for calendar, listed in groupby(rows("calendars.tsv", __package__), key=itemgetter(0))
}
# Months of Latin, Greek and Cyrillic scripts by their shortest unambiguous prefixes, folded; a row a month.
MONTHS: Final = tuple(_NAMES["prefixes"])
# Gregorian year before year 1 of each era: 民國 (1912) and the Buddhist era.
ERAS: Final = {
    "民國": 1911,
    "民国": 1911,
    "中華民國": 1911,
    "令和": 2018,
    "平成": 1988,
    "昭和": 1925,
    "大正": 1911,
    "明治": 1867,
}
_BUDDHIST, _FIRST_BUDDHIST, _LAST_BUDDHIST = 543, 2443, 2642
_CENTURY, _BUDDHIST_CENTURIES = 100, 2500
# First day of Persian year 1 by the 33-year leap cycle, which is exact for the years accepted.
_PERSIAN_EPOCH: Final = date(622, 3, 21)
_CYCLE, _CYCLE_DAYS, _LEAPS = 33, 12053, (1, 5, 9, 13, 17, 22, 26, 30)
_LONG_MONTHS, _FIRST_PERSIAN, _LAST_PERSIAN = 6, 1244, 1472
_HAN: Final = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "元": 1}
_NUMBER: Final = r"[0-9]{1,3}|[〇○零元一二三四五六七八九十百]{1,6}"
# Digits of other scripts, mapped code point by code point: Arabic, Persian, Devanagari, Bengali, Gujarati, Tamil,
# Telugu, Thai, Lao, Burmese, Khmer.
_ZEROS: Final = (0x660, 0x6F0, 0x966, 0x9E6, 0xAE6, 0xBE6, 0xC66, 0xE50, 0xED0, 0x1040, 0x17E0)
_DIGITS: Final = {zero + n: ord("0") + n for zero in _ZEROS for n in range(10)}


class CalendarDay(NamedTuple):
    """A date, and its span in the line."""

    year: int
    month: int
    day: int
    start: int
    end: int


def _months(*lists: str) -> dict[str, int]:
    # Names of two words were split at spaces: rejoin where no slash is adjacent.
    found: dict[str, int] = {}
    for names in lists:
        words = re.split(r" (?!الثاني|الأول)", names)
        found |= {fold(name): number for number, month in enumerate(words, 1) for name in month.split("/")}
    return found


def _any_of(months: dict[str, int]) -> str:
    return "|".join(re.escape(name) for name in sorted(months, key=lambda name: (-len(name), name)))


def _pattern(months: dict[str, int], before: str, between: str, year: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\d)(?P<d>\d\d?) ?{before}(?P<m>{_any_of(months)}){between}(?P<y>{year})(?!\d)")


_NAMED: Final = _months(*_NAMES["gregorian"])
_THAI_MONTHS: Final = _months(*_NAMES["thai"])
_PERSIAN_MONTHS: Final = _months(*_NAMES["persian"])
# Levantine newspapers name a month twice: 5 آذار/مارس 2024.
_GREGORIAN_DATE: Final = _pattern(_NAMED, "(?:ב-?)?", r"(?: ?[/(] ?[^\W\d]{3,9}\)?)?[ ,،]{1,2}", r"(?:19|20)\d\d")
_MONTH_FIRST: Final = re.compile(rf"(?P<m>{_any_of(_NAMED)}) (?P<d>\d\d?)[,،]? (?P<y>(?:19|20)\d\d)(?!\d)")
# Two-digit Thai years are Buddhist: 67 is 2567.
_THAI_DATE: Final = _pattern(_THAI_MONTHS, "", r" ?(?:พ\.ศ\. ?|ค\.ศ\. ?)?", r"(?:19|2[0456])\d\d|[5-9]\d(?![:.]?\d)")
_PERSIAN_DATE: Final = _pattern(_PERSIAN_MONTHS, "(?:ماه )?", "(?: ماه)? ", r"1[34]\d\d")
# In purely numeric dates the digits identify the Persian calendar.
_PERSIAN_NUMBERS: Final = re.compile(
    r"(?<![۰-۹])(?P<y>۱[۳۴][۰-۹]{2})(?P<s>[/.-])(?P<m>[۰-۹]{1,2})(?P=s)(?P<d>[۰-۹]{1,2})(?![۰-۹])"
)
# In purely numeric dates the year identifies the Thai calendar.
_THAI_NUMBERS: Final = re.compile(r"(?<!\d)(?P<d>\d\d?)(?P<s>[/.-])(?P<m>\d\d?)(?P=s)(?P<y>25[4-9]\d)(?!\d)")
_VIETNAMESE_MONTHS: Final = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_VIETNAMESE_DATE: Final = re.compile(
    rf"(?<!\d)(?P<d>\d\d?) (?:tháng|thg) (?P<m>\d\d?|{_any_of(_VIETNAMESE_MONTHS)})(?: năm |, ?| )"
    r"(?P<y>(?:19|20)\d\d)(?!\d)"
)
_ERA_DATE: Final = re.compile(rf"(?P<e>{'|'.join(ERAS)}) ?(?P<y>{_NUMBER})年 ?(?P<m>{_NUMBER})月 ?(?P<d>{_NUMBER})日")
# The leading digits of Gregorian years in Han numerals.
HAN_YEARS: Final = tuple(f"{two}{nought}{ten}" for two in "二" for nought in "〇○零0o" for ten in "〇○零0o一二")
# Every line with such a date contains one of these: a cheap test for most lines.
HINTS: Final = (
    *(*_NAMED, *_THAI_MONTHS, *_PERSIAN_MONTHS, *ERAS),
    *(" tháng ", " thg ", "۱۳", "۱۴", "/25", ".25", "-25", "/๒๕"),
)
ASCII_HINTS: Final = tuple(hint for hint in HINTS if hint.isascii())


def with_plain_digits(line: str) -> str:
    """Return the line with digits of these scripts as ASCII, code point for code point."""
    return line if line.isascii() else line.translate(_DIGITS)


def find_days(line: str) -> Iterator[CalendarDay]:
    """Yield the dates of these forms in a folded line; they may not exist in the calendar.

    >>> [day[:3] for day in find_days("15 اسفند 1402")]
    [(2024, 3, 5)]
    """
    if not any(hint in line for hint in (ASCII_HINTS if line.isascii() else HINTS)):
        return
    for match in _PERSIAN_NUMBERS.finditer(line):
        yield from _persian_day(match, int(match["m"]))
    line = with_plain_digits(line)
    for form in (_GREGORIAN_DATE, _MONTH_FIRST):
        for match in form.finditer(line):
            yield _day(match, int(match["y"]), _NAMED[match["m"]], int(match["d"]))
    for match in _THAI_DATE.finditer(line):
        year = int(match["y"])
        year += _BUDDHIST_CENTURIES if year < _CENTURY else 0
        year -= _BUDDHIST if _FIRST_BUDDHIST <= year <= _LAST_BUDDHIST else 0
        yield _day(match, year, _THAI_MONTHS[match["m"]], int(match["d"]))
    for match in _THAI_NUMBERS.finditer(line):
        yield _day(match, int(match["y"]) - _BUDDHIST, int(match["m"]), int(match["d"]))
    for match in _VIETNAMESE_DATE.finditer(line):
        month = _VIETNAMESE_MONTHS.get(match["m"]) or int(match["m"])
        yield _day(match, int(match["y"]), month, int(match["d"]))
    for match in _ERA_DATE.finditer(line):
        year, month, day = (number_in(match[part]) for part in "ymd")
        yield _day(match, year + ERAS[match["e"]], month, day)
    for match in _PERSIAN_DATE.finditer(line):
        yield from _persian_day(match, _PERSIAN_MONTHS[match["m"]])


def _persian_day(match: re.Match[str], month: int) -> Iterator[CalendarDay]:
    found = _from_persian(int(match["y"]), month, int(match["d"]))
    if found:
        yield _day(match, found.year, found.month, found.day)


def _day(match: re.Match[str], year: int, month: int, day: int) -> CalendarDay:
    return CalendarDay(year, month, day, match.start(), match.end())


def number_in(text: str) -> int:
    """Return a number below 1,000, in digits or Han numerals."""
    if text.isdecimal():
        return int(text)
    if not any(char in text for char in "十百"):
        return int("".join(str(_HAN[char]) for char in text))
    total, last = 0, 0
    for char in text:
        if char in "十百":
            total, last = total + (last or 1) * (10 if char == "十" else 100), 0
        else:
            last = _HAN[char]
    return total + last


def _from_persian(year: int, month: int, day: int) -> date | None:
    """Convert a Persian solar date; None if it does not exist or is outside the cycle's validity."""
    leap = year % _CYCLE in _LEAPS
    longest = 31 if month <= _LONG_MONTHS else 30 if month < len(_PERSIAN_MONTHS) or leap else 29
    if not (_FIRST_PERSIAN <= year <= _LAST_PERSIAN and 1 <= day <= longest):
        return None
    cycles, years = divmod(year - 1, _CYCLE)
    leaps = sum(n <= years for n in _LEAPS)
    days = cycles * _CYCLE_DAYS + years * 365 + leaps + 30 * (month - 1) + min(month - 1, _LONG_MONTHS) + day - 1
    return _PERSIAN_EPOCH + timedelta(days=days)
