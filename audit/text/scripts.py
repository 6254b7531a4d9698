"""The ISO 15924 script of each letter."""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.text.classes import Points, members
from audit.text.code_points import POINTS, of_categories

# Any order: the numbers never leave the process. Zyyy (common) marks non-letters, Zzzz letters of other scripts.
SCRIPTS: Final = (
    "Zyyy", "Zzzz", "Latn", "Cyrl", "Grek", "Armn", "Hebr", "Arab", "Syrc", "Thaa", "Deva", "Beng", "Guru", "Gujr",
    "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh", "Thai", "Laoo", "Tibt", "Mymr", "Geor", "Hang", "Ethi", "Khmr",
    "Mong", "Hira", "Kana", "Bopo", "Hani", "Cher", "Yiii", "Copt", "Nkoo", "Tfng", "Vaii", "Olck", "Cakm", "Adlm",
)  # fmt: skip
SCRIPT: Final = {name: number for number, name in enumerate(SCRIPTS)}

# Unicode blocks; non-letters in them stay Zyyy.
_RANGES: Final = (
    (0x41, 0x24F, "Latn"), (0x250, 0x2AF, "Latn"), (0x370, 0x3FF, "Grek"), (0x400, 0x52F, "Cyrl"),
    (0x530, 0x58F, "Armn"), (0x590, 0x5FF, "Hebr"), (0x600, 0x6FF, "Arab"), (0x700, 0x74F, "Syrc"),
    (0x750, 0x77F, "Arab"), (0x780, 0x7BF, "Thaa"), (0x8A0, 0x8FF, "Arab"), (0x900, 0x97F, "Deva"),
    (0x980, 0x9FF, "Beng"), (0xA00, 0xA7F, "Guru"), (0xA80, 0xAFF, "Gujr"), (0xB00, 0xB7F, "Orya"),
    (0xB80, 0xBFF, "Taml"), (0xC00, 0xC7F, "Telu"), (0xC80, 0xCFF, "Knda"), (0xD00, 0xD7F, "Mlym"),
    (0xD80, 0xDFF, "Sinh"), (0xE00, 0xE7F, "Thai"), (0xE80, 0xEFF, "Laoo"), (0xF00, 0xFFF, "Tibt"),
    (0x1000, 0x109F, "Mymr"), (0x10A0, 0x10FF, "Geor"), (0x1100, 0x11FF, "Hang"), (0x1200, 0x139F, "Ethi"),
    (0x13A0, 0x13FF, "Cher"), (0x1780, 0x17FF, "Khmr"), (0x1800, 0x18AF, "Mong"), (0x1C80, 0x1C8F, "Cyrl"),
    (0x1C90, 0x1CBF, "Geor"), (0x1E00, 0x1EFF, "Latn"), (0x1F00, 0x1FFF, "Grek"), (0x2C60, 0x2C7F, "Latn"),
    (0x2D00, 0x2D2F, "Geor"), (0x2DE0, 0x2DFF, "Cyrl"), (0x3041, 0x309F, "Hira"), (0x30A1, 0x30FA, "Kana"),
    (0x3105, 0x312F, "Bopo"), (0x3131, 0x318E, "Hang"), (0x31A0, 0x31BF, "Bopo"), (0x31F0, 0x31FF, "Kana"),
    (0x3400, 0x4DBF, "Hani"), (0x4E00, 0x9FFF, "Hani"), (0xA000, 0xA4CF, "Yiii"), (0xA640, 0xA69F, "Cyrl"),
    (0xA720, 0xA7FF, "Latn"), (0xAC00, 0xD7A3, "Hang"), (0xF900, 0xFAFF, "Hani"), (0xFB00, 0xFB06, "Latn"),
    (0xFB13, 0xFB17, "Armn"), (0xFB1D, 0xFB4F, "Hebr"), (0xFB50, 0xFDFF, "Arab"), (0xFE70, 0xFEFC, "Arab"),
    (0xFF21, 0xFF5A, "Latn"), (0xFF66, 0xFF9D, "Kana"), (0x20000, 0x3FFFF, "Hani"),
    (0x3E2, 0x3EF, "Copt"), (0x7C0, 0x7FF, "Nkoo"), (0x1C50, 0x1C7F, "Olck"), (0x2C80, 0x2CFF, "Copt"),
    (0x2D30, 0x2D7F, "Tfng"), (0xA500, 0xA63F, "Vaii"), (0x11100, 0x1114F, "Cakm"), (0x1E900, 0x1E95F, "Adlm"),
)  # fmt: skip

Scripts = npt.NDArray[np.uint8]
_IDEOGRAPHS: Final = 0x20000
HANS: Final = members("han_hans", "han_hans_rare")
HANT: Final = members("han_hant", "han_hant_rare")
# Not in level 1 of any national set: occurs in random code points, not in sentences.
RARE_HAN: Final = members(
    "han_gbk", "han_hant_rare", "han_hans_rare", "han_ext", "han_second", "han_gb_second", "han_ks"
)


def scripts(points: Points) -> Scripts:
    """Return the number of each code point's script; 0 (Zyyy) for non-letters."""
    return _table()[points]


@cache
def _table() -> Scripts:
    made = np.zeros(POINTS, dtype=np.uint8)
    for first, last, name in _RANGES:
        made[first : last + 1] = SCRIPT[name]
    # Beyond plane 2 ideographs are given by block, to include those of later Unicode versions.
    near, is_letter = made[:_IDEOGRAPHS], of_categories("L")[:_IDEOGRAPHS]
    near[is_letter & (near == 0)] = SCRIPT["Zzzz"]
    near[~is_letter] = 0
    made.setflags(write=False)
    return made
