"""Shapes of characters, by which a reading is judged independent of the alphabet."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.text.classes import NAMES as CLASSES
from audit.text.classes import table

Shapes = npt.NDArray[np.uint8]

# The order is fixed by tables/shapes.tsv.
SHAPES: Final = (
    "void", "control", "newline", "space", "odd_space", "digit", "stop", "quote", "bracket", "sign", "opening",
    "closing", "typographic", "common", "currency", "rare", "symbol", "box", "lower", "upper", "caseless", "mark",
    "ascii_lower", "ascii_upper", "alien", "native_stop", "han", "hiragana", "katakana", "hangul", "half_kana",
    "full_width", "other",
)  # fmt: skip
SHAPE: Final = {name: number for number, name in enumerate(SHAPES)}
# Scripts whose bigrams are modelled by an alphabet.
LETTERS: Final = tuple(SHAPE[name] for name in ("lower", "upper", "caseless", "mark"))
SCRIPTS: Final = ("latin", "cyrillic", "greek", "hebrew", "arabic", "thai")
# Codecs cover the BMP; code points beyond count as its last one.
PLANE: Final = 0x10000

_OF_CLASS: Final = {
    "unassigned": "other", "c0": "control", "c1": "control", "newline": "newline", "space": "space",
    "odd_space": "odd_space", "digit": "digit", "stop": "stop", "quote": "quote", "bracket": "bracket",
    "ascii_sign": "sign", "typographic": "typographic", "latin1_common": "common", "latin1_rare": "rare",
    "symbol": "symbol", "emoji": "symbol", "box": "box", "cjk_stop": "native_stop", "cjk_bracket": "native_stop",
    "cjk_sign": "full_width", "full_stop": "native_stop", "full_alnum": "full_width", "hiragana": "hiragana",
    "katakana": "katakana", "kana_mark": "katakana", "half_kana": "half_kana", "hangul_ks": "hangul",
    "hangul_more": "hangul", "replacement": "other", "private": "other", "format": "other", "bidi": "other",
    "surrogate": "other", "other": "other",
}  # fmt: skip
_OF_CATEGORY: Final = {"Lu": "upper", "Lt": "upper", "Ll": "lower", "Mn": "mark", "Mc": "mark"}
_SINGLE: Final = {
    **dict.fromkeys("„“‘‚«‹", "opening"), **dict.fromkeys("”’»›", "closing"),
    **dict.fromkeys("¢£¥€ƒ₪", "currency"), **dict.fromkeys("،؛؟·ฯๆ", "native_stop"),
}  # fmt: skip
# Combining tones of code page 1258.
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"


def script_of(char: str) -> str | None:
    """Return the script of a letter or combining mark, None if it is none of SCRIPTS.

    >>> script_of("ж"), script_of("5")
    ('cyrillic', None)
    """
    if char in _TONES:
        return "latin"
    first = unicodedata.name(char, "").split(" ")[0].lower()
    return first if first in SCRIPTS and unicodedata.category(char)[0] in "LM" else None


@cache
def _common() -> tuple[Shapes, npt.NDArray[np.int8]]:
    """Return the shape of each code point and the index of its script, -1 for none."""
    kinds = table()[:PLANE]
    by_class = [SHAPE["han" if name.startswith("han_") else _OF_CLASS.get(name, "alien")] for name in CLASSES]
    shapes = np.array(by_class, dtype=np.uint8)[kinds]
    scripts = np.full(PLANE, -1, dtype=np.int8)
    for point in _lettered():
        script = script_of(chr(point))
        if script:
            scripts[point] = SCRIPTS.index(script)
            shapes[point] = SHAPE[_OF_CATEGORY.get(unicodedata.category(chr(point)), "caseless")]
    for char, name in _SINGLE.items():
        shapes[ord(char)] = SHAPE[name]
    return shapes, scripts


def _lettered() -> list[int]:
    """Return the code points that may be letters of SCRIPTS: the blocks that codecs use."""
    return [*range(0x600), *range(0x600, 0x780), *range(0xE00, 0xE80), *range(0x1E00, 0x2000), *range(0xFB1D, 0xFF00)]


@cache
def shapes(script: str) -> Shapes:
    """Return the shape of each BMP code point in a text of `script` (one of SCRIPTS, or another name).

    Letters of other scripts are "alien", except ASCII ones, which occur with any script.
    """
    made, scripts = _common()
    made = made.copy()
    made[(scripts >= 0) & (scripts != (SCRIPTS.index(script) if script in SCRIPTS else -1))] = SHAPE["alien"]
    if script != "latin":
        made[ord("a") : ord("z") + 1] = SHAPE["ascii_lower"]
        made[ord("A") : ord("Z") + 1] = SHAPE["ascii_upper"]
    return made
