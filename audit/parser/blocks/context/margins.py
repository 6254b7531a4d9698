"""The first and last characters of blocks as integers, in which most punctuation marks are looked up."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# Code points kept of a block's end, and bits each: a mark, a closing quote and a bracket.
TAIL: Final = 3
_BITS: Final = 21
POINT: Final = (1 << _BITS) - 1
# References to notes, behind the full stop of a sentence; and characters they have at most.
_NOTES: Final = re.compile(r"(?:\[(?:[0-9]{1,3}|[a-z]|(?:note|n|注|註) ?[0-9]{1,3})\])+$")
_LONGEST_NOTES: Final = 24


def closing(points: NDArray[np.uint32], first: Ints, last: Ints) -> Ints:
    """Return the last code points of the blocks from `first` to `last`, the very last in the lowest bits.

    References to notes at the end ("… on Sundays.[2]") are passed over.
    """
    last = _before_notes(points, first, last)
    found = np.zeros(len(first), np.int64)
    for place in range(min(TAIL, len(points))):
        at = last - 1 - place
        found |= np.where(at >= first, points[at], 0).astype(np.int64) << (_BITS * place)
    return found


def _before_notes(points: NDArray[np.uint32], first: Ints, last: Ints) -> Ints:
    """Return the ends of the blocks without references to notes."""
    last = last.copy()
    for row in np.flatnonzero((last > first) & (points[last - 1] == ord("]"))).tolist():
        low = max(int(first[row]), int(last[row]) - _LONGEST_NOTES)
        notes = _NOTES.search("".join(map(chr, points[low : last[row]].tolist())))
        if notes and low + notes.start() > first[row]:
            last[row] = low + notes.start()
    return last


def are_marks(points: NDArray[np.uint32] | Ints, marks: str) -> Flags:
    """Return which code points are one of the marks."""
    known = _known(marks)
    found: Flags = known[np.minimum(points, len(known) - 1)]
    return found


@cache
def _known(marks: str) -> Flags:
    """Return for each code point up to the one behind the highest mark whether it is a mark."""
    points = [ord(mark) for mark in marks]
    known = np.zeros(max(points, default=0) + 2, np.bool_)
    known[points] = True
    return known


def ends(closes: Ints, marks: str, behind: str = "") -> Flags:
    """Return which ends (from `closing`) are one of the marks, possibly followed by one or two of those `behind` it."""
    found = np.zeros(len(closes), np.bool_)
    passed = ~found
    for place in range(TAIL if behind else 1):
        point = closes >> (_BITS * place) & POINT
        found |= passed & are_marks(point, marks)
        passed = passed & are_marks(point, behind)
    return found


def trails_off(closes: Ints, full_stops: int = TAIL) -> Flags:
    """Return which ends are an ellipsis: the character, or that many full stops."""
    dots = sum(ord(".") << (_BITS * place) for place in range(full_stops))
    found: Flags = ends(closes, "…") | (closes & ((1 << _BITS * full_stops) - 1) == dots)
    return found
