"""What each code point counts as when texts are compared: one table, built once per process.

Two texts that differ only in case, width, compatibility forms, diacritics, invisible characters, punctuation or
spacing fold to the same tokens. The fold of a text is the concatenation of the folds of its code points, so texts
that are canonically equivalent fold alike without being normalised first (normalising is quadratic on hostile input).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from audit.measure.duplication.hashing import U32, Ints

# The class of a folded code point stands above its 21 bits.
CLASS_SHIFT: Final = 24
CODE_POINT: Final = 0x1FFFFF
SEPARATOR: Final = 0  # ends a word
WORD: Final = 1  # a run of these is one token
WIDE: Final = 2  # each is a token: scripts written without spaces
DROPPED: Final = 3  # as if it were not there
EXPANDED: Final = 4  # several code points, spelled out in the side table

# Scripts without spaces between words: Thai, Lao, Burmese, Khmer, Han with its radicals and iteration marks, kana.
WIDE_RANGES: Final = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x19E0, 0x19FF), (0x2E80, 0x2FDF), (0x3005, 0x3007),
    (0x3021, 0x3029), (0x3041, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA9E0, 0xA9FF),
    (0xAA60, 0xAA7F), (0xF900, 0xFAFF), (0x1B000, 0x1B16F), (0x20000, 0x323AF),
)  # fmt: skip
# Code points that stand for themselves, filled in without a look at each: ideographs, and Hangul syllables, which are
# kept whole (jamo are put together instead).
_PLAIN: Final = (
    (0x3400, 0x4DBF, WIDE), (0x4E00, 0x9FFF, WIDE), (0x20000, 0x2F7FF, WIDE), (0x30000, 0x323AF, WIDE),
    (0xAC00, 0xD7A3, WORD),
)  # fmt: skip
# All other code points that can be letters, digits or marks. Planes 4 to 13 are unassigned, 15 and 16 private.
_LOOKED_AT: Final = ((0, 0x33FF), (0xA000, 0xABFF), (0xF900, 0x1FFFF), (0x2F800, 0x2FA1F), (0xE0000, 0xE01EF))

# Combining classes of marks that are written or left out at will: kana voicing (8: its half-width form is a code point
# of its own), Hebrew and Arabic points (10 to 35), overlays (1) and everything above and below (200 on).
# Kept: nukta 7, virama 9, the vowel and tone signs of Thai, Lao, Tibetan (84 to 132) and class 0: they spell.
_VOICING: Final = 8
_OVERLAY: Final = 1
_POINTS: Final = range(10, 36)
_ABOVE_AND_BELOW: Final = 200
_VARIATION_SELECTORS: Final = ((0x180B, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
# One Arabic ligature spells 18 letters; a text of nothing else must not grow eighteenfold.
MAX_EXPANSION: Final = 4
# Han variants -> the member that stands for their class (traditional and simplified forms): none yet.
HAN_VARIANTS: Final[Mapping[int, int]] = {}


@dataclass(frozen=True, slots=True)
class Alphabet:
    """`folded[code point]` is class << 24 | folded code point; for EXPANDED the low bits number a row of `spelled`.

    `spelled` is (n, MAX_EXPANSION), its rows filled up with zeros after `lengths[n]` entries.
    """

    folded: U32
    spelled: U32
    lengths: Ints


def _is_in(code: int, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in spans)


def _is_dropped_mark(char: str) -> bool:
    order = unicodedata.combining(char)
    optional = order in (_VOICING, _OVERLAY) or order in _POINTS or order >= _ABOVE_AND_BELOW
    return optional or unicodedata.category(char) == "Me" or _is_in(ord(char), _VARIATION_SELECTORS)


def _class_of(char: str) -> int:
    kind = unicodedata.category(char)
    if kind == "Cf" or (kind[0] == "M" and _is_dropped_mark(char)):
        return DROPPED
    if kind[0] not in "LNM":
        return SEPARATOR
    return WIDE if _is_in(ord(char), WIDE_RANGES) else WORD


def _spell(code: int) -> list[int]:
    """Return the folded code points of one, each with its class; those that are dropped are left out."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", chr(code)).casefold())
    classes = [(_class_of(char), HAN_VARIANTS.get(ord(char), ord(char))) for char in plain]
    return [0 if kind == SEPARATOR else kind << CLASS_SHIFT | point for kind, point in classes if kind != DROPPED]


def _looked_at() -> Iterator[int]:
    return chain.from_iterable(range(first, last + 1) for first, last in _LOOKED_AT)


@lru_cache(maxsize=1)
def alphabet() -> Alphabet:
    """Return the table for this Python's version of Unicode (letters younger than it are separators)."""
    folded = np.zeros(0x110000, dtype=np.uint32)
    for first, last, kind in _PLAIN:
        folded[first : last + 1] = np.arange(first, last + 1, dtype=np.uint32) | np.uint32(kind << CLASS_SHIFT)
    spelled: list[list[int]] = []
    for code in _looked_at():
        letters = _spell(code)[:MAX_EXPANSION]
        if len(letters) > 1:
            folded[code] = EXPANDED << CLASS_SHIFT | len(spelled)
            spelled.append(letters)
        else:
            folded[code] = letters[0] if letters else DROPPED << CLASS_SHIFT
    rows = np.array([row + [0] * (MAX_EXPANSION - len(row)) for row in spelled], dtype=np.uint32)
    return Alphabet(folded, rows, np.array([len(row) for row in spelled], dtype=np.int64))
