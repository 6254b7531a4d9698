"""Fenced code blocks of Markdown."""

from __future__ import annotations

from typing import Final

import numpy as np

from audit.measure.language.segments import Pieces, firsts
from audit.measure.language.spans import Mask
from audit.text.classes import Points

# CommonMark 0.31, section 4.5: at least three, at the beginning of a line.
_SIGNS: Final = "`~"
_LENGTH: Final = 3


def in_code_fences(points: Points, found: Pieces) -> Mask:
    """Return which pieces (lines in order) are fences or between them; an unclosed last fence does not count."""
    fences = np.zeros(len(found.owner), dtype=bool)
    long = found.starts + _LENGTH <= found.ends
    for sign in _SIGNS:
        own = long.copy()
        for at in range(_LENGTH):
            own[own] = points[found.starts[own] + at] == ord(sign)
        fences |= own
    if not fences.any():
        return fences
    begin = firsts(found.owner)
    sizes = np.diff(np.append(begin, len(found.owner)))
    count = np.cumsum(fences)
    count -= np.repeat(count[begin] - fences[begin], sizes)
    total = np.repeat(count[begin + sizes - 1], sizes)
    is_open = (count % 2 == 1) & ~((count == total) & (total % 2 == 1))
    made: Mask = is_open | (fences & (count % 2 == 0))
    return made
