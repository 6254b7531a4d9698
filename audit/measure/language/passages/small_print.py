"""Small print in another language than the text above or below it: disclaimers, licences, notices to recipients.

It may be longer than the text, whose language is the document's all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np

from audit.measure.language.passages.foreign_blocks import Foreign
from audit.measure.language.segments import Pieces
from audit.measure.language.spans import Mask, Offsets, Texts
from audit.text.classes import text_of
from audit.text.fold import fold
from audit.text.tables import phrases

_PHRASES: Final = phrases("small_print", "liability", "rights", "recipient", "consent", "risk", "translation")
# Minimum number of different phrases, including those that address readers, and of the others: of other paragraphs in
# 13 languages at most 14 in a thousand have so many, of notices of kinds that the table was not made from two in three.
_FEWEST: Final = 3
_FEWEST_OF_MATTER: Final = 1
# Maximum blocks of a notice: longer ones are half of a contract in two languages.
_MOST_BLOCKS: Final = 3
# Code points inspected.
_READ: Final = 4_000


def is_small_print(texts: Texts, content: Pieces, others: Sequence[tuple[Foreign, ...]]) -> Mask:
    """Return which pieces of the content are small print at the head or foot of a text in another language.

    `others` are the passages of each document in another language than most of it; the small print may be most of it.
    """
    made = np.zeros(len(content.owner), dtype=bool)
    for document, own in enumerate(others):
        if any(other.content for other in own):
            first, last = np.searchsorted(content.owner, [document, document + 1]).tolist()
            head, foot = _edges(_is_in(content, np.arange(first, last), own, int(texts.starts[document])))
            notices = [rows for rows in (first + head, first + foot) if _is_notice(texts, content, rows)]
            if sum(map(len, notices)) < last - first:
                made[np.concatenate([np.empty(0, np.int64), *notices])] = True
    return made


def _is_in(content: Pieces, rows: Offsets, own: tuple[Foreign, ...], begin: int) -> Mask:
    """Return which pieces of a document, which begins at `begin`, are in one of its passages."""
    made = np.zeros(len(rows), dtype=bool)
    for other in own:
        starts = content.starts[rows] - begin
        made |= (starts >= other.start) & (starts < other.end)
    return made


def _edges(is_other: Mask) -> tuple[Offsets, Offsets]:
    """Return the first and the last pieces that are all in passages, or all in none; none if the text is one run."""
    cuts = np.flatnonzero(is_other[1:] != is_other[:-1]) + 1
    rows = np.arange(len(is_other))
    return (rows[: cuts[0]], rows[cuts[-1] :]) if len(cuts) else (rows[:0], rows[:0])


def _is_notice(texts: Texts, content: Pieces, rows: Offsets) -> bool:
    """Return whether consecutive pieces are few blocks with the phrases of a notice."""
    if not len(rows) or len(np.unique(content.span[rows])) > _MOST_BLOCKS:
        return False
    start, end = int(content.starts[rows[0]]), int(content.ends[rows[-1]])
    text = fold(text_of(texts.points[start : min(end, start + _READ)]))
    matter = sum(phrase in text for phrase in _PHRASES)
    return matter >= _FEWEST_OF_MATTER and matter + len(set(_addresses().findall(text))) >= _FEWEST


@cache
def _addresses() -> re.Pattern[str]:
    """Return the expression for words to readers, whole ones in scripts with blanks."""
    words, anywhere = phrases("small_print", "address"), phrases("small_print", "address anywhere")
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)|{'|'.join(map(re.escape, anywhere))}")
