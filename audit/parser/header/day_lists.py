"""Texts with many dates, each of something: lists of articles, matches, versions, diaries. None is the text's own."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import polars as pl

from audit.text import dates
from audit.text.punctuation import LETTER

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# Minimum lines that are only a date, and maximum letters of prose per date, in a list of articles.
LISTED, _TO_EACH = 4, 80
_FOOTER: Final = ("rights_notice", "footer_links")
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
# The heading of what was published in a month, its maximum characters, and the minimum days on lines of their own.
_IN_HAN: Final = rf"{_YEAR} ?年 ?{_NUMBER} ?月"
_MONTHLY: Final = re.compile(
    r"(?:(?:monthly )?archives?|archives (?:mensuelles|du mois)|monats-?archiv|archiv|archivos?(?: mensual(?:es)?)?|"
    r"archivio(?: mensile)?|arquivos?(?: mensa(?:l|is))?|maandarchief|archief|archiwum|архивы?|"
    r"归档|歸檔|月別アーカイブ|月份彙整|月度归档|彙整)"
    r"(?:\s?[:—–-]| (?:for|of|from|für|vom|von|pour|de|del|di|do|voor|van|za|за)) ?"
    rf"(?:{_MONTH},?(?: de)? {_YEAR}|{_IN_HAN})|"
    rf"{_IN_HAN}(?:份|の|的)? ?(?:归档|歸檔|存档|彙整|アーカイブ|記事一覧)"
)
_LONGEST_HEADING, _SOME = 48, 2
_TIMED: Final = pl.col("folded").str.contains("[0-9]:[0-9][0-9]")
# Thu Apr  6 16:39:25 PDT 2017.
_STAMP: Final = rf"{_MONTH} +{_NUMBER} [0-9:]{{5,8}}(?: {LETTER}{{3,5}})? {_YEAR}"
# What the shapes of lines leave of addresses, days, times with their zones, numbers, and names.
_ADDRESS: Final = "<[^<>]*>"
_CLOCK: Final = r"\b[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[+-][0-9]{4})?"
_MARKED: Final = r"[\w.+~:-]*[0-9][\w.+~:-]*"
_WORDS: Final = rf"{LETTER}+(?:[ .'’-]+{LETTER}+)*"
# Shapes of lines that say no more than a day behind a label or a weekday: those are in headers, too.
_BARE: Final = r"^\W*(?:a[:,]? )?#\W*$|^[^#]*$"
# Maximum characters of a line with the day of a teaser, and lines from one to the next, and
# to that of another list.
_LONGEST_TEASED, _NARROWEST, _WIDEST, _APART = 80, 2, 8, 40
# Share of days from each of which to the next one goes back.
_MOSTLY: Final = 0.9
# Maximum characters of a line with the day of an entry.
_LONGEST_ENTRY: Final = 200
# Letters of a Chinese clause, and words of grammar of another, that are more than a day.
_CLAUSE_HAN, _CLAUSE = 12, 3


class DayLists(NamedTuple):
    """Which documents are lists of dates; the lines that are only a date, and those that begin or end with one."""

    documents: Flags
    alone: Ints
    rows: Ints


def day_lists(pages: Pages) -> DayLists:
    """Return the date lists of a batch; in documents with few dates `rows` are those alone."""
    digits = pages.lines["digit"].to_numpy()
    # Dates of comments below an article do not make it a list, nor do years of rights and numbers of registrations.
    own = pages.dated & (np.arange(len(digits)) < pages.ends(pages.opening)[pages.document]) & ~pages.cued(_FOOTER)
    alone = np.flatnonzero(own & (pages.chars <= _DAY_ALONE) & (digits > _OF_A_MONTH))
    likely = own & (pages.chars <= _LONGEST_ROW) & ~pages.closed(".。")
    few = np.bincount(pages.document[likely], minlength=len(pages)) >= _FEW
    rows = np.union1d(alone, pages.holding(_ROW, likely & few[pages.document]))
    prose = np.bincount(pages.document[pages.said], pages.weight[pages.said], len(pages))
    days, told = (np.bincount(pages.document[some], minlength=len(pages)) for some in (alone, rows))
    prose_beside = prose - np.bincount(pages.document[rows], pages.weight[rows] * pages.content[rows], len(pages))
    many = (days >= LISTED) & (prose < _TO_EACH * days)
    some = (told >= _FEW) & (prose_beside < _TO_EACH * told)
    some |= (days >= _SOME) & _is_monthly(pages)
    return DayLists(many | some | _is_told_daily(pages, rows), alone, rows)


def is_announcing(pages: Pages) -> Flags:
    """Return which lines are clauses that announce a list: The boat is sold on 3 May, as the court decided:."""
    speaks = (pages["wide"] >= _CLAUSE_HAN) | (pages["words"] >= _CLAUSE)
    found: Flags = pages.closed(":：") & (pages["pauses"] > 0) & speaks
    return found


def in_histories(pages: Pages) -> Flags:
    """Return which lines of plain texts are from the first to the last of several days in lines of one shape.

    Those date the entries of a history: `-- Ada Finch <ada@example.org>  Mon, 3 May 2021 10:04:00 +0200`,
    `Revision 2 (2001-06-06)`, `1991/06/04: v1.31`.
    """
    likely = pages.dated & pages.is_plain[pages.document] & (pages.chars <= _LONGEST_ENTRY)
    likely &= (np.bincount(pages.document[likely], minlength=len(pages)) >= _FEW)[pages.document]
    rows = np.flatnonzero(likely)
    if not len(rows):
        return likely
    lines = pl.DataFrame({"document": pages.document[rows], "shape": shapes(pages.picked(rows))})
    several = (pl.len().over("document", "shape") >= _FEW) & ~pl.col("shape").str.contains(_BARE)
    entries = rows[lines.select(several).to_series().to_numpy()]
    marks = np.zeros(len(likely) + 1, np.int64)
    last = np.flatnonzero(np.diff(pages.document[entries], append=-1))
    np.add.at(marks, pages.earliest(entries, pages.edges[1:])[pages.document[entries[last]]], 1)
    np.add.at(marks, entries[last] + 1, -1)
    found: Flags = np.cumsum(marks[:-1]) > 0
    return found


def days_of_teasers(pages: Pages) -> Ints:
    """Return the rows with the days of teasers: most at equal distances one below the other, the newest first.

    Posts of a thread, which may be as regular, begin with the oldest.
    """
    likely = pages.dated & (pages.chars <= _LONGEST_TEASED) & ~pages.flags("sentence")
    likely &= (np.bincount(pages.document[likely], minlength=len(pages)) >= LISTED)[pages.document]
    rows = pages.holding(_ROW, likely)
    apart = (np.diff(pages.document[rows]) != 0) | (np.diff(rows) > _APART)
    runs = np.split(rows, np.flatnonzero(apart) + 1)
    found = [_evenly(run) for run in runs if len(run) >= LISTED and _falls(pages, run)]
    return np.concatenate([rows[:0], *found])


def _evenly(rows: Ints) -> Ints:
    """Return the rows from the first one on that is at about the distance from the next at which most are.

    Days right below each other are of a list of another kind.
    """
    steps = np.diff(rows)
    widths, counts = np.unique(steps, return_counts=True)
    best = int(np.argmax(counts))
    at = (np.abs(steps - widths[best]) <= 1) & (steps >= _NARROWEST) & (steps <= _WIDEST)
    at &= at.sum() >= max(LISTED - 1, len(rows) / 2)
    return rows[int(np.argmax(at)) :] if at.any() else rows[:0]


def _falls(pages: Pages, rows: Ints) -> bool:
    """Return whether the days in some rows go back, from each to the next, with few exceptions."""
    days = [day[0].at for line in pages.texts(rows) if (day := dates.find(line, day_first=None)[:1])]
    back = sum(a >= b for a, b in itertools.pairwise(days))
    return len(days) >= LISTED and max(days) > min(days) and back >= _MOSTLY * (len(days) - 1)


def shapes(lines: pl.Series) -> pl.Series:
    """Return the shapes of folded lines: their marks, with # for a day, 0 for what has digits, and a for words."""
    shaped = pl.col("folded").str
    steps = ((_ADDRESS, "<>"), (f"{_STAMP}|{_DAY}", "#"), (_CLOCK, ""), (_MARKED, "0"), (_WORDS, "a"), (r"\s+", " "))
    for pattern, left in steps:
        shaped = shaped.replace_all(pattern, left).str
    return lines.alias("folded").to_frame().select(shaped.strip_chars()).to_series()


def _is_monthly(pages: Pages) -> Flags:
    """Return which documents begin with the heading of what was published in a month."""
    high = pages.dated & (np.arange(len(pages.lines)) <= pages.opening[pages.document])
    rows = np.flatnonzero(high & (pages.chars <= _LONGEST_HEADING))
    headings = [bool(_MONTHLY.fullmatch(line)) for line in pages.texts(rows)]
    return np.isin(np.arange(len(pages)), pages.document[rows[np.array(headings, bool)]])


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
