"""English word bigrams beyond chance: frequent words by themselves, others by their ending."""

from __future__ import annotations

import lzma
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
import numpy.typing as npt

# Twice the decimal logarithm, clipped to this range.
LEAST, MOST = -3, 4
_TABLE: Final = "word_pairs.xz"
# Endings by which words are classified, after at least three letters; the first match counts.
ENDS: Final = ("ing", "ed", "ly", "tion", "er", "al", "es", "s", "e", "y")
_BEFORE: Final = 3
NUMBER, OTHER = "0", "-"


def word_class(word: str, frequent: frozenset[str] | dict[str, int]) -> str:
    """Return the class of a folded word: itself, a number, or its ending."""
    if word in frequent:
        return word
    if not word[0].isalpha():
        return NUMBER
    return next((f"-{end}" for end in ENDS if word.endswith(end) and len(word) >= len(end) + _BEFORE), OTHER)


@dataclass(frozen=True, slots=True)
class WordPairs:
    """Class numbers, and the association of each two: levels[first, second]."""

    classes: dict[str, int]
    levels: npt.NDArray[np.int8]

    def numbers(self, words: Sequence[str]) -> npt.NDArray[np.int64]:
        """Return the class numbers of folded words."""
        return np.array([self.classes[word_class(word, self.classes)] for word in words], np.int64)

    def level(self, first: str, second: str) -> int:
        """Return the association of two folded words in this order."""
        left, right = (self.classes[word_class(word, self.classes)] for word in (first, second))
        return int(self.levels[left, right])


@cache
def word_pairs() -> WordPairs:
    """Return the table written by tests/derive/derive_word_pairs.py."""
    _, names, levels = lzma.decompress((files("audit.text.tables") / _TABLE).read_bytes()).split(b"\n", 2)
    classes = {name: number for number, name in enumerate(names.decode().split())}
    return WordPairs(classes, np.frombuffer(levels, np.int8).reshape(len(classes), len(classes)))
