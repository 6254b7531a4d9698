"""Who wrote an article, told by place: beside its day, below a label, in a line with a trade. Null when in doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from audit.parser.header.publisher import Named
from audit.parser.header.site_names import LABELS
from audit.parser.header.title import NO_TITLE
from audit.parser.tables.people import BYLINE_LABELS, NO_PERSON, PARTICLES, TRADE, TRADE_ALONE, TRADES

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]

# A byline stands so many blocks above a headline or below it, and at most one below the first paragraph.
_ABOVE, _BELOW, _LEAD = 4, 14, 1
# Longer lines (code points) say more than who wrote; longer names are none.
_LONGEST, _LONGEST_NAME = 120, 40
# Names of a person, and words of a name, beside particles (de, van, bin).
_LEAST_WORDS, _MOST_WORDS, _MOST_PEOPLE = 2, 4, 3
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’-](?=[^\W\d_])){0,19}\.?")
_JOINED: Final = re.compile(r"\s?(?:,|;|/|&|\band\b|\bund\b|\by\b|\bet\b|\be\b)\s?")
# What stands between a name and the day in one line, or follows it: the name is what is before.
_CUT: Final = re.compile(
    r"\s?(?:[|•·]|\s[–—-]\s|(?:Published|Posted|Updated|Last [Uu]pdated|Aktualisiert)|"
    r"(?=(?:on )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d)|(?=\d{1,2}[.:/-]?\d)).*$"
)
# A line that says when, though no day: 4 months ago.
_WHEN: Final = re.compile(r"Published|Posted|Updated|Publicerad|Aktualisiert|\bago$|^vor \d")
# Degrees behind a name; a name that the word before it says the writer's, in a line that tells a day.
_DEGREES: Final = re.compile(
    r"(?:,| -)? ?(?:(?:M\.?D|Ph\.? ?D|D\.?O|M\.?S|M\.?A|M\.?B\.?A|B\.?A|B\.?Sc|M\.?Sc|M\.?P\.?H|R\.?D\.?N?|"
    r"L\.?D\.?N?|R\.?N|N\.?P|CPA|CFA|CFP|J\.?D|DVM|DDS|DPT|FACP|FAAFP|FOMA|LCSW|Esq)\b\.?®?,? ?)+$"
)
_BY: Final = re.compile(r"(?:^|\s|(?<=\d)|,)(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or)\s(?P<name>[^|•·\d]{4,60})")
_ENDS: Final = re.compile(
    r"\s(?:[Ii]n|[Oo]n|[Uu]nder|[Ll]eave|[Uu]pdated|[Pp]ublished|[Pp]osted|am|le|el)\b.*$|\s{2}.*$|\s[-–—]\s.*$"
)
_LABEL: Final = re.compile(
    r"^(?:Autorin/Autor|Posted [Bb]y|Written [Bb]y|Written & edited by|Words?:|Von:|Words by|Author:|Texte?:)\s?"
)
_CREDIT: Final = re.compile(r"(?:Foto|Photo|Image|Picture|Bild|Credit|Fot)\b", re.IGNORECASE)
_DAY: Final = re.compile(r"(?:19|20)\d\d(?!\d)|\d[./]\d\d?[./]\d\d")
_GLUED: Final = re.compile(r"^(?:By|by|Von)(?=[A-ZÀ-Þ][a-zß-ÿ])")


def find_authors(
    pages: Pages, headlines: Ints, days: Mapping[int, int], stated: Sequence[Named | None]
) -> list[Named | None]:
    """Return for each document its author; `days` are the rows of its day, `stated` what a byline says anywhere.

    A byline beside the headline is believed before one that stands elsewhere.
    """
    found = list(stated)
    first, end = _zones(pages, headlines)
    at = np.array([-1 if named is None else named.row for named in stated], np.int64)
    looked = np.flatnonzero((headlines != NO_TITLE) & ~((first <= at) & (at < end)))
    steps = np.zeros(len(pages.lines) + 1, np.int64)
    steps[first[looked]] += 1
    np.add.at(steps, end[looked], -1)
    rows = np.flatnonzero((np.cumsum(steps)[:-1] > 0) & (pages.chars <= _LONGEST))
    told = pages.lines.select("text")[rows].select("text", trade=pl.col("text").str.contains(TRADE))
    printed, trades = told["text"].to_list(), set(rows[told["trade"].to_numpy()].tolist())
    bounds = np.searchsorted(rows, np.stack([first[looked], end[looked]], axis=1)).tolist()
    numbers = rows.tolist()
    for number, top, (low, high) in zip(looked.tolist(), headlines[looked].tolist(), bounds, strict=True):
        lines = dict(zip(numbers[low:high], printed[low:high], strict=True))
        found[number] = next(_told(lines, trades, top, days.get(number)), found[number])
    return found


def _zones(pages: Pages, headlines: Ints) -> tuple[Ints, Ints]:
    """Return for each document the first row in which a byline may stand, and the row behind the last."""
    end = np.minimum(np.minimum(pages.last, headlines + _BELOW), np.maximum(pages.opening, headlines) + 1 + _LEAD)
    return np.maximum(pages.first, headlines - _ABOVE), end


def _told(lines: Mapping[int, str], trades: Container[int], top: int, day: int | None) -> Iterator[Named]:
    """Yield the names that the lines state, the surest first; `trades` are the rows that name a writer's trade."""
    below = {row: line for row, line in lines.items() if row > top}
    for told in (_labelled(lines), _employed(below, trades), _dated(below, day), _said(lines)):
        yield from (Named(name, row, "byline" if row != day else "") for row, name in told)


