"""Which documents are statements of a program, or logs, SQL, YAML and programs with few signs; fenced code blocks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from audit.measure.language.listings.logs import is_log
from audit.measure.language.segments import FAMILIES, Letters, Pieces, firsts
from audit.measure.language.spans import Mask, Texts
from audit.text.classes import Points, text_of
from audit.text.programs.program_lines import LONG_LINE, is_program
from audit.text.programs.statements import LONGEST, are_statements, is_data

# The characters that are inspected.
_BEGINNING: Final = 4_000
# CommonMark 0.31, section 4.5: at least three, at the beginning of a line.
_SIGNS: Final = "`~"
_LENGTH: Final = 3


def are_few_statements(texts: Texts, family: Letters) -> Mask:
    """Return which documents are a few program statements, too short for other signs."""
    sizes = texts.ends - texts.starts
    return _which(texts, (sizes > 0) & (sizes <= LONGEST) & (family == FAMILIES.index("Latn")), are_statements)


def are_listings(texts: Texts, content: Pieces, family: Letters) -> Mask:
    """Return which documents are logs, or SQL, YAML and programs with few signs, whose lines are short."""
    lines = np.bincount(content.owner, minlength=len(family))
    latin = (family == FAMILIES.index("Latn")) & (lines > 1)
    short = texts.ends - texts.starts < LONG_LINE * lines
    made = _which(texts, latin & short, lambda text: is_data(text) or is_program(text))
    return made | _which(texts, latin & ~made, is_log)


def _which(texts: Texts, asked: Mask, test: Callable[[str], bool]) -> Mask:
    """Return which of some documents pass a test of the beginning of their text."""
    made = np.zeros(len(asked), dtype=bool)
    for document in np.flatnonzero(asked).tolist():
        start = int(texts.starts[document])
        text = texts.points[start : min(int(texts.ends[document]), start + _BEGINNING)]
        made[document] = test(text_of(text))
    return made


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
