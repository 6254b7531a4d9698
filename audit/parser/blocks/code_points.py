"""Classes of code points that distinguish prose from page furniture."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.derived import derived
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
from audit.text.code_points import PLANE, of_categories, unspaced

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["BAR", "CLASSES", "DIGIT", "LOWER", "MARK", "PAUSE", "SPACE", "STOP", "UPPER", "WIDE", "class_table"]

_STOPS: Final = ".!?。！？｡…؟۔।॥"
_PAUSES: Final = ",;，；、،؛､"
# Separators between items of furniture (not the middle dots and dashes that also occur in names).
_BARS: Final = "|¦｜丨│>»›≫▪►▶→←↑↓▼▲◆■□●○★☆✕×"
# The line boundaries of str.splitlines.
_LINE_ENDS: Final = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


def _kinds() -> NDArray[np.uint8]:
    """Return the class of each BMP code point, by the lists above or its category."""
    table = np.full(PLANE, MARK, np.uint8)
    for kind, mask in (
        (DIGIT, of_categories("Nd")),
        (LOWER, of_categories("L", "M")),
        (UPPER, of_categories("Lu", "Lt")),
        (WIDE, unspaced()),
    ):
        table[mask[:PLANE]] = kind
    white = filter(str.isspace, map(chr, range(PLANE)))
    for characters, found in ((_BARS, BAR), (_PAUSES, PAUSE), (_STOPS, STOP), (white, SPACE)):
        table[[ord(char) for char in characters]] = found
    return table


def _flagged(table: NDArray[np.uint8], characters: Iterable[str], flag: np.uint8) -> None:
    table[[ord(char) for char in characters]] |= flag


def class_table() -> NDArray[np.uint8]:
    """Return the class of each BMP code point with the flags of audit.kernels.parser.lines; read only."""
    return _table()["classes"]


@derived
def _table() -> dict[str, NDArray[np.uint8]]:
    table = _kinds()
    _flagged(table, _LINE_ENDS, LINE_END)
    _flagged(table, punctuation.JOINING, JOINING)
    _flagged(table, punctuation.GLUED, GLUED)
    _flagged(table, filter(str.isalnum, map(chr, range(punctuation.FIRST_CJK))), WORD)
    return {"classes": table}
