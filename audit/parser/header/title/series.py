"""The first line of a series is no headline: a chapter, a day, a message or a record above others of its kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from audit.parser.header.title.own_furniture import MORE
from audit.text.calendars import number_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# Maximum characters of a line that opens a part of a text, and lines above the first part.
_LONGEST, _ABOVE = 60, 1
_HAN: Final = "〇零一二三四五六七八九十百"
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
# Jan 2019 – Present; 2009–2014 Project engineer. Lines above it that name the post and the employer.
_SPAN: Final = re.compile(
    r"^(?:[^\W\d]{3,9}\.? |\d\d?[./])?(?:19|20)\d\d ?(?:[-–—~至]|to|bis) ?"
    r"(?:(?:[^\W\d]{3,9}\.? |\d\d?[./])?(?:19|20)\d\d|"
    r"present|today|now|current|heute|aujourd'hui|actualidad|oggi|至?今|现在|現在)(?:\W|$)"
)
_HEADED, _DIGITS_OF_A_YEAR = 2, 4
# Words for the first and the second of a series.
_FIRST: Final = (
    "one|first|eins|erste[rs]?|un|une|premier|première|uno|una|primer[oa]?|prim[oa]|primeir[oa]|eerste|första|første|"
    "перв(?:ая|ый|ое)|pierwsz[aye]|첫째|첫 번째|첫번째"
)
_SECOND: Final = (
    "two|second|zwei|zweite[rs]?|deux|deuxième|seconde?|dos|segund[oa]|second[oa]|tweede|andra|anden|andre|"
    "втор(?:ая|ой|ое)|drug[aie]|둘째|두 번째|두번째"
)
_VALUE: Final = rf"\d{{1,3}}|[ivxlc]{{1,7}}|[{_HAN}]{{1,5}}|{_FIRST}|{_SECOND}"
# Counters of parts behind a number: 第三章, 3日目, 제3장, 3부.
_COUNTER: Final = "章|节|節|回|卷|幕|场|場|话|話|篇|部|集|天|日目?|讲|講|课|課|折|出|편|장|화|부|막|권|절|일|날"
# Words for parts before a number or beside an ordinal.
_PART: Final = (
    "chapter|part|book|act|scene|day|verse|stanza|canto|section|lesson|letter|episode|question|volume|night|week|"
    "kapitel|teil|buch|akt|szene|aufzug|auftritt|tag|strophe|abschnitt|lektion|brief|folge|frage|band|woche|"
    "chapitre|partie|livre|acte|scène|jour|chant|leçon|lettre|épisode|semaine|"
    "capítulo|capitolo|parte|libro|livro|acto|atto|ato|escena|scena|cena|día|giorno|dia|canto|lección|lezione|carta|"
    "hoofdstuk|deel|boek|bedrijf|dag|kapittel|del|rozdział|część|księga|dzień|"
    "глава|часть|книга|действие|акт|сцена|явление|день|письмо|урок|卷"
)
_NUMBERED: Final = re.compile(
    rf"(?:(?P<part>第|제|{_PART}) ?)?(?P<value>{_VALUE})(?: ?(?P<counter>{_COUNTER})|(?=[\s.、:)\]]|$))"
    rf"(?P<mark>[.、:)\]]?)(?: (?P<after>{_PART})\b)?"
)
# A sender and a clock time: Ada 9:02 AM.
_SENT: Final = re.compile(r"(?:\S.{0,38}\s)?\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?$")
# A word and an identifier with digits: commit 9f8e7d6.
_IDENTIFIED: Final = re.compile(r"(?P<label>[^\W\d]{2,20}):? (?=\S*\d)[0-9a-f]{7,40}$")
# A key of a list's records: - title: Fog.
_KEYED: Final = re.compile(r"[-*] (?P<label>[^\W\d]{2,20}): ")
_MESSAGES: Final = 3
# What differs between the heads of entries: mail addresses, numbers, versions, hashes, names of days and months.
_NAMED: Final = r"\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\b"
_VALUE_OF_AN_ENTRY: Final = re.compile(
    rf"[^\s<(]+@[^\s>)]+|(?<![^\W_])(?:[vr]?\d[\w.+~:/-]*|(?=\w*\d)[0-9a-f]{{12,40}}(?!\w))|{_NAMED}"
)
_ADDRESS_OR_DIGIT: Final = re.compile(r"[@\d]")
_WORDS: Final = re.compile(r"[^\W\d_]+(?:[ .'-]+[^\W\d_]+)*")
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+")
# Maximum characters of such a head, and the fewest of them that make a history.
_LONGEST_ENTRY, _ENTRIES = 100, 3
# Maximum characters of a button below an article of a list, and lines from one to the next.
_LONGEST_BUTTON, _APART = 32, 6
# A clock time before an article of a list.
_CLOCK: Final = re.compile(r"^\d{1,2}(?:h|:)\d\d(?: ?uhr)?(?: [-–|•]|:)? +\S")


class _Place(NamedTuple):
    """The series that a line belongs to, and its number in it; 0 if the series has no numbers."""

    series: tuple[str, ...]
    number: int


def first_of_series(pages: Pages) -> Ints:
    """Return the lines at the top of texts without furniture that the next of their series follows below."""
    here, first = np.arange(len(pages.lines)), pages.first[pages.document]
    short = pages.is_plain[pages.document] & (pages.chars <= _LONGEST)
    found, rows = [], np.flatnonzero(short & (here - first <= _ABOVE))
    for row, line in zip(rows.tolist(), pages.texts(rows), strict=True):
        place = _place(line)
        if place is None:
            continue
        others = np.flatnonzero(short[row + 1 : pages.last[pages.document[row]]]) + row + 1
        if _goes_on(place, filter(None, map(_place, pages.texts(others)))):
            found.append(row)
    return np.array(found, np.int64)


def entries_of_a_history(pages: Pages) -> Ints:
    """Return the heads of entries (versions, commits, people) in texts without furniture that begin with one.

    Heads have one form and each its own numbers or address: ferry (1.4-2) unstable; urgency=low.
    """
    here, first = np.arange(len(pages.lines)), pages.first[pages.document]
    likely = pages.is_plain[pages.document] & (pages.chars <= _LONGEST_ENTRY)
    likely &= pages.documents.total(likely) >= _ENTRIES
    found: list[int] = []
    rows = np.flatnonzero(likely & (here - first <= _ABOVE))
    for row, line in zip(rows.tolist(), pages.texts(rows), strict=True):
        form, values = _entry(line)
        if values:
            below = np.flatnonzero(likely[row : pages.last[pages.document[row]]]) + row
            entries = [(at, _entry(line)) for at, line in zip(below.tolist(), pages.texts(below), strict=True)]
            same = {at: said for at, (other, said) in entries if other == form}
            if _is_history(same):
                found += same
    return np.unique(np.array(found, np.int64))


def _is_history(entries: dict[int, tuple[str, ...]]) -> bool:
    """Return whether entries by row, each with its values, are several: a list from the first on, or spread over it."""
    rows = list(entries)
    is_list = len(rows) >= _ENTRIES and rows[_ENTRIES - 1] - rows[0] < _ENTRIES
    heads = {entries[row] for row in rows if is_list or row - 1 not in entries}
    return len(heads) >= _ENTRIES


def _entry(line: str) -> tuple[str, tuple[str, ...]]:
    """Return the form of a line and its numbers and addresses: commit 0 and 9f8e7d6; a <0> and ada@example.org."""
    values = tuple(_VALUE_OF_AN_ENTRY.findall(line)) if _ADDRESS_OR_DIGIT.search(line) else ()
    if not any("@" in value or any(map(str.isdigit, value)) for value in values):
        return "", ()
    form = re.sub(r"0(?:[ ,]+0)+", "0", _VALUE_OF_AN_ENTRY.sub("0", line))
    begun = _FIRST_WORD.match(form)
    kept = begun.end() if begun and not any("@" in value for value in values) else 0
    return form[:kept] + _WORDS.sub("a", form[kept:]), values


def entries_of_a_life(pages: Pages) -> Ints:
    """Return the rows of plain texts that begin with a span of years, as in a curriculum, or are right above such.

    The first line of a text is none of them, and one span is no curriculum.
    """
    likely = pages.is_plain[pages.document] & (pages.lines["digit"].to_numpy() >= _DIGITS_OF_A_YEAR)
    rows = pages.holding(_SPAN, likely)
    rows = rows[np.bincount(pages.document[rows], minlength=len(pages))[pages.document[rows]] > 1]
    near = np.unique(rows[:, None] - np.arange(_HEADED + 1))
    return near[near > pages.first[pages.document[np.maximum(near, 0)]]]


def _goes_on(place: _Place, below: Iterable[_Place]) -> bool:
    """Return whether lines below belong to the same series and, if it is numbered, the first of them is the next."""
    numbers = [other.number for other in below if other.series == place.series]
    if place.number:
        return bool(numbers) and numbers[0] == place.number + 1
    return len(numbers) + 1 >= (_MESSAGES if place.series == ("sent",) else 2)


def _place(line: str) -> _Place | None:
    numbered = _NUMBERED.match(line)
    if numbered is not None:
        part, counter, mark, after = (told or "" for told in numbered.group("part", "counter", "mark", "after"))
        value = numbered["value"]
        is_bare = not (part or counter or mark or after)
        if not (is_bare and not value.isdecimal()):
            return _Place((part or after, counter, mark), _number(value))
    if _SENT.match(line):
        return _Place(("sent",), 0)
    labelled = _IDENTIFIED.match(line) or _KEYED.match(line)
    return labelled and _Place(("label", labelled["label"]), 0)


def _number(value: str) -> int:
    """Return a number in digits, Han or Roman numerals, or of an ordinal."""
    if value.isdecimal() or value[0] in _HAN:
        return number_in(value)
    if re.fullmatch(_FIRST, value):
        return 1
    if re.fullmatch(_SECOND, value):
        return 2
    digits = [_ROMAN[char] for char in value]
    return sum(-n if n < after else n for n, after in zip(digits, [*digits[1:], 0], strict=True))


def teasers(pages: Pages, likely: Flags) -> Ints:
    """Return the flagged lines of pages that are items of lists of articles.

    Above a button to read more, with a day or sentence between, where the next such button is a few lines away; and
    behind a clock time, of several: 19h02  The ferry sails again.
    """
    here, first = np.arange(len(pages.lines)), pages.first[pages.document]
    mixed = pages.is_mixed[pages.document]
    # A button counts for the two lines above, if the next one is near.
    asked = mixed & pages.documents.near(likely, _APART + 2)
    buttons = pages.holding(MORE, asked & (pages.chars <= _LONGEST_BUTTON) & ~pages.flags("sentence"))
    beside = (np.diff(buttons) <= _APART) & (np.diff(pages.document[buttons]) == 0)
    buttons = buttons[(np.append(beside, False) | np.append(False, beside))[: len(buttons)]]
    lead = pages.meta | pages.flags("sentence")
    above = buttons - np.where(lead[np.maximum(buttons - 1, 0)], 2, 1)
    clocks = pages.holding(_CLOCK, likely & mixed & (pages["digit"] >= _MESSAGES))
    times = np.bincount(pages.document[clocks], minlength=len(pages))
    found = np.concatenate(
        [buttons, above[above >= first[buttons]], clocks[times[pages.document[clocks]] >= _MESSAGES]]
    )
    return here[likely & pages.mask(found)]
