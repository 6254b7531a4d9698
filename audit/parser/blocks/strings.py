"""String columns as arrays for kernels: bytes, offsets, and code point classes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from audit.kernels.derived import derived
from audit.kernels.parser import words as kernels
from audit.text.code_points import PLANE, of_categories, unspaced

if TYPE_CHECKING:
    import polars as pl
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Strings:
    """The UTF-8 `text` of all strings; string n is `text[offsets[n] : offsets[n + 1]]`."""

    text: NDArray[np.uint8]
    offsets: NDArray[np.int64]

    @property
    def sizes(self) -> NDArray[np.int64]:
        """The length of each string in bytes."""
        return np.diff(self.offsets)

    def ending(self, marks: str) -> NDArray[np.bool_]:
        """Return which strings end with one of some ASCII marks."""
        return self._have(self.offsets[1:] - 1, marks.encode())

    def beginning(self, letters: str) -> NDArray[np.bool_]:
        """Return which strings may begin with one of some letters: the first bytes of letters beyond ASCII decide."""
        return self._have(self.offsets[:-1], bytes(letter.encode()[0] for letter in letters))

    def _have(self, places: NDArray[np.int64], wanted: bytes) -> NDArray[np.bool_]:
        """Return which strings are not empty and have one of the bytes at their place."""
        known = np.zeros(256, bool)
        known[list(wanted)] = True
        found = self.sizes > 0
        found[found] = known[self.text[places[found]]]
        return found


def strings(column: pl.Series) -> Strings:
    """Return the strings of a column without nulls."""
    array = column.rechunk().to_arrow()
    _, places, text = array.buffers()
    offsets = np.frombuffer(places, np.int64, len(array) + 1, 8 * array.offset)
    return Strings(np.frombuffer(text or b"", np.uint8), offsets)


@cache
def word_classes() -> NDArray[np.uint8]:
    """Return for each BMP code point whether it is a letter, and of which kind of script.

    The classes are those of audit.kernels.parser.words; marks on letters count as letters.
    """
    table = np.full(PLANE, kernels.NONE, np.uint8)
    table[of_categories("L", "M")[:PLANE]] = kernels.LETTER
    table[unspaced()[:PLANE]] = kernels.WIDE
    return table


def spelling_classes() -> NDArray[np.uint8]:
    """Return for each BMP code point whether it is a letter or digit."""
    return _spelling()["classes"]


@derived
def _spelling() -> dict[str, NDArray[np.uint8]]:
    return {"classes": np.fromiter((chr(code).isalnum() for code in range(PLANE)), np.uint8, PLANE)}