def _labelled(lines: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """Yield the rows and names that a label is glued to, or stands above."""
    for row, line in lines.items():
        glued = _without(_LABEL, _without(_GLUED, line))
        if glued != line and (name := _person(_CUT.sub("", glued))):
            yield row, name
        label = line.casefold().strip(" :—–-")
        if label in BYLINE_LABELS and (name := _person(_CUT.sub("", lines.get(row + 1, "")))):
            yield row + 1, name


def _without(label: re.Pattern[str], line: str) -> str:
    """Return a line without the label that it begins with."""
    found = label.match(line)
    return line[found.end() :] if found else line


def _employed(lines: Mapping[int, str], trades: Container[int]) -> Iterator[tuple[int, str]]:
    """Yield the rows and names that a trade follows, in the line or on the next."""
    for row, line in lines.items():
        trade = TRADES.search(line) if row in trades else None
        before = line[: trade.start()].strip(" ,·") if trade else line
        is_told = trade or (row + 1 in trades and TRADE_ALONE.match(lines.get(row + 1, "")))
        if is_told and (name := _person(before)):
            yield row, name


def _dated(lines: Mapping[int, str], day: int | None) -> Iterator[tuple[int, str]]:
    """Yield the rows and names that the day of publication stands beside; a name above a credit is a picture's."""
    for row, line in lines.items():
        after = lines.get(row + 1, "")
        beside = (day is not None and abs(row - day) <= 1) or _WHEN.search(line) or _WHEN.match(after)
        if not beside or _CREDIT.match(after):
            continue
        # Before a comma and a day stands a paper: Marl Courier, 9 March 2021.
        before = _CUT.sub("", line)
        paper = row == day and before.rstrip().endswith(",")
        if not paper and (name := _person(before)):
            yield row, name


def _said(lines: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """Yield the rows and names of lines that hold a day and say by whom: Posted on March 9, 2021 by Ada Finch."""
    for row, line in lines.items():
        match = _BY.search(line) if _DAY.search(line) else None
        if match and (name := _person(_ENDS.sub("", match["name"]))):
            yield row, name


def _person(text: str) -> str | None:
    """Return a text that is the name of one person or of a few, and nothing else."""
    name = _DEGREES.sub("", text.strip(" ,;:|/·•—–-")).strip(" ,;")
    people = _JOINED.split(name)
    if len(people) > _MOST_PEOPLE or len(name) > _LONGEST_NAME * len(people) or name.casefold() in LABELS:
        return None
    return name if all(_is_person(person.split()) for person in people) else None


def _is_person(words: list[str]) -> bool:
    said = [word for word in words if word.casefold() not in PARTICLES]
    if not _LEAST_WORDS <= len(said) <= _MOST_WORDS or words[0] != said[0] or words[-1] != said[-1]:
        return False
    if any(word.casefold().strip(".") in NO_PERSON for word in said):
        return False
    # A name is printed in capitals as a whole, or not at all.
    shouted = all(word.isupper() and len(word) > 1 for word in said)
    return all(_is_name(word, shouted=shouted) for word in said)


def _is_name(word: str, *, shouted: bool) -> bool:
    small = shouted or len(word) == 1 or not word.isupper() or word.endswith(".")
    return word[0].isupper() and small and bool(_WORD.fullmatch(word))
