"""Unicode properties of code points from one bundled table, identical under every Python version.

All classification of characters (damage, scripts, page furniture, words) takes letters, marks and digits from here.
tests/derive/derive_code_points.py writes the table, from Unicode 14.
"""

from __future__ import annotations

import lzma
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
import numpy.typing as npt

POINTS: Final = 0x110000
PLANE: Final = 0x10000
# The general categories of the Unicode Character Database (UAX #44, table 12); the table holds indexes into this.
CATEGORIES: Final = (
    "Cn", "Cc", "Cf", "Co", "Cs", "Ll", "Lm", "Lo", "Lt", "Lu", "Mc", "Me", "Mn", "Nd", "Nl", "No", "Pc", "Pd", "Pe",
    "Pf", "Pi", "Po", "Ps", "Sc", "Sk", "Sm", "So", "Zl", "Zp", "Zs",
)  # fmt: skip
TABLE: Final = "code_points.xz"
# Scripts without spaces between words: Thai, Lao; Burmese; Khmer; Hangul, which spaces phrases; Han and kana with their
# marks, bopomofo, Yi.
_UNSPACED: Final = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1100, 0x11FF), (0x1780, 0x17FF), (0x2E80, 0x2FDF), (0x3005, 0x3007),
    (0x3031, 0x318F), (0x31A0, 0x4DBF), (0x4E00, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF),
    (0xFF66, 0xFFDC), (0x20000, 0x3FFFF),
)  # fmt: skip

Mask = npt.NDArray[np.bool_]


@cache
def categories() -> npt.NDArray[np.uint8]:
    """Return each code point's general category as an index into CATEGORIES; read only."""
    packed = files("audit.text.tables").joinpath(TABLE).read_bytes()
    return np.frombuffer(lzma.decompress(packed), np.uint8)


def of_categories(*names: str) -> Mask:
    """Return a mask over code points whose category starts with one of the names.

    >>> int(of_categories("Lu")[ord("É")]), int(of_categories("L", "M")[ord("5")])
    (1, 0)
    """
    wanted = np.array([category.startswith(names) for category in CATEGORIES])
    found: Mask = wanted[categories()]
    return found


def category(point: int) -> str:
    """Return the general category of a code point."""
    return CATEGORIES[categories()[point]]


@cache
def unspaced() -> Mask:
    """Return a mask over code points: letters and marks of scripts written without spaces; read only."""
    found = np.zeros(POINTS, np.bool_)
    for first, last in _UNSPACED:
        found[first : last + 1] = True
    found &= of_categories("L", "M")
    # U+3007, the Chinese numeral zero, is not a letter in Unicode.
    found[0x3007] = True
    found.setflags(write=False)
    return found
