"""Text of printed pages, as programs take it from a PDF: a form feed before each page.

Running heads and page numbers go, words divided at a line end and sentences divided by a page are joined; all other
lines stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from audit.read.formatted.page_edges import PrintedLine, running_lines
from audit.read.formatted.printed import Flowing, continued, goes_on, inner_words, is_divided
from audit.read.reader import Opened, Reader, Records
from audit.read.texts.cut import Cut, Piece, cut_out

# Programs' sources have form feeds on lines of their own.
_PAGE: Final = re.compile(rb"\n\x0c[^\s]")
_LINE: Final = re.compile(r"[^\S\n\f]*(?P<text>\S(?:[^\n\f]*\S)?)")


class _Line(NamedTuple):
    printed: PrintedLine
    start: int
    end: int


def _read(file: Opened) -> Records:
    yield cut_out(file, _cut)


def _cut(text: str) -> Cut:
    lines, pages = list(_lines(text)), text.strip("\f\n").count("\f") + 1
    gone = running_lines([line.printed for line in lines], pages)
    kept = [line for number, line in enumerate(lines) if number not in gone]
    dropped = tuple(lines[number].printed.text for number in sorted(gone))
    return Cut(list(_pieces(text, kept)), remark=Flowing("", dropped).said() or None)


def _lines(text: str) -> Iterator[_Line]:
    page = row = at = 0
    for found in _LINE.finditer(text):
        between = text.count("\f", at, found.start("text"))
        page, row, at = page + between, row + 1, found.start("text")
        left, width = float(found.start("text") - found.start()), float(len(found["text"]))
        printed = PrintedLine(found["text"], page, left, left + width, -float(row), -float(row) - 1)
        yield _Line(printed, found.start("text"), found.end("text"))


def _pieces(text: str, lines: Sequence[_Line]) -> Iterator[Piece]:
    """Yield the lines with what separates them: consecutive ones of a page as they are, others joined or parted."""
    words = inner_words(line.printed.text for line in lines)
    start, joint = lines[0].start if lines else 0, ""
    for before, line in pairwise(lines):
        said, following = before.printed.text, line.printed.text
        gap = text[before.end : line.start]
        is_paged = before.printed.page != line.printed.page
        if (is_paged or gap.count("\n") == 1) and (
            is_divided(said, following) or (is_paged and goes_on(said, following))
        ):
            whole = continued(said, following, words)
            yield Piece(start, before.end - (len(whole) < len(said)), joint)
            start, joint = line.start, " " if whole.endswith(" ") else ""
        elif is_paged or gap.strip():
            yield Piece(start, before.end, joint)
            start, joint = line.start, "\n\n" if gap.count("\n") > 1 else "\n"
    if lines:
        yield Piece(start, lines[-1].end, joint)


PAGED: Final = Reader("printed pages", _read, begins=lambda head: _PAGE.search(head) is not None, many=False)
