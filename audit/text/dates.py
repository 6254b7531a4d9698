"""Absolute dates as printed in bylines, in many languages; relative dates are not resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from functools import lru_cache
from typing import Final

from audit.text import calendars

# October in Croatian, which writes a full stop after the day, and November in Polish, which does not.
_LISTOPADA: Final = re.compile(r"\d\. ?listopada")
# The longest prefix wins: marraskuu does not match mar.
_LONGEST_FIRST: Final = (9, 8, 7, 6, 5, 4, 3)
_STEMS: Final = {stem: number for number, stems in enumerate(calendars.MONTHS, 1) for stem in stems.split()}
_CHINESE: Final = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | dict.fromkeys("零○0o", "0") | {"元": "1"}
_YEAR: Final = r"(?P<y>(?:19|20)\d\d)"
_WORD: Final = r"(?P<m>(?!\d)\w{3,12})\.?"
_NUMERIC: Final = re.compile(
    rf"(?<!\d)(?<!\d[-/.]){_YEAR}\s?(?P<s>[-/.年년•])\s?(?P<m>\d\d?)\s?(?:(?P=s)|[月월])\s?(?P<d>[0-2]\d|3[01]|\d)(?:\s?[日일])?"
)
# A year directly followed by a second date (30.01.202430. Januar 2024) ends where that begins.
_DAY_FIRST: Final = re.compile(
    rf"(?<![\d.])(?P<d>\d\d?)(?P<s>[-/.])\s?(?P<m>\d\d?)(?P=s)\s?{_YEAR}(?!\d(?!\d?\. ?[^\W\d]))"
)
_NAMED_DAY_FIRST: Final = re.compile(
    rf"(?<!\d)(?P<d>\d\d?)(?:st|nd|rd|th|er|ten|[º°ª»\"”])?(?:[.,]?[ /-]|\.)(?:de |of |d['’])?"
    rf"{_WORD}(?: |-|/|[,،] |(?<=\.))"
    rf"(?:de |del )?{_YEAR}(?!\d)"
)
# Year-first formats of Hungarian, Lithuanian and Latvian newspapers: 2024 m. kovo 14 d.; 2024. gada 14. marts.
_NAMED_YEAR_FIRST: Final = re.compile(
    rf"(?<![\d.]){_YEAR}(?:[.,]| m\.)?(?P<s>[ -]){_WORD}(?P=s)(?P<d>\d\d?)(?=[.,-]|\s|$)"
)
_NAMED_AFTER_YEAR: Final = re.compile(rf"(?<![\d.]){_YEAR}\. gada (?P<d>\d\d?)\. ?{_WORD}")
_NAMED_MONTH_FIRST: Final = re.compile(rf"(?<!\w){_WORD} (?P<d>\d\d?)(?:st|nd|rd|th)?,? {_YEAR}(?!\d)")
# The form of the C library: Thu Mar 14 07:10:22 2024.
_NAMED_YEAR_LAST: Final = re.compile(
    rf"(?<!\w){_WORD} (?P<d>\d\d?) \d\d:\d\d(?::\d\d)? (?:[a-z]{{3,4}} )?{_YEAR}(?!\d)"
)
# Months in Roman numerals: 14.III.1924; 14 III 2024; 2024. III. 14.
_ROMANS: Final = dict(
    zip(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), range(1, 13), strict=True)
)
_ROMAN_WORD: Final = "(?P<m>i{1,3}|i[vx]|vi{0,3}|xi{0,2})"
# Between blanks one letter is none: 5 x 2020.
_ROMAN: Final = re.compile(rf"(?<![\d.])(?P<d>\d\d?)(?P<s>\. ?|[/-]| (?=[ivx]{{2}})){_ROMAN_WORD}(?P=s){_YEAR}(?!\d)")
_ROMAN_YEAR_FIRST: Final = re.compile(rf"(?<![\d.]){_YEAR}\. ?{_ROMAN_WORD}\. ?(?P<d>\d\d?)(?=[.,]|\s|$)")
# Years of the Republic of China without its name: 113年3月14日.
_REPUBLICAN: Final = re.compile(r"(?<![\d第])(?P<y>1[01]\d)年 ?(?P<m>\d\d?)月 ?(?P<d>\d\d?)日")
# Days before 1900 name their month: 14 February 1891; October the 9th, 1783.
_OLD_YEAR: Final = r"(?P<y>1[5-8]\d\d)(?!\d)"
_OF_OLD: Final = re.compile(rf"(?<!\d){_OLD_YEAR}")
_OLD: Final = (
    re.compile(
        rf"(?<!\d)(?P<d>\d\d?)(?:st|nd|rd|th|er|ten|[º°ª])?[.,]? (?:de |of )?{_WORD},? (?:de |del )?{_OLD_YEAR}"
    ),
    re.compile(rf"(?<!\w){_WORD} (?:the )?(?P<d>\d\d?)(?:st|nd|rd|th)?,? {_OLD_YEAR}"),
)
# A two-digit year is recognised if the line has nothing else, 25.4.24 (24.03.05 is ambiguous), or by a time after it,
# am 27.04.24 um 07:39 Uhr; with am or pm the month is first: 12/18/23 4:02pm.
_SHORT: Final = r"(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<y>1[5-9]|[2-4]\d)"
_SHORT_YEAR: Final = re.compile(rf"^{_SHORT}$")
_SHORT_AND_TIME: Final = re.compile(
    rf"(?<![\d.]){_SHORT}(?=(?:,| [|·–-])? (?:um |à )?\d\d?[:.h]\d\d(?::\d\d)?(?: ?uhr| ?h)?$)"
)
_AMERICAN_SHORT: Final = re.compile(
    r"(?<![\d/])(?P<m>\d\d?)/(?P<d>\d\d?)/(?P<y>1[5-9]|[2-4]\d)(?=,? (?:at )?\d\d?:\d\d ?[ap]\.?m\b)"
)
_CENTURY, _OF_OURS = 100, 2000
# English dates, also where a page lost the spaces around them: "Ada Finch" + "Dec 5, 2023" + "10:15 PM".
_GLUED: Final = re.compile(
    r"(?P<m>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    rf"nov(?:ember)?|dec(?:ember)?)\.? (?P<d>\d\d?)(?:st|nd|rd|th)?,? {_YEAR}"
    r"(?=\d{1,2}:\d\d|\d* (?:shares|views|comments|(?:year|yr|month|mo|week|wk|day|hour|hr|min)s?\b)|\D|$)"
)
_HAN: Final = re.compile(
    r"(?P<y>[一二][〇○零0o一二三四五六七八九]{3})年(?P<m>\d\d?|十?[一二]|[元一二三四五六七八九十])月(?P<d>\d\d?|[一二三四五六七八九十]{1,3})日"
)
_FORMS: Final = (
    _NUMERIC,
    _DAY_FIRST,
    _NAMED_DAY_FIRST,
    _NAMED_MONTH_FIRST,
    _NAMED_YEAR_FIRST,
    _NAMED_AFTER_YEAR,
    _GLUED,
    _SHORT_YEAR,
    _SHORT_AND_TIME,
    _AMERICAN_SHORT,
    _HAN,
    _NAMED_YEAR_LAST,
    _ROMAN,
    _ROMAN_YEAR_FIRST,
    _REPUBLICAN,
)
_TIME: Final = re.compile(
    r"[\s,日일.|·t\-–/at@àklohum]{0,12}?(?:\([^\W\d_]\) ?)?(?P<noon>오전 ?|오후 ?|上午 ?|下午 ?)?"
    r"(?P<h>[01]?\d|2[0-3])(?:[:.h点时時]|시 ?)(?P<min>[0-5]\d)"
    r"(?::(?P<sec>[0-5]\d))?\s?(?P<half>[ap]\.?m\b\.?)?"
)
_HALVES: Final = {"오전": "am", "오후": "pm", "上午": "am", "下午": "pm"}
# A time of day is searched in this many characters after a date.
_TIME_REACH: Final = 30
_NOON: Final = 12
# Results for lines up to this length are cached.
_RECALLED: Final = 80
_MONTHS_OF_A_YEAR: Final = 12
# What follows the name of a zone, unless it is another word (west gate).
_ENDS: Final = r"(?=\)?(?:$| ?[|·•,;–-]| by ))"
# US time zones, and times with seconds and AM/PM, imply month before day. CST is China's, too.
_AMERICAN: Final = re.compile(
    r"[\s,at]{1,5}[01]?\d:[0-5]\d(?::[0-5]\d ?[ap]m\b| ?[ap]\.?m\.? ?\(?(?:[ecmp][sd]?t|eastern|pacific)\b)|"
    rf"[\s,at]{{1,5}}[0-2]?\d:[0-5]\d(?::[0-5]\d)? ?\(?[emp][sd]?t{_ENDS}"
)
# Elsewhere in the English-speaking world and in Europe the day leads.
_NOT_AMERICAN: Final = re.compile(
    r"[\s,at]{1,5}[0-2]?\d[:.][0-5]\d(?:[:.][0-5]\d)? ?(?:[ap]\.?m\.?)? ?\(?"
    rf"(?:gmt(?: ?\+ ?\d\d?)?(?! ?-)|bst|ist|[cew]es?t|msk|a[ecw][sd]t|nz[sd]t|sast|[ecw]at|hkt|sgt){_ENDS}"
)


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date in a line: `at` includes the time of day if stated, otherwise midnight; offsets into the line."""

    at: datetime
    has_time: bool
    start: int
    end: int


