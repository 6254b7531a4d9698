"""Word bigrams beyond chance, by classes of words that have like neighbours; rare words by their ending."""

from __future__ import annotations

import lzma
from collections.abc import Collection
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.kernels.derived import ahead
from audit.text.tables.searches import ENGLISH

# Four times the binary logarithm, clipped to this range.
LEAST, MOST = -24, 24
_TABLE: Final = "word_pairs.{}.xz"
NUMBER, OTHER = "0", "-"
# The end of a sentence or line, and any other mark.
STOP, COMMA = ".", ","
# Letters before the ending of a word, and characters of Korean and Japanese.
_BEFORE, _BEFORE_WIDE, _WIDE = 3, 1, "\u3041"


def known_form(word: str, known: Collection[str], ends: Collection[str]) -> str:
    """Return a folded word if it is known, else what stands for it: a number, or the first ending that it has."""
    if word in known:
        return word
    if not word[0].isalpha():
        return NUMBER
    before = _BEFORE_WIDE if word[-1] >= _WIDE else _BEFORE
    return next((f"-{end}" for end in ends if word.endswith(end) and len(word) >= len(end) + before), OTHER)


@dataclass(frozen=True, slots=True)
class WordPairs:
    """The class of each known word, and the association of each two classes: levels[first, second].

    `ends` are the endings by which rare words are classified, longer ones first.
    """

    classes: dict[str, int]
    levels: npt.NDArray[np.int8]
    ends: tuple[str, ...]

    def number(self, word: str) -> int:
        """Return the class of a folded word."""
        return self.classes[known_form(word, self.classes, self.ends)]

    def level(self, first: str, second: str) -> int:
        """Return the association of two folded words in this order."""
        return int(self.levels[self.number(first), self.number(second)])


@ahead((ENGLISH,))
def word_pairs(language: str) -> WordPairs:
    """Return the table of a language, written by tests/derive/derive_word_pairs.py."""
    read = lzma.decompress((files("audit.text.tables") / _TABLE.format(language)).read_bytes())
    header, rest = read.split(b"\n", 1)
    count = int(header.split()[1])
    *members, levels = rest.split(b"\n", count)
    classes = {word: number for number, words in enumerate(members) for word in words.decode().split()}
    ends = sorted((word[1:] for word in classes if word[0] == "-" and word != OTHER), key=lambda end: (-len(end), end))
    return WordPairs(classes, np.frombuffer(levels, np.int8).reshape(count, count), tuple(ends))
