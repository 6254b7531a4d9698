"""Tell whether a text only quotes mojibake, in code or between quotation marks, as who writes about it does."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

# What opens and what closes; an apostrophe does neither.
_MARKS: Final = tuple(
    (re.compile(opened), re.compile(closed))
    for opened, closed in (
        ("`", "`"),
        ('"', '"'),
        ("«", "»"),
        ("“|„", "”|“"),
        ("「", "」"),
        (r"(?:(?<!\w)|(?<=\b[bBuU]))'", r"'(?!\w)"),
    )
)
_FENCE: Final = re.compile("^ {0,3}(?:```|~~~)", re.MULTILINE)
_FOREIGN: Final = re.compile("[^\x00-\x7f]")


def is_all_quoted(text: str, places: Sequence[tuple[int, int]]) -> bool:
    """Return whether what passages have beyond ASCII is quoted: within a line, or between two lines of a fence.

    `places` are where each begins and ends, in one line.
    """
    fences = [match.start() for match in _FENCE.finditer(text)]
    return all(_is_fenced(fences, start) or _is_quoted(text, start, end) for start, end in places)


def _is_fenced(fences: Sequence[int], at: int) -> bool:
    before = bisect_right(fences, at)
    return before % 2 == 1 and before < len(fences)


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether what a passage has beyond ASCII stands between the first and the last mark of one kind in its line."""
    first, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[first : stop if stop >= 0 else len(text)]
    beyond = [match.start() for match in _FOREIGN.finditer(line, start - first, end - first)]
    return any(left < beyond[0] and beyond[-1] < right for left, right in _between_marks(line))


def _between_marks(line: str) -> Iterator[tuple[int, int]]:
    """Yield of each kind of marks where the first opens and the last closes."""
    for opened, closed in _MARKS:
        left = opened.search(line)
        if left is not None:
            yield left.start(), max((match.start() for match in closed.finditer(line, left.end())), default=0)
