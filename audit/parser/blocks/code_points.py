"""Code points sorted into the few classes that tell prose from page furniture."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.parser.lines import (
    BAR,
    CLASSES,
    DIGIT,
    GLUED,
    JOINING,
    LINE_END,
    LOWER,
    MARK,
    PAUSE,
    SPACE,
    STOP,
    UPPER,
    WIDE,
    WORD,
)
from audit.text import punctuation

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["BAR", "CLASSES", "DIGIT", "LOWER", "MARK", "PAUSE", "SPACE", "STOP", "UPPER", "WIDE", "class_table"]

_BMP: Final = 0x10000
_STOPS: Final = ".!?。！？｡…؟۔।॥"
_PAUSES: Final = ",;，；、،؛､"
# What page furniture sets between its items (not the middle dots and strokes that also stand inside names).
_BARS: Final = "|¦｜丨│>»›▪►▶→←↑↓▼▲◆■□●○★☆✕×"
# Han, kana, Hangul, Bopomofo, Yi; Thai, Lao, Burmese, Khmer.
_WIDE_RANGES: Final = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3031, 0x318F),
    (0x31A0, 0x4DBF), (0x4E00, 0xA4CF), (0xAC00, 0xD7AF), (0xF900, 0xFAFF), (0xFF66, 0xFF9D),
)  # fmt: skip
# The line ends of str.splitlines.
_LINE_ENDS: Final = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


def _kinds() -> NDArray[np.uint8]:
    """Return the class of each code point of the BMP by its category, and by the lists above where it is in one."""
    points = [chr(code) for code in range(_BMP)]
    category = np.array([unicodedata.category(char) for char in points])
    is_letter = np.isin(category.astype("<U1"), ["L", "M"])
    is_wide = np.zeros(_BMP, np.bool_)
    for low, high in _WIDE_RANGES:
        is_wide[low : min(high + 1, _BMP)] = True
    table = np.where(category == "Nd", DIGIT, MARK)
    table = np.where(is_letter, np.where(is_wide, WIDE, np.where(np.isin(category, ["Lu", "Lt"]), UPPER, LOWER)), table)
    table[[0x3005, 0x3007]] = WIDE
    for characters, found in ((_BARS, BAR), (_PAUSES, PAUSE), (_STOPS, STOP), (filter(str.isspace, points), SPACE)):
        table[[ord(char) for char in characters]] = found
    return table.astype(np.uint8)


def _flagged(table: NDArray[np.uint8], characters: Iterable[str], flag: np.uint8) -> None:
    table[[ord(char) for char in characters]] |= flag


@cache
def class_table() -> NDArray[np.uint8]:
    """Return the class of each code point of the BMP, with the flags of audit.kernels.parser.lines; read only."""
    table = _kinds()
    _flagged(table, _LINE_ENDS, LINE_END)
    _flagged(table, punctuation.JOINING, JOINING)
    _flagged(table, punctuation.GLUED, GLUED)
    _flagged(table, filter(str.isalnum, map(chr, range(punctuation.FIRST_CJK))), WORD)
    table.setflags(write=False)
    return table
