"""Plain text files, also of printed pages, as programs take them from a PDF: a form feed or a number between pages.

Of those running heads and page numbers go; words divided at a line end, sentences divided by a page, and the full lines
of scripts without spaces are joined; all other lines stay as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from audit.read.paged.page_breaks import FilledLine, may_be_printed, numbers_of_pages
from audit.read.paged.page_edges import PrintedLine, running_lines
from audit.read.paged.printed import continued, goes_on, inner_words, is_divided, is_unspaced, said_of
from audit.read.reader import Opened, Reader, Records
from audit.read.record import Record
from audit.read.texts.cut import Cut, Piece, cut_out

# Programs' sources have form feeds on lines of their own.
_PAGE: Final = re.compile(rb"\n\x0c[^\r\n]")
_LINE: Final = re.compile(r"[^\S\n\f]*(?P<text>\S(?:[^\n\f]*\S)?)")
# Minimum length of a full line, longer than verses, and minimum share of the longest one.
_FULL, _FILLED = 20, 0.9


class _Line(NamedTuple):
    printed: PrintedLine
    start: int
    end: int


def _read(file: Opened) -> Records:
    raw = file.whole()
    found = cut_out(raw, _cut) if is_paged(raw) or may_be_printed(raw) else None
    yield found if found and (found.remark or is_paged(raw)) else Record(raw=raw, source="")


PLAIN: Final = Reader("text", _read, many=False)


def is_paged(raw: bytes) -> bool:
    """Return whether bytes are text with a form feed before a page."""
    return b"\n\x0c" in raw and _PAGE.search(raw) is not None


def _cut(text: str) -> Cut:
    rows = list(_rows(text))
    numbers = [] if "\f" in text.strip("\f\n") else numbers_of_pages(rows)
    breaks = [rows[number].end for number in numbers] or [found.start() for found in re.finditer("\f", text)]
    if not rows or not breaks:
        return Cut([Piece(0, len(text))])
    lines = list(_lines(text, rows, breaks))
    gone = running_lines([line.printed for line in lines], lines[-1].printed.page - lines[0].printed.page + 1) | {
        *numbers
    }
    # Where most of the text recurs, it is no head.
    size = [len(line.printed.text) for line in lines]
    gone = gone if 2 * sum(size[number] for number in gone) <= sum(size) else set()
    kept = [line for number, line in enumerate(lines) if number not in gone]
    dropped = [lines[number].printed.text for number in sorted(gone)]
    return Cut(list(_pieces(text, kept)), remark=said_of(dropped) or None)


def _rows(text: str) -> Iterator[FilledLine]:
    line = at = 0
    for found in _LINE.finditer(text):
        line, at = line + text.count("\n", at, found.start("text")), found.start("text")
        yield FilledLine(found["text"], *found.span("text"), line)


def _lines(text: str, rows: Sequence[FilledLine], breaks: Sequence[int]) -> Iterator[_Line]:
    """Yield the rows with the page that they are on; a page ends at each break."""
    for number, row in enumerate(rows):
        left, top = float(row.start - text.rfind("\n", 0, row.start) - 1), -float(number)
        printed = PrintedLine(row.text, bisect_left(breaks, row.end), left, left + len(row.text), top, top - 1)
        yield _Line(printed, row.start, row.end)


def _pieces(text: str, lines: Sequence[_Line]) -> Iterator[Piece]:
    """Yield the lines with what separates them: consecutive ones of a page as they are, others joined or parted."""
    words = inner_words(line.printed.text for line in lines)
    start, joint = lines[0].start if lines else 0, ""
    full = max(_FULL, _FILLED * max((len(line.printed.text) for line in lines), default=0))
    for before, line in pairwise(lines):
        said, following = before.printed.text, line.printed.text
        gap = text[before.end : line.start]
        is_paged = before.printed.page != line.printed.page
        is_full = len(said) >= full and is_unspaced(said, following)
        if (is_paged or gap.count("\n") == 1) and (
            is_divided(said, following) or ((is_paged or is_full) and goes_on(said, following))
        ):
            whole = continued(said, following, words)
            yield Piece(start, before.end - (len(whole) < len(said)), joint)
            start, joint = line.start, " " if whole.endswith(" ") else ""
        elif is_paged or gap.strip():
            yield Piece(start, before.end, joint)
            start, joint = line.start, "\n\n" if gap.count("\n") > 1 else "\n"
    if lines:
        yield Piece(start, lines[-1].end, joint)
