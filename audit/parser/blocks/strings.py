"""A column of strings as kernels read it: the bytes of all, where each begins, and classes of code points."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.parser import words as kernels
from audit.text.scripts import SCRIPT, scripts

if TYPE_CHECKING:
    import polars as pl
    from numpy.typing import NDArray

_BMP: Final = 0x10000
# Scripts whose letters stand without spaces between words, and where all letters are such: kana, Han and their marks.
_WITHOUT_SPACES: Final = ("Thai", "Laoo", "Mymr", "Khmr", "Hang", "Hani", "Kana", "Yiii")
_FIRST_EAST, _LAST_EAST = 0x3005, 0xA4CF


@dataclass(frozen=True, slots=True)
class Strings:
    """UTF-8 `text` of all strings; string n is `text[offsets[n] : offsets[n + 1]]`."""

    text: NDArray[np.uint8]
    offsets: NDArray[np.int64]


def strings(column: pl.Series) -> Strings:
    """Return the strings of a column without nulls."""
    array = column.rechunk().to_arrow()
    _, places, text = array.buffers()
    offsets = np.frombuffer(places, np.int64, len(array) + 1, 8 * array.offset)
    return Strings(np.frombuffer(text or b"", np.uint8), offsets)


@cache
def word_classes() -> NDArray[np.uint8]:
    """Return for each code point of the Basic Multilingual Plane whether it is a letter, and of which kind of script.

    The classes are those of audit.kernels.parser.header; marks on letters are letters.
    """
    kinds = scripts(np.arange(_BMP, dtype=np.uint32))
    table = np.where(kinds != SCRIPT["Zyyy"], kernels.LETTER, kernels.NONE).astype(np.uint8)
    table[[code for code in range(_BMP) if unicodedata.category(chr(code))[0] == "M"]] = kernels.LETTER
    east = np.zeros(_BMP, bool)
    east[_FIRST_EAST : _LAST_EAST + 1] = True
    table[(east | np.isin(kinds, [SCRIPT[name] for name in _WITHOUT_SPACES])) & (table == kernels.LETTER)] = (
        kernels.WIDE
    )
    return table


@cache
def spelling_classes() -> NDArray[np.uint8]:
    """Return for each code point of the Basic Multilingual Plane whether it is a letter or a digit."""
    return np.fromiter((chr(code).isalnum() for code in range(_BMP)), np.uint8, _BMP)