def find(line: str, *, day_first: bool | None = None) -> list[StatedDate]:
    """Return the absolute dates in a folded line (audit.text.fold), in order.

    03/04/2024 is skipped unless `day_first` resolves it. Nonexistent dates are skipped.

    >>> [s.at.isoformat() for s in find("published 2024-02-0518:21")]
    ['2024-02-05T18:21:00']
    """
    return list(_recalled(line, day_first) if len(line) <= _RECALLED else _found(line, day_first))


@lru_cache(maxsize=1 << 12)
def _recalled(line: str, day_first: bool | None) -> tuple[StatedDate, ...]:  # noqa: FBT001 - a key of the cache
    """Return the cached result of `find` for a short line: dates recur within a page and a corpus."""
    return _found(line, day_first)


def _found(line: str, day_first: bool | None) -> tuple[StatedDate, ...]:  # noqa: FBT001 - as above
    printed, line = line, calendars.with_plain_digits(line)
    found = [s for m in _matches(line) if (s := _stated(m, line, day_first=day_first)) is not None]
    for told in calendars.find_days(printed):
        stated = _dated(line, (told.year, told.month, told.day), (told.start, told.end))
        found += [stated] if stated else []
    if not found and _OF_OLD.search(line):
        found = [s for form in _OLD for m in form.finditer(line) if (s := _stated(m, line, day_first=day_first))]
    # Overlapping matches of several forms are one date; the longest match wins.
    widest = {s.end: s for s in sorted(found, key=lambda s: -s.start)}
    return tuple(sorted(widest.values(), key=lambda s: s.start))


