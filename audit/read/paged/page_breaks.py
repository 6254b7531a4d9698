"""Pages of plain text without form feeds, known by their numbers: rising by one, where they part lines of a sentence.

Chapters, verses, tables and lists are numbered, too, but no number of theirs stands inside sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Final, NamedTuple

from audit.read.paged.page_edges import OF, PAGE, number_alone
from audit.read.paged.printed import goes_on

# At an end of a running head, behind a wide gap or after a word for pages: 12    The river; Page 1 of 2.
_BESIDE: Final = re.compile(
    rf"^(?P<first>\d{{1,5}})(?:\t| {{3,}})\S"
    rf"|(?:\t| {{3,}}|\s{PAGE}\s?)(?P<last>\d{{1,5}})(?:\s?(?:{OF})\s?\d{{1,5}})?$",
    re.IGNORECASE,
)
_STATED: Final = re.compile(rf"(?:\b{PAGE}\s?(?=\d)|://).*?\d\s?(?:{OF}|[页頁].?\s?共)\s?(?P<total>\d+)", re.IGNORECASE)
# Maximum mean length of printed lines in bytes, and maximum characters of a head.
_WRAPPED, _LONGEST = 160, 100
# Minimum lines and letters of a page; minimum letters of a printed line, and the share of the usual one of a full one.
_LINES, _LETTERS, _SHORTEST, _FULL = 2, 40, 25, 0.8
# Maximum lines between the number and where the sentence goes on: a running head, a note.
_REACH: Final = 3
# Minimum number of sentences that numbers part, and the inverse of their share.
_PARTED, _SHARE = 2, 3
# Where a sentence ends inside a line, as in prose: clauses of laws and verses without stops end where their lines do.
_INSIDE: Final = re.compile(r"[.!?][\"'”’)\]]* +[\"'“‘(\[]*[^\Wa-z\d_]|[。！？][^。！？」』”’）\s]")

# How lines end that have a number inside (- 12 -, 第 3 页), their most bytes, and what longer ones have.
_SIGNS: Final = 24
_OF_HEADS: Final = (b"   ", b"\t", b"://", b"age ", b"eite ", b"gina ")
_DIGITS: Final = re.compile(rb"\d{1,5}")
# Minimum letters of a running head.
_NAMED: Final = 6
_LAST: Final = "页頁-–—)]|·"
_ENDS: Final = tuple(sign.encode(codec) for sign in _LAST for codec in ("utf-8", "gb18030"))

# A chain of numbers: its length, its last row, and the chain before.
_Chain = tuple[int, int, "_Chain | None"]


class FilledLine(NamedTuple):
    """A line that is not blank: its text without white space around it, where that is, and its number."""

    text: str
    start: int
    end: int
    line: int


def may_be_printed(raw: bytes) -> bool:
    """Return whether bytes are of short lines, two of which have numbers that may be of pages: n, and n + 1 below."""
    if len(raw) > _WRAPPED * (raw.count(b"\n") + 1):
        return False
    seen: dict[int, int] = {}
    for at, line in enumerate(raw.split(b"\n")):
        held = line.strip() if len(line) <= 4 * _LONGEST else b""
        is_edge = held[:1].isdigit() or held[-1:].isdigit() or held.endswith(_ENDS)
        if is_edge and (len(held) <= _SIGNS or any(sign in held for sign in _OF_HEADS)):
            numbers = _numbers(held)
            if any(at - seen.get(number - 1, at) > _LINES for number in numbers):
                return True
            seen |= dict.fromkeys(numbers, at)
    return False


def _numbers(line: bytes) -> set[int]:
    """Return the page number of a line, or all numbers in one that is not of UTF-8."""
    if b"\0" not in line:
        with suppress(UnicodeDecodeError):
            number = _number(line.decode().strip())
            return set() if number is None else {number}
    return {int(number) for number in _DIGITS.findall(line)}


def numbers_of_pages(rows: Sequence[FilledLine]) -> list[int]:
    """Return the indexes of the lines with the page numbers of a text, [] if it shows no pages."""
    found = _longest(rows)
    if len(found) < _PARTED:
        return []
    heads = [rows[at].text for at in found]
    if _are_of_one_total(heads) or _are_outside(heads):
        return found
    usual = max(_SHORTEST, sorted(len(row.text) for row in rows)[len(rows) * 3 // 4])
    parted = sum(_is_parted(rows, at, _FULL * usual) for at in found)
    if parted < max(_PARTED, len(found) / _SHARE):
        return []
    return found if sum(len(_INSIDE.findall(row.text)) for row in rows) >= parted else []


def _are_of_one_total(heads: Sequence[str]) -> bool:
    """Return whether heads say of how many pages theirs is, all the same: `第1回 4/12` and `第2回 5/10` are days."""
    totals = {match and match["total"] for match in map(_STATED.search, heads)}
    return len(totals) == 1 and None not in totals


def _are_outside(heads: Sequence[str]) -> bool:
    """Return whether heads have their numbers at the outer edge: even ones on the left, odd ones on the right."""
    found = [match for head in heads if (match := _BESIDE.search(head))]
    sides = {(match["first"] is not None, int(match["first"] or match["last"]) % 2) for match in found}
    are_named = all(sum(map(str.isalpha, head)) >= _NAMED for head in heads)
    return len(heads) > _PARTED and are_named and len(found) == len(heads) and sides == {(True, 0), (False, 1)}


def _longest(rows: Sequence[FilledLine]) -> list[int]:
    """Return the rows of the longest run of numbers that rise by one, a page apart."""
    chains: dict[int, _Chain] = {}
    best: _Chain | None = None
    for at, row in enumerate(rows):
        number = _number(row.text)
        if number is None:
            continue
        before = chains.get(number - 1)
        chain: _Chain = (before[0] + 1, at, before) if before and _is_apart(rows, before[1], at) else (1, at, None)
        if number not in chains or chain[0] >= chains[number][0]:
            chains[number] = chain
        best = max(best or chain, chain, key=lambda one: one[0])
    return [*_rows_of(best)][::-1]


def _rows_of(chain: _Chain | None) -> Iterator[int]:
    while chain:
        yield chain[1]
        chain = chain[2]


def _number(line: str) -> int | None:
    """Return the page number that a line is, or has at an end; None without one."""
    if len(line) > _LONGEST or not (line[0].isdigit() or line[-1].isdigit() or line[-1] in _LAST):
        return None
    alone = number_alone(line)
    if alone is not None:
        return alone if line[-1:] not in "ivxlcIVXLC" else None
    found = _BESIDE.search(line)
    return int(found["first"] or found["last"]) if found else None


def _is_apart(rows: Sequence[FilledLine], above: int, below: int) -> bool:
    between = rows[above + 1 : min(below, above + 1 + _LETTERS)]
    return len(between) >= _LINES and sum(len(row.text) for row in between) >= _LETTERS


def _is_parted(rows: Sequence[FilledLine], at: int, full: float) -> bool:
    """Return whether above a number are two full lines in a row, of a sentence that goes on below."""
    if at < _LINES or any(len(row.text) < full for row in rows[at - _LINES : at]) or _gap(rows, at - 1) > 1:
        return False
    below = [n for n in range(at + 1, min(at + 1 + _REACH, len(rows))) if n == at + 1 or _gap(rows, n) > 1]
    return any(goes_on(rows[at - 1].text, rows[n].text) for n in below)


def _gap(rows: Sequence[FilledLine], at: int) -> int:
    """Return how many lines a row is below the one above."""
    return rows[at].line - rows[at - 1].line
