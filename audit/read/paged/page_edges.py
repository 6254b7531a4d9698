"""Running heads and page numbers, known by the positions of lines on the pages and by repetition."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

# Lines at the top and bottom of a page that may be running heads or feet.
_EDGE: Final = 2
# Pages on which a running head must recur; in documents of two or three pages on all but one.
_PAGES: Final = 3
PAGE: Final = r"(?:page|seite|página|pagina|стр\.?|第)"
OF: Final = "of|von|de|di|sur|из|/"
_TOTAL: Final = rf"\s*(?:{OF}|共)\s*\d{{1,5}}"
_NUMBER: Final = re.compile(
    rf"{PAGE}?\s*[-–—\[(|·]*\s*(?P<n>\d{{1,5}}|(?-i:[ivxlcIVXLC]{{1,7}}))\s*[-–—\])|·页頁]*(?:[,，]?{_TOTAL}\s*[-–—\])|页頁]*)?",
    re.IGNORECASE,
)
_AT_AN_END: Final = re.compile(rf"^(\d{{1,5}})\s|\s(\d{{1,5}})(?:{_TOTAL})?$", re.IGNORECASE)
_LONGEST_HEAD: Final = 100
# Minimum share of pages with page numbers.
_OFTEN: Final = 4
_DIGITS: Final = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)


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


def running_lines(lines: Sequence[PrintedLine], pages: int) -> set[int]:
    """Return the indexes of lines that recur at the edges of the `pages` pages, and of page numbers."""
    edges = list(_edges(lines))
    seen: defaultdict[tuple[str, bool], set[int]] = defaultdict(set)
    inner = [(number, is_top) for numbers, is_top in edges for number in numbers]
    for number, is_top in inner:
        seen[_levelled(lines[number].text), is_top].add(lines[number].page)
    least = _PAGES if pages > _PAGES else max(2, pages - 1)
    recurring = {key for key, found in seen.items() if key[0] and len(found) >= least}
    alone = (_offset(lines[number]) for number, _ in inner)
    counts = Counter(offset for offset in alone if offset is not None)
    numbered = Counter(offset for number, _ in inner for offset in _offsets(lines[number]))
    # A number alone, as on the first page of an article, is one where those in the heads of other pages go on from it.
    steady = {offset for offset, count in counts.items() if count > 1 or numbered[offset] > 1}
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
    """Return the letters of a line with numbers unified; '' without letters, and for a line longer than a head."""
    if len(text) > _LONGEST_HEAD:
        return ""
    said = "".join(filter(str.isalpha, _DIGITS.sub("", text.casefold())))
    return said and f"{said}{'#' if _DIGITS.search(text) else ''}"


def _offset(line: PrintedLine) -> int | None:
    """Return a page number minus the page's index, equal on all pages; None if it is no page number."""
    number = number_alone(line.text)
    return None if number is None else number - line.page


def number_alone(text: str) -> int | None:
    """Return the page number that a line is, perhaps with a word for pages and their total; None if it is none."""
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    return int(found["n"]) if found["n"].isdigit() else _roman(found["n"])


def _offsets(line: PrintedLine) -> set[int]:
    """Return the same for the numbers at either end of a short line."""
    found = _AT_AN_END.findall(line.text) if len(line.text) <= _LONGEST_HEAD else []
    return {int(number) - line.page for pair in found for number in pair if number}


def _roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[sign] for sign in text.lower()]
    return sum(-one if one < other else one for one, other in pairwise([*values, 0]))