def _matches(line: str) -> Iterator[re.Match[str]]:
    """Yield the matches of all forms, without months that end a name (giuffridamar 5, 2025)."""
    glued = {match.end(): match.start() for match in _GLUED.finditer(line)}
    for form in _FORMS:
        for match in form.finditer(line):
            if form is not _NAMED_MONTH_FIRST or glued.get(match.end(), 0) <= match.start():
                yield match


def rest(line: str, stated: list[StatedDate]) -> int:
    """Return the number of characters of a line outside its dates."""
    return len(line) - sum(s.end - s.start for s in stated)


def _stated(match: re.Match[str], line: str, *, day_first: bool | None) -> StatedDate | None:
    if _AMERICAN.match(line, match.end()):
        day_first = False
    elif day_first is None and _NOT_AMERICAN.match(line, match.end()):
        day_first = True
    numbers = _numbers(match, day_first=day_first)
    return None if numbers is None else _dated(line, numbers, match.span())


def _dated(line: str, numbers: tuple[int, int, int], span: tuple[int, int]) -> StatedDate | None:
    try:
        day = datetime(*numbers)  # noqa: DTZ001 - a date as printed; no zone is stated, none is assumed
    except ValueError:
        return None
    clock, end = _clock(line, span[1])
    return StatedDate(datetime.combine(day, clock or time()), clock is not None, span[0], end)


def _numbers(match: re.Match[str], *, day_first: bool | None) -> tuple[int, int, int] | None:
    year, month, day = match["y"], match["m"], match["d"]
    if match.re is _HAN:
        return int("".join(_CHINESE[c] for c in year)), _han_number(month), _han_number(day)
    if match.re is _REPUBLICAN:
        return int(year) + calendars.ERAS["民國"], int(month), int(day)
    if month in _ROMANS:
        return int(year), _ROMANS[month], int(day)
    if not month.isdigit():
        number = next((_STEMS[month[:n]] for n in _LONGEST_FIRST if month[:n] in _STEMS), None)
        number = 10 if _LISTOPADA.search(match[0]) else number
        return None if number is None else (int(year), number, int(day))
    if match.re is _DAY_FIRST:
        return _ordered(match, day_first=day_first)
    return int(year) + (_OF_OURS if int(year) < _CENTURY else 0), int(month), int(day)


def _ordered(match: re.Match[str], *, day_first: bool | None) -> tuple[int, int, int] | None:
    """Return year, month, day of `first/second/year`; with dots the day comes first, with slashes it depends."""
    year, first, second = int(match["y"]), int(match["d"]), int(match["m"])
    if second > _MONTHS_OF_A_YEAR:
        # 3.14.2021 has its month first, too; version 3.14.2021a is none.
        return None if match.string[match.end() : match.end() + 1].isalpha() else (year, first, second)
    if match["s"] == "." or first > _MONTHS_OF_A_YEAR or first == second:
        return year, second, first
    if day_first is False:
        return year, first, second
    return (year, second, first) if day_first else None


def _han_number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    units = int("".join(_CHINESE[c] for c in ones) or "0")
    return units + (10 * int("".join(_CHINESE[c] for c in tens) or "1") if ten else 0)


def _clock(line: str, end: int) -> tuple[time | None, int]:
    match = _TIME.match(line[end : end + _TIME_REACH])
    if match is None:
        return None, end
    hour, half = int(match["h"]), (match["half"] or _HALVES.get((match["noon"] or "").strip(), ""))[:1]
    if half and hour > _NOON:
        # 下午 14:05 is redundant; 14:05 pm is an error.
        return (time(hour, int(match["min"])), end + match.end()) if match["noon"] else (None, end)
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return time(hour, int(match["min"]), int(match["sec"] or 0)), end + match.end()
