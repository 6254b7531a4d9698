"""A column of strings as kernels read it: the bytes of all, where each begins, and classes of code points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels import header
from audit.kernels.lines import KIND
from audit.parser import classes

if TYPE_CHECKING:
    import polars as pl
    from numpy.typing import NDArray

_BMP: Final = 0x10000


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

    The classes are those of audit.kernels.header.
    """
    found = np.zeros(classes.CLASSES, np.uint8)
    found[[classes.UPPER, classes.LOWER]], found[classes.WIDE] = header.LETTER, header.WIDE
    table: NDArray[np.uint8] = found[classes.class_table() & KIND]
    return table


@cache
def spelling_classes() -> NDArray[np.uint8]:
    """Return for each code point of the Basic Multilingual Plane whether it is a letter or a digit."""
    return np.fromiter((chr(code).isalnum() for code in range(_BMP)), np.uint8, _BMP)
