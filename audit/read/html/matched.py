"""Alignment of a page's lines with an extractor's main text: lines kept and lines lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from audit.read.html.layout import Line
from audit.read.html.marks import HEADER_LINES, PROSE, SHORT, STRUCTURE, size_of
from audit.text import dates
from audit.text.fold import fold, letters_of

# Shorter lines occur anywhere and are matched by all their letters; bytes of letters (size_of).
_FEW: Final = 12
# Distance in letters in which a line is searched after the previous match.
REACH: Final = 1 << 14
# Every date has a digit, or a year in Han numerals.
_COUNTED: Final = re.compile(r"[\d年]")
# A word for the author and a name.
_BY: Final = re.compile(
    r"(?:(?:[Ww]ritten )?[Bb]y|BY|Von|Par|Por) (?:[^\W\d_a-zß-ÿ][^\s\d,:;!?]*(?: |, | and | und | et | y )?){1,6}$|"
    r"(?:作者|记者|記者|撰文|文|글)\s?[:：/／|｜]?\s?[^\s\d。，]{2,12}$"
)
# Number of joined lines from which the extractor's line ends are not trusted.
_RUN_TOGETHER: Final = 3


@dataclass(frozen=True, slots=True)
class MatchedLines:
    """Which lines of a page the extractor kept, and what share of its letters they have."""

    found: Sequence[bool]
    share: float
    is_run_together: bool

    @staticmethod
    def of(own: Sequence[Line], extracted: str) -> MatchedLines:
        """Align the texts. Linear: a line is searched near its predecessor, or by all its letters."""
        parts = letters_of(extracted.split("\n"))
        whole, exact, at, kept, inside = "".join(parts), set(parts), 0, 0, 0
        found = []
        for line in own:
            said = line.said
            place = -1
            if size_of(said) >= _FEW:
                # Also backwards: a repeated line of code may have led too far ahead.
                place = whole.find(said, at, at + REACH)
                place = place if place >= 0 else whole.find(said, max(0, at - REACH), at + len(said))
            is_found = place >= 0 or (bool(said) and said in exact)
            at = place + len(said) if place >= 0 else at
            kept += len(said) if is_found else 0
            inside += place >= 0 and said not in exact
            found.append(is_found)
        is_run = inside >= _RUN_TOGETHER and 2 * inside >= sum(found)
        return MatchedLines(found, kept / max(1, len(whole)), is_run)


def taken_of(own: Sequence[Line], found: Sequence[bool]) -> tuple[list[int], list[int]]:
    """Return the indexes of the lines of the main text, and which of them the extractor lost."""
    first, last = _region(own, found)
    lost = [
        number
        for number in range(first, last)
        if not found[number] and not own[number].furniture and _is_lost(own[number])
    ]
    wanted = {*lost, *(number for number in range(first, last) if found[number])}
    for is_set, run in groupby(range(first, last), lambda n: own[n].is_set and not own[n].furniture):
        if is_set and not wanted.isdisjoint(held := list(run)):
            # Lines without letters, such as brackets, are matched by those around them.
            wanted |= {n for n in held if not own[n].said}
    headings = [n for n in range(first, last) if n not in wanted and _leads(own, n, wanted)]
    body = next((n for n in range(first, last) if found[n] and size_of(own[n].said) >= PROSE), first)
    header = [n for n in range(first, min(body, first + HEADER_LINES)) if n not in wanted and is_header(own[n])]
    return sorted({*wanted, *headings, *header}), sorted({*lost, *headings})


def _region(own: Sequence[Line], found: Sequence[bool]) -> tuple[int, int]:
    """Return the extent of the main text: from its headline to the last list after the last kept line."""
    kept = [number for number, is_kept in enumerate(found) if is_kept and size_of(own[number].said) >= _FEW]
    first, last = (kept[0], kept[-1] + 1) if kept else (0, 0)
    heads = [number for number in range(first) if own[number].level == 1 and not own[number].furniture]
    while last < len(own) and _goes_on(own, last):
        last += 1
    return (heads[-1] if heads else first), last


def _goes_on(own: Sequence[Line], number: int) -> bool:
    line = own[number]
    if line.kind == "heading" and number + 1 < len(own):
        following = own[number + 1]
        return _is_structure(following) and not (line.is_linked or line.furniture)
    return _is_structure(line)


def _is_structure(line: Line) -> bool:
    return line.kind in STRUCTURE and not (line.is_linked or line.furniture)


def _is_lost(line: Line) -> bool:
    said = line.said
    if line.is_linked or line.role or not said:
        return False
    return line.kind in STRUCTURE or (line.kind == "paragraph" and size_of(said) >= PROSE)


def _leads(own: Sequence[Line], number: int, wanted: set[int]) -> bool:
    line = own[number]
    is_one = line.kind == "heading" and line.level > 1 and not (line.is_linked or line.furniture)
    return is_one and number + 1 in wanted


def is_header(line: Line) -> bool:
    """Return whether a line belongs to the header, by its markup, or by a date or the word for an author in it."""
    if line.furniture or len(line.text) > SHORT:
        return False
    if line.level == 1 or line.role in {"byline", "date"} or _BY.match(line.text):
        return True
    return _COUNTED.search(line.text) is not None and bool(dates.find(fold(line.text)))
