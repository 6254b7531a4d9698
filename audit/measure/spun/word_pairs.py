"""English word bigrams beyond chance, by classes of words that have like neighbours; rare words by their ending."""

from __future__ import annotations

import lzma
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
import numpy.typing as npt

CLASSES: Final = 200
# Four times the binary logarithm, clipped to this range.
LEAST, MOST = -24, 24
_TABLE: Final = "word_pairs.xz"
# Endings by which rare words are classified, after at least three letters; the first match counts.
ENDS: Final = ("ing", "ed", "ly", "tion", "er", "al", "es", "s", "e", "y")
_BEFORE: Final = 3
NUMBER, OTHER = "0", "-"
# The end of a sentence or line, and any other mark.
STOP, COMMA = ".", ","


def known_form(word: str, known: Collection[str]) -> str:
    """Return a folded word if it is known, else what stands for it: a number, or its ending."""
    if word in known:
        return word
    if not word[0].isalpha():
        return NUMBER
    return next((f"-{end}" for end in ENDS if word.endswith(end) and len(word) >= len(end) + _BEFORE), OTHER)


@dataclass(frozen=True, slots=True)
class WordPairs:
    """The class of each known word, and the association of each two classes: levels[first, second]."""

    classes: dict[str, int]
    levels: npt.NDArray[np.int8]

    def number(self, word: str) -> int:
        """Return the class of a folded word."""
        return self.classes[known_form(word, self.classes)]

    def level(self, first: str, second: str) -> int:
        """Return the association of two folded words in this order."""
        return int(self.levels[self.number(first), self.number(second)])


@cache
def word_pairs() -> WordPairs:
    """Return the table written by tests/derive/derive_word_pairs.py."""
    read = lzma.decompress((files("audit.text.tables") / _TABLE).read_bytes())
    _, *members, levels = read.split(b"\n", CLASSES + 1)
    classes = {word: number for number, words in enumerate(members) for word in words.decode().split()}
    return WordPairs(classes, np.frombuffer(levels, np.int8).reshape(CLASSES, CLASSES))
