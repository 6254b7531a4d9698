"""Derive the table of what each code point counts as when texts are compared.

    python tests/derive/derive_alphabet.py audit/measure/duplication

Reads han_variants.txt there and this Python's Unicode data, writes alphabet.xz and says its hash, which stands in
alphabet.py. The table is shipped, so that no result changes with the Python it runs on; letters younger than the
version of Unicode it was derived from are separators.

The fold of a text is the concatenation of the folds of its code points, so texts that are canonically equivalent fold
alike without being normalised first (normalising is quadratic on hostile input). Syllables of Hangul are spelled out
in jamo, as in decomposed Korean.
"""

from __future__ import annotations

import hashlib
import lzma
import sys
import unicodedata
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import numpy as np

from audit.measure.duplication.tokens.alphabet import (
    CLASS_SHIFT,
    DROPPED,
    EXPANDED,
    MAX_EXPANSION,
    SEPARATOR,
    WIDE,
    WORD,
)

# Scripts without spaces between words: Thai, Lao, Burmese, Khmer, Han with its radicals and iteration marks, kana.
WIDE_RANGES = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x19E0, 0x19FF), (0x2E80, 0x2FDF), (0x3005, 0x3007),
    (0x3021, 0x3029), (0x3041, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA9E0, 0xA9FF),
    (0xAA60, 0xAA7F), (0xF900, 0xFAFF), (0x1B000, 0x1B16F), (0x20000, 0x323AF),
)  # fmt: skip
# Ideographs stand for themselves, those yet to be assigned among them, unless they are variants.
PLAIN = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x2F7FF), (0x30000, 0x323AF))
# All other code points that can be letters, digits or marks. Planes 4 to 13 are unassigned, 15 and 16 private.
LOOKED_AT = ((0, 0x33FF), (0xA000, 0xD7A3), (0xF900, 0x1FFFF), (0x2F800, 0x2FA1F), (0xE0000, 0xE01EF))

# Combining classes of marks that are written or left out at will: kana voicing (8: its half-width form is a code point
# of its own), Hebrew and Arabic points (10 to 35), overlays (1) and everything above and below (200 on).
# Kept: nukta 7, virama 9, the vowel and tone signs of Thai, Lao, Tibetan (84 to 132) and class 0: they spell.
VOICING = 8
OVERLAY = 1
POINTS = range(10, 36)
ABOVE_AND_BELOW = 200
# Lines that stretch an Arabic or N'Ko word.
STRETCHES = (0x0640, 0x07FA)
# What keyboards of Arabic, Persian and Urdu have for one letter: yeh, kaf, heh.
ARABIC = {0x0649: 0x064A, 0x06CC: 0x064A, 0x06A9: 0x0643, 0x06C1: 0x0647}
# Letters that are typed as apostrophes and quotation marks as well, which separate.
APOSTROPHES = ((0x02B9, 0x02BF),)
VARIATION_SELECTORS = ((0x180B, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF))


def variants(text: str) -> dict[int, int]:
    """Return each Han variant with the one that stands for its class."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {ord(char): ord(line[0]) for line in lines for char in line}


def is_in(code: int, spans: tuple[tuple[int, int], ...]) -> bool:
    """Return whether a code point lies in one of the spans."""
    return any(first <= code <= last for first, last in spans)


def is_dropped_mark(char: str) -> bool:
    """Return whether a mark is left out."""
    order = unicodedata.combining(char)
    optional = order in (VOICING, OVERLAY) or order in POINTS or order >= ABOVE_AND_BELOW
    return optional or unicodedata.category(char) == "Me" or is_in(ord(char), VARIATION_SELECTORS)


def class_of(char: str) -> int:
    """Return the class of a code point that nothing more is folded in."""
    kind = unicodedata.category(char)
    if kind == "Cf" or ord(char) in STRETCHES or (kind[0] == "M" and is_dropped_mark(char)):
        return DROPPED
    if kind[0] not in "LNM" or is_in(ord(char), APOSTROPHES):
        return SEPARATOR
    return WIDE if is_in(ord(char), WIDE_RANGES) else WORD


def same_digit(char: str) -> str:
    """Return the European digit for a decimal digit of another script; other characters as they are."""
    return str(unicodedata.digit(char)) if unicodedata.category(char) == "Nd" else char


def spell(code: int, same: dict[int, int]) -> list[int]:
    """Return the folded code points of one, each with its class; those that are dropped are left out."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", chr(code)).casefold())
    classes = [(class_of(char), (ARABIC | same).get(ord(char), ord(char))) for char in map(same_digit, plain)]
    return [0 if kind == SEPARATOR else kind << CLASS_SHIFT | point for kind, point in classes if kind != DROPPED]


def looked_at() -> Iterator[int]:
    """Yield the code points that need a look."""
    return chain.from_iterable(range(first, last + 1) for first, last in LOOKED_AT)


def table(same: dict[int, int]) -> bytes:
    """Return the table: a little-endian uint32 for each code point, then the spelled-out ones, MAX_EXPANSION each."""
    folded = np.zeros(0x110000, dtype="<u4")
    for first, last in PLAIN:
        folded[first : last + 1] = np.arange(first, last + 1, dtype=np.uint32) | np.uint32(WIDE << CLASS_SHIFT)
    for code, standing in same.items():
        folded[code] = WIDE << CLASS_SHIFT | standing
    spelled: list[int] = []
    for code in looked_at():
        letters = spell(code, same)[:MAX_EXPANSION]
        if len(letters) > 1:
            folded[code] = EXPANDED << CLASS_SHIFT | len(spelled)
            spelled += letters + [DROPPED << CLASS_SHIFT] * (MAX_EXPANSION - len(letters))
        else:
            folded[code] = letters[0] if letters else DROPPED << CLASS_SHIFT
    return folded.tobytes() + np.array(spelled, dtype="<u4").tobytes()


def main(folder: Path) -> None:
    """Write the table and say its hash."""
    made = table(variants((folder / "han_variants.txt").read_text("utf-8")))
    (folder / "alphabet.xz").write_bytes(lzma.compress(made, preset=9 | lzma.PRESET_EXTREME))
    print(f"Unicode {unicodedata.unidata_version} sha256 {hashlib.sha256(made).hexdigest()}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
