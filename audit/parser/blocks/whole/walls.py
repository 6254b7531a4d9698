"""Pages that a server shows in place of an article: an error, a check for robots, a form to log in, an empty list.

A wall is short, one of its sentences says that it is one, and next to all others belong there: who writes about such
pages says other things, too. No line of a wall is content, however much it reads like a sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.tables import walls as tables
from audit.parser.tables.line_cues import CUES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows

    Ints = NDArray[np.int64]

# No wall has more lines or letters, labels of menus left out, or characters. (Cloudflare's longest: 14 lines, 700.)
_MOST_LINES, _MOST_LETTERS, _MOST_CHARS = 40, 1500, 8000
# One of so many first sentences, which begins its line, says that it is a wall; it is of at most so many kinds: a list
# of what servers answer, or of what a program says, is none.
_FIRST, _MOST_KINDS, _MOST_NUMBERS = 6, 3, 2
# Of a hundred letters so many at least are of sentences that say so, so many of those or of others that belong beside,
# and at most so many of others that are more than a button, which has at most so many letters and no full stop.
_TOLD, _BESIDE, _FOREIGN, _BUTTON = 8, 55, 15, 24
# Of a text of one sentence, who says so says next to nothing else.
_ALONE: Final = 60
_SENTENCES: Final = re.compile(r"(?<=\w\w[.!?…])\s+|(?<=[。！？])|\s[|•·]\s")
_STOPS: Final = ".!?。！？"
_NUMBERS: Final = re.compile(r"\b[45]\d\d\b")
_APOSTROPHES: Final = str.maketrans("’‘ʼ", "'''")
# Kana and Han characters begin here.
_WIDE: Final = "\u3041"
# Whole lines that are a label of a menu.
_LABELS: Final = tuple(i for i, c in enumerate(CUES) if c.furniture and not c.anywhere)
NONE: Final = -1


def walled(rows: Rows) -> NDArray[np.int8]:
    """Return for each block which wall its document is, as a number of tables.walls.labels; NONE of all others."""
    found = np.full(len(rows.cue), NONE, np.int8)
    documents = rows.documents
    labels = rows.with_cue(_LABELS)
    small = documents.total(~labels) <= _MOST_LINES
    small &= documents.total(rows.letters * ~labels) <= _MOST_LETTERS
    small &= documents.total(rows["chars"].astype(np.int64)) <= _MOST_CHARS
    small = documents.any(_mentioning(rows, small)) & small
    for first in np.unique(documents.first[small]).tolist():
        lines = slice(first, int(documents.last[first]))
        found[lines] = _wall(rows.lines["folded"][lines].to_list(), labels[lines].tolist())
    return found


def _mentioning(rows: Rows, looked_at: Flags) -> Flags:
    """Return which of the rows looked at hold a word of a wall."""
    held, chosen = np.zeros(len(looked_at), np.bool_), np.flatnonzero(looked_at)
    if len(chosen):
        held[chosen] = rows.lines["folded"].gather(chosen).str.contains_any(list(tables.words())).to_numpy()
    return held


def _wall(lines: list[str], labels: list[bool]) -> int:
    """Return the number of the wall that a text is, from its folded lines and which are labels of a menu; or NONE."""
    sentences = [
        (sentence, place, label)
        for line, label in zip(lines, labels, strict=True)
        for place, sentence in enumerate(filter(None, _SENTENCES.split(line.translate(_APOSTROPHES).strip())))
    ]
    kinds: list[int] = []
    told = beside = foreign = letters = own = 0
    for sentence, place, label in sentences:
        size, found = _letters(sentence), tables.saying().match(sentence)
        own += not label
        letters += 0 if label and found is None else size
        if found is not None and len(sentences) == 1 and 100 * _letters(found.group()) < _ALONE * size:
            found = None
        if found is not None:
            kinds += [int(str(found.lastgroup)[1:])] if kinds or (own <= _FIRST and place == 0 and not label) else []
            told += size
        elif label:
            continue
        elif tables.beside().match(sentence):
            beside += size
        elif size > _BUTTON or sentence[-1] in _STOPS:
            foreign += size
    numbers = {number for sentence, *_ in sentences for number in _NUMBERS.findall(sentence)}
    if not kinds or len(set(kinds)) > _MOST_KINDS or len(numbers) > _MOST_NUMBERS:
        return NONE
    enough = 100 * told >= _TOLD * letters and 100 * (told + beside) >= _BESIDE * letters
    return kinds[0] if enough and 100 * foreign <= _FOREIGN * letters else NONE


def _letters(text: str) -> int:
    """Return how much a text says, in letters: those of scripts without spaces count twice."""
    return sum(1 + (char >= _WIDE) for char in text if char.isalpha())
