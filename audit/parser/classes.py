"""Code points sorted into the few classes that tell prose from page furniture."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

# White space; letters of scripts without spaces; capitals; other letters; digits; sentence ends; pauses; bars; rest.
SPACE, WIDE, UPPER, LOWER, DIGIT, STOP, PAUSE, BAR, MARK = range(9)
CLASSES: Final = 9
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
# Supplementary ideographic planes; everything else beyond the BMP counts as a mark.
_FIRST_PLANE_2, _LAST_PLANE_3 = 0x20000, 0x3FFFF


def _letter_class(char: str, category: str) -> int:
    code = ord(char)
    if category[0] in "LM":
        if any(low <= code <= high for low, high in _WIDE_RANGES):
            return WIDE
        return UPPER if category in ("Lu", "Lt") else LOWER
    return DIGIT if category == "Nd" else WIDE if code in (0x3005, 0x3007) else MARK


def _class_of(char: str) -> int:
    if char.isspace():
        return SPACE
    for marks, found in ((_STOPS, STOP), (_PAUSES, PAUSE), (_BARS, BAR)):
        if char in marks:
            return found
    return _letter_class(char, unicodedata.category(char))


@cache
def _class_table() -> NDArray[np.uint8]:
    return np.fromiter(map(_class_of, map(chr, range(_BMP))), np.uint8, _BMP)


def classes(points: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """Return the class of each code point."""
    found = _class_table()[np.minimum(points, _BMP - 1)]
    beyond = points >= _BMP
    if beyond.any():
        ideographs = (points >= _FIRST_PLANE_2) & (points <= _LAST_PLANE_3)
        found[beyond] = np.where(ideographs[beyond], WIDE, MARK)
    return found
