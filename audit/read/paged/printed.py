"""Reflow of printed lines: running heads and page numbers removed, hyphenation joined, a line per paragraph.

Decided by the positions of lines on the pages, and by repetition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from audit.read.paged.page_edges import PrintedLine, running_lines
from audit.read.refusal import quoted


@dataclass(frozen=True, slots=True)
class Flowing:
    """The reflowed text, and the lines removed: running heads, page numbers, tables of contents."""

    text: str
    dropped: tuple[str, ...]


_SHOWN: Final = 3
_LISTED: Final = re.compile(r"(?:[•·●▪■◆–*]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_END: Final = re.compile(r"[.!?。！？…:：;；][\"'”’»」』)\]]*$")
_SOFT: Final = "\N{SOFT HYPHEN}"
_HYPHENS: Final = f"-{_SOFT}\N{HYPHEN}"
# Dot leaders in a table of contents.
_LEADERS: Final = re.compile(r"(?:\. ?){6,}\s?(?:\d{1,5}|[ivxlc]{1,7})$", re.IGNORECASE)
_TAIL: Final = 200
# Maximum characters of a word, or of a run of signs after a sentence.
_LONGEST_WORD, _SIGNS = 100, 8
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Chinese and Japanese lines break anywhere and are joined without a blank.
_WIDE: Final = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
# A paragraph starts after this many line pitches, at this change of font height, or at this indent in heights.
_GAP, _TALLER, _INDENT = 1.35, 0.15, 0.8
# A line ending this far before the margin, in column widths, is the last of its paragraph, or a heading.
_SHORT, _HEADING = 0.12, 0.4


def said_of(dropped: Sequence[str]) -> str:
    """Return the ledger's sentence about removed lines; '' if there are none."""
    if not dropped:
        return ""
    shown = ", ".join(quoted(text) for text in list(dict.fromkeys(dropped))[:_SHOWN])
    lines = f"{len(dropped):,} line{'s' * (len(dropped) > 1)}"
    return f"dropped {lines} as page headers, page numbers and table of contents, such as {shown}"


def flowing(lines: Iterable[PrintedLine], pages: int) -> Flowing:
    """Reflow the lines of a document with `pages` pages."""
    held = list(lines)
    furniture = running_lines(held, pages) | {n for n, line in enumerate(held) if _LEADERS.search(line.text[-_TAIL:])}
    kept = [line for number, line in enumerate(held) if number not in furniture]
    dropped = tuple(held[number].text for number in sorted(furniture))
    return Flowing("\n".join(_paragraphs(kept)), dropped)


@dataclass(frozen=True, slots=True)
class _Column:
    """Usual line spacing and margins of a column of consecutive lines."""

    pitch: float
    left: float
    right: float

    @property
    def width(self) -> float:
        return max(1.0, self.right - self.left)


def _paragraphs(lines: Sequence[PrintedLine]) -> Iterator[str]:
    columns, words = _columns(lines), inner_words(line.text for line in lines)
    held = [lines[0].text] if lines else []
    for (before, line), column in zip(pairwise(lines), columns, strict=False):
        if _is_new(before, line, column):
            yield _ended(held)
            held = [line.text]
        else:
            held[-1:] = [continued(held[-1], line.text, words), line.text]
    if held:
        yield _ended(held)


def _ended(parts: list[str]) -> str:
    whole = "".join(parts)
    return f"{whole[:-1]}-" if whole.endswith(_SOFT) else whole


def _columns(lines: Sequence[PrintedLine]) -> list[_Column]:
    """Return the column of each line."""
    pitches = [a.bottom - b.bottom for a, b in pairwise(lines) if a.page == b.page and a.bottom > b.bottom]
    usual = median(pitches) if pitches else 0.0
    runs: list[list[PrintedLine]] = []
    for line in lines:
        if runs and _is_below(runs[-1][-1], line):
            runs[-1].append(line)
        else:
            runs.append([line])
    made = (_Column(usual, min(one.left for one in run), max(one.right for one in run)) for run in runs)
    return [column for run, column in zip(runs, made, strict=True) for _ in run]


def _is_below(before: PrintedLine, line: PrintedLine) -> bool:
    return before.page == line.page and line.bottom < before.bottom


def _is_new(before: PrintedLine, line: PrintedLine, column: _Column) -> bool:
    """Return whether a line starts a paragraph."""
    if before.text[-1] in _HYPHENS and before.text[-2:-1].isalpha() and line.text[0].isalpha():
        return False
    if abs(before.height - line.height) > _TALLER * max(before.height, line.height) or _LISTED.match(line.text):
        return True
    left = column.right - before.right
    is_ended = _END.search(before.text[-_SIGNS:]) is not None
    if not _is_below(before, line):
        # A sentence may continue on the next page or in the next column.
        return is_ended or left > _HEADING * column.width
    is_apart = before.bottom - line.bottom > _GAP * column.pitch
    is_indented = line.left - before.left > _INDENT * line.height
    is_short = left > (_SHORT if is_ended else _HEADING) * column.width
    return is_apart or is_indented or is_short


def inner_words(lines: Iterable[str]) -> set[str]:
    """Return the words within lines, which show how a hyphenated word is spelled."""
    return {word for line in lines for word in _WORD.findall(line.casefold())[:-1]}


def is_divided(line: str, following: str) -> bool:
    """Return whether a hyphen at the end of a line divides a word that the next one carries on."""
    return line[-1] in _HYPHENS and line[-2:-1].isalpha() and following[0].islower()


def goes_on(line: str, following: str) -> bool:
    """Return whether the last line of a page ends inside a sentence that the next page carries on."""
    is_open = _END.search(line[-_SIGNS:]) is None
    return is_open and (following[0].islower() or is_unspaced(line, following))


def is_unspaced(line: str, following: str) -> bool:
    """Return whether nothing is between two lines of one sentence: both are of a script without spaces."""
    return bool(_WIDE.match(line[-1]) and _WIDE.match(following[0]))


def continued(line: str, following: str, words: set[str]) -> str:
    """Return a line as its continuation needs it: with a blank, without its hyphen, or with the hyphen of its word.

    `words` are those that the text has within lines.
    """
    if is_divided(line, following):
        first, second = _WORD.findall(line[-_LONGEST_WORD:-1])[-1:], _WORD.match(following)
        both = (first[0] if first else "").casefold(), (second[0] if second else "").casefold()
        is_hyphenated = "-".join(both) in words and "".join(both) not in words
        return f"{line[:-1]}-" if is_hyphenated else line[:-1]
    line = f"{line[:-1]}-" if line[-1] == _SOFT else line
    return line if is_unspaced(line, following) or line[-1] == "-" else f"{line} "
