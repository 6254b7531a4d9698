"""Reflow of printed lines: running heads and page numbers removed, hyphenation joined, a line per paragraph.

Decided by the positions of lines on the pages, and by repetition.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from audit.read.refusal import quoted


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of page `page` (from 0), with the bounding box of its font in points from the lower left."""

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """The font height."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Flowing:
    """The reflowed text, and the lines removed: running heads, page numbers, tables of contents."""

    text: str
    dropped: tuple[str, ...]

    def said(self) -> str:
        """Return the ledger's sentence about the removed lines; '' if there are none."""
        if not self.dropped:
            return ""
        shown = ", ".join(quoted(text) for text in list(dict.fromkeys(self.dropped))[:_SHOWN])
        count = len(self.dropped)
        return (
            f"dropped {count:,} line{'s' * (count > 1)} as page headers, page numbers and table of contents, such "
            f"as {shown}"
        )


_SHOWN: Final = 3
# Lines at the top and bottom of a page that may be running heads or feet.
_EDGE: Final = 2
# Pages on which a running head must recur; in documents of two or three pages on all but one.
_PAGES: Final = 3
_NUMBER: Final = re.compile(
    r"(?:page|seite|página|pagina|стр\.?|第)?\s*[-–—\[(|·]*\s*(?P<n>\d{1,5}|[ivxlc]{1,7})\s*"
    r"(?:[-–—\])|·页頁]*|(?:of|von|de|di|sur|из|/|共)\s*\d{1,5}\s*[页頁]?)",
    re.IGNORECASE,
)
_AT_AN_END: Final = re.compile(r"^(\d{1,5})\s|\s(\d{1,5})$")
_LONGEST_HEAD: Final = 100
# Minimum share of pages with page numbers.
_OFTEN: Final = 4
_DIGITS: Final = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
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


def flowing(lines: Iterable[PrintedLine], pages: int) -> Flowing:
    """Reflow the lines of a document with `pages` pages."""
    held = list(lines)
    furniture = _furniture(held, pages) | {n for n, line in enumerate(held) if _LEADERS.search(line.text[-_TAIL:])}
    kept = [line for number, line in enumerate(held) if number not in furniture]
    dropped = tuple(held[number].text for number in sorted(furniture))
    return Flowing("\n".join(_paragraphs(kept)), dropped)


def _furniture(lines: Sequence[PrintedLine], pages: int) -> set[int]:
    """Return the indexes of lines that recur at page edges, and of page numbers."""
    edges = list(_edges(lines))
    seen: defaultdict[tuple[str, bool], set[int]] = defaultdict(set)
    inner = [(number, is_top) for numbers, is_top in edges for number in numbers]
    for number, is_top in inner:
        seen[_levelled(lines[number].text), is_top].add(lines[number].page)
    least = _PAGES if pages > _PAGES else max(2, pages - 1)
    recurring = {key for key, found in seen.items() if key[0] and len(found) >= least}
    counts = Counter(offset for number, _ in inner for offset in {_offset(lines[number])} - {None})
    steady = {offset for offset, count in counts.items() if count > 1}
    numbered = Counter(offset for number, _ in inner for offset in _offsets(lines[number]))
    # Running heads that change by chapter contain the page number.
    bare = {lines[number].page for number, _ in inner if _offset(lines[number]) in steady}
    certain = {offset for offset, count in numbered.items() if count >= max(_PAGES, pages // _OFTEN)}

    found: set[int] = set()
    for numbers, is_top in edges:
        # From the edge inwards: lines behind a text line belong to the text.
        for number in numbers:
            line = lines[number]
            is_known = (_levelled(line.text), is_top) in recurring or _offset(line) in steady
            if not is_known and (line.page in bare or certain.isdisjoint(_offsets(line))):
                break
            found.add(number)
    return found


def _edges(lines: Sequence[PrintedLine]) -> Iterator[tuple[list[int], bool]]:
    """Yield the indexes of the top and bottom lines of each page, and whether they are the top ones."""
    of_page: defaultdict[int, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        of_page[line.page].append(number)
    for numbers in of_page.values():
        by_height = sorted(numbers, key=lambda number: -lines[number].top)
        half = len(by_height) // 2
        yield by_height[: min(_EDGE, half)], True
        yield by_height[: max(half, len(by_height) - _EDGE) - 1 : -1] if half else by_height, False


def _levelled(text: str) -> str:
    """Return the letters of a line with numbers unified; '' without letters."""
    said = "".join(filter(str.isalpha, _DIGITS.sub("", text.casefold())))
    return said and f"{said}{'#' if _DIGITS.search(text) else ''}"


def _offset(line: PrintedLine) -> int | None:
    """Return a page number minus the page's index, equal on all pages; None if it is no page number."""
    found = _NUMBER.fullmatch(line.text)
    if found is None:
        return None
    number = int(found["n"]) if found["n"].isdigit() else _roman(found["n"])
    return number - line.page


def _offsets(line: PrintedLine) -> set[int]:
    """Return the same for the numbers at either end of a short line."""
    found = _AT_AN_END.findall(line.text) if len(line.text) <= _LONGEST_HEAD else []
    return {int(number) - line.page for pair in found for number in pair if number}


def _roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[sign] for sign in text.lower()]
    return sum(-one if one < other else one for one, other in pairwise([*values, 0]))


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
    columns, words = _columns(lines), _words(lines)
    held = [lines[0].text] if lines else []
    for (before, line), column in zip(pairwise(lines), columns, strict=False):
        if _is_new(before, line, column):
            yield _ended(held)
            held = [line.text]
        else:
            held[-1:] = [_before(held[-1], line.text, words), line.text]
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


def _words(lines: Sequence[PrintedLine]) -> set[str]:
    """Return the words within lines, which show how a hyphenated word is spelled."""
    return {word for line in lines for word in _WORD.findall(line.text.casefold())[:-1]}


def _before(line: str, following: str, words: set[str]) -> str:
    """Return a line joined to its continuation: with a blank, or without its hyphen."""
    if line[-1] in _HYPHENS and line[-2:-1].isalpha() and following[0].islower():
        first, second = _WORD.findall(line[-_LONGEST_WORD:-1])[-1:], _WORD.match(following)
        both = (first[0] if first else "").casefold(), (second[0] if second else "").casefold()
        is_hyphenated = "-".join(both) in words and "".join(both) not in words
        return f"{line[:-1]}-" if is_hyphenated else line[:-1]
    line = f"{line[:-1]}-" if line[-1] == _SOFT else line
    is_wide = _WIDE.match(line[-1]) and _WIDE.match(following[0])
    return line if is_wide or line[-1] == "-" else f"{line} "
