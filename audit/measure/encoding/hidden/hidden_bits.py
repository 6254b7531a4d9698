"""Invisible characters decoded as the digits of hidden messages: in a row, after letters, words, or lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import permutations
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.text.classes import Points

Mask = npt.NDArray[np.bool_]
Digits = npt.NDArray[np.int64]

# Maximum distance of a message's characters: adjacent, or one after each letter.
_NEAR: Final = 3
# Likewise if they stand after words or lines.
_FAR: Final = 100
# Minimum digits: four characters of seven bits.
_LEAST: Final = 28
# Longer messages are decoded partially.
_MOST: Final = 4096
# Different rows of blanks read: tables and drawings are filled with them, most of them alike.
_MOST_ROWS: Final = 256
# Minimum characters of a message, mostly letters, digits and spaces, and not mostly the same.
_SHORTEST: Final = 4
_MIN_WORDS: Final = 0.8
_MOST_OF_ONE: Final = 0.5
# Strewn characters may have a function of their own: of 40,000 random rows of them nine spell so much, mostly small
# letters, and hardly more of one than a sentence has spaces.
_SHORTEST_STREWN: Final = 12
_MIN_WORDS_STREWN: Final = 0.85
_MOST_OF_ONE_STREWN: Final = 0.25
# One of these has all letters of most messages, but one in nine random 16-bit units at most.
_CODE_PAGES: Final = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1255", "cp1256", "cp874"),
    *("gb2312", "big5", "shift_jis", "euc_kr"),
)
# Codes are ASCII, bytes, or units of 16 or 32 bits, in as few digits as these need.
_CODES: Final = (1 << 8, 1 << 7, 1 << 16, 1 << 32)
_BYTE, _BITS = 1 << 8, 7
# Tools use up to four kinds of characters in any order, more by code point.
_BASES: Final = range(2, 7)
_ANY_ORDER: Final = 4
_UTF16: Final = 16


def spelt_by_widthless(points: Points, mask: Mask) -> Iterator[tuple[int, int, str]]:
    """Yield the passages of invisible characters that are the digits of a message, with that message.

    `mask` are the characters that may be such digits.
    """
    at = np.flatnonzero(mask)
    for distance, is_said in ((_NEAR, is_message), (_FAR, _is_message_though_strewn)):
        told = np.zeros(len(at), dtype=np.bool_)
        edges = np.flatnonzero(np.diff(at) > distance) + 1
        for own in np.split(np.arange(len(at)), edges):
            text = reading(points[at[own[:_MOST]]].tolist()) if len(own) >= _LEAST else ""
            if is_said(text):
                told[own] = True
                yield int(at[own[0]]), int(at[own[-1]]) + 1, text
        at = at[~told]


def spelt_by_blanks(points: Points, mask: Mask) -> Iterator[tuple[int, int, str]]:
    """Yield the rows of blanks, one behind the other, that are the digits of a message, with that message.

    `mask` are the blanks. Blanks are set by eye: as many letters are needed as of strewn characters.
    """
    edges = np.flatnonzero(np.diff(mask, prepend=False, append=False))
    starts, ends = edges[::2], edges[1::2]
    read: dict[tuple[int, ...], str] = {}
    for at in np.flatnonzero(ends - starts >= _SHORTEST_STREWN * _BITS).tolist():
        start, end = int(starts[at]), int(ends[at])
        row = (*points[start : min(end, start + _MOST)].tolist(),)
        if row not in read and len(set(row)) in _BASES and len(read) < _MOST_ROWS:
            read[row] = reading([*row])
        text = read.get(row, "")
        if _is_message_though_strewn(text):
            yield start, end, text


def is_message(text: str) -> bool:
    """Return whether decoded characters are text: long enough, and mostly letters, digits and spaces."""
    if len(text) < _SHORTEST or _share_of_one(text) > _MOST_OF_ONE:
        return False
    return _words(text) >= _MIN_WORDS * len(text)


def _is_message_though_strewn(text: str) -> bool:
    if len(text) < _SHORTEST_STREWN or not text.isprintable() or _share_of_one(text) > _MOST_OF_ONE_STREWN:
        return False
    small = "".join(char for char in text if not char.isupper())
    return _words_of_code_page(small) >= _MIN_WORDS_STREWN * len(text)


def _share_of_one(text: str) -> float:
    return max(Counter(text).values()) / len(text)


def _words(text: str) -> int:
    return sum(char.isalnum() or char == " " for char in text)


def _words_of_code_page(text: str) -> int:
    """Return the number of letters, digits and spaces that the best code page has."""
    return max(_words(text.encode(codec, "ignore").decode(codec, "ignore")) for codec in _CODE_PAGES)


def _likelihood(text: str) -> float:
    """Return the share of letters, digits and spaces; those that the best code page lacks count half."""
    return (_words(text) + _words_of_code_page(text)) / (2 * len(text)) if text else 0.0


def reading(signs: list[int]) -> str:
    """Return the decoding with the largest share of letters; ties by order of trial.

    >>> reading([0x200C if bit == "1" else 0x200B for char in "hide" for bit in f"{ord(char):08b}"])
    'hide'
    """
    return max(_readings(signs), key=_likelihood, default="")


def _readings(signs: list[int]) -> Iterator[str]:
    kinds = sorted(set(signs), key=lambda sign: (-signs.count(sign), sign))
    if len(kinds) in _BASES:
        yield from _in_digits(np.array(signs), sorted(kinds))
    # Two signs are bits; a third, the rarest, separates characters.
    if len(kinds) == _BASES[1]:
        for zero, one in permutations(kinds[:2]):
            bits = "".join("0" if sign == zero else "1" if sign == one else " " for sign in signs)
            codes = [int(part, 2) for part in bits.split() if len(part) <= _UTF16]
            yield "".join(map(chr, codes)).encode("utf-8", "replace").decode()
            yield from _in_digits(np.array([*map(int, bits.replace(" ", ""))]), [0, 1])


def _in_digits(signs: Digits, kinds: list[int]) -> Iterator[str]:
    """Yield the texts that rows of so many signs are the codes of, each kind of sign being a digit."""
    base, places = len(kinds), np.searchsorted(kinds, signs)
    for order in permutations(range(base)) if base <= _ANY_ORDER else (range(base),):
        digits = np.array(order)[places]
        for width in dict.fromkeys(_width(base, codes) for codes in _CODES):
            whole = digits[: len(digits) // width * width].reshape(-1, width)
            yield _decoded(whole @ base ** np.arange(width - 1, -1, -1))


def _width(base: int, codes: int) -> int:
    """Return how many digits so many codes need."""
    return next(width for width in range(1, codes) if base**width >= codes)


def _decoded(codes: Digits) -> str:
    """Return the text of codes: bytes of UTF-8, or units of UTF-16."""
    if codes.max(initial=0) < _BYTE:
        return codes.astype(np.uint8).tobytes().decode("utf-8", "replace")
    if codes.max() >= 1 << _UTF16:
        return ""
    return codes.astype(">u2").tobytes().decode("utf-16-be", "replace")
