"""Collocations in Chinese: characters adjacent more often than by chance."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from audit.kernels.derived import ahead
from audit.kernels.planted_bounds import FIRM, GRAMMAR, HAN, JOINED, NAMED, fill_pairs
from audit.text.tables import rows

if TYPE_CHECKING:
    from audit.measure.articles.article_words import ArticleWords

_BMP: Final = 0x10000
_FIRST_HAN, _LAST_HAN = 0x3400, 0x9FFF
IS_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_TABLE: Final = "han_pairs.tsv"
# Characters that are function words and in no product name: a phrase ends before one.
_PARTING: Final = "的了在是和与对也就都又把被让给而且着过说要这那我他她你们有不没其上"
# Characters that no search phrase spans.
GRAMMAR_WORDS: Final = (
    "的了在是和与对也就都又把被让给而且着过说要这那我他她你们有不没其来并叫该用等及或从于向各此所已将请您以为因由至"
)


@cache
def _pairs() -> frozenset[str]:
    """Return the pairs of Han characters that are adjacent more often than by chance."""
    return frozenset(first + second for first, *seconds in rows(_TABLE) for second in "".join(seconds))


@ahead()
def known_pairs() -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint8]]:
    """Return the same pairs with their strength, as the hash table of audit.kernels.planted_bounds."""
    levels = {
        ord(first) << 16 | ord(second): level
        for first, *ranks in rows(_TABLE)
        for level, seconds in zip((JOINED, FIRM), ranks, strict=True)
        for second in seconds
    }
    known = np.zeros(1 << (2 * len(levels)).bit_length(), np.uint32)
    filled = np.zeros(len(known), np.uint8)
    fill_pairs(np.array(list(levels), np.uint32), np.array(list(levels.values()), np.uint8), known, filled)
    return known, filled


@cache
def roles() -> npt.NDArray[np.uint8]:
    """Return the role of each BMP code point for audit.kernels.planted_bounds."""
    made = np.zeros(_BMP, np.uint8)
    made[_FIRST_HAN : _LAST_HAN + 1] = HAN | NAMED
    made[list(b"abcdefghijklmnopqrstuvwxyz0123456789")] |= NAMED
    made[list(map(ord, GRAMMAR_WORDS))] |= GRAMMAR
    return made


@cache
def simplified_forms() -> npt.NDArray[np.uint32]:
    """Return the code point that stands for each of the BMP in the tables of Chinese: simplified for traditional."""
    forms = np.arange(_BMP, dtype=np.uint32)
    for form, variants in rows("simplified.tsv"):
        forms[list(map(ord, variants))] = ord(form)
    return forms


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A folded paragraph; text[hole] is ignored in lookups."""

    text: str
    article: ArticleWords
    hole: tuple[int, int]

    def is_broken(self, at: int) -> bool:
        """Return whether two adjacent Han characters at a position do not collocate."""
        pair = self.text[max(0, at - 1) : at + 1]
        return is_pair(pair) and pair not in _pairs() and not self.stands(pair)

    def stands(self, term: str) -> bool:
        """Return whether a word or Han bigram occurs elsewhere in the article."""
        return self.article.says(term, besides=self.text[slice(*self.hole)])


def is_pair(text: str) -> bool:
    """Return whether a text is two Han characters."""
    return len(text) > 1 and all(map(IS_HAN.match, text))


def parts(pair: str) -> bool:
    """Return whether a pair contains a character at which sentences are divided."""
    return not _PARTERS.isdisjoint(pair)


_PARTERS: Final = frozenset(_PARTING)
