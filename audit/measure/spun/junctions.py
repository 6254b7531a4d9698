"""Where a foreign passage was set into Chinese: the characters left of it and right of it belong together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from audit.measure.spun.article_words import ArticleWords

_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_TABLE: Final = "han_pairs.tsv"
# What speaks for a passage: that what is left joins, that it does not join at either edge, and that it holds together.
_JOINED, _BROKEN, _WHOLE = 4, 2, 1
# Characters that are words of grammar by themselves: what stands beside them joins to nothing.
GRAMMAR: Final = frozenset(
    "的了在是和与对也就都又把被让给而且着过说要这那我他她你们有不没其上下中里到向从为以于之所一个可能会很还将因该每"
)
_PARTING: Final = 8
# Enough for a passage that may well be advertising: what is left of it joins, or it joins at neither edge; and enough
# for one that everybody might write: both, and it parts a word.
PARTED: Final = _JOINED
INSIDE_A_WORD: Final = _JOINED + 2 * _BROKEN + _PARTING


@cache
def _pairs() -> frozenset[str]:
    """Return the pairs of Han characters that stand side by side more often than by chance."""
    lines = (files("audit.text.tables") / _TABLE).read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return frozenset(first + second for first, seconds in rows for second in seconds)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A folded paragraph of an article, and what of it (text[hole]) is left out when something is looked up there."""

    text: str
    article: ArticleWords
    hole: tuple[int, int]

    def seam(self, start: int, end: int) -> int:
        """Return how much speaks for text[start:end] being set into the paragraph.

        Beside a mark, a blank or the paragraph's edge nothing is joined or broken.
        """
        before, after = self.text[max(0, start - 1) : start], self.text[end : end + 1]
        told = _JOINED * self._belongs(before + after)
        told += _BROKEN * (self.is_broken(start) + self.is_broken(end))
        return told + _WHOLE * self._belongs(self.text[start : start + 2])

    def is_broken(self, at: int) -> bool:
        """Return whether two Han characters meet at a place that do not belong together."""
        pair = self.text[max(0, at - 1) : at + 1]
        return is_pair(pair) and not self._belongs(pair)

    def parts_a_word(self, start: int, end: int) -> int:
        """Return how much speaks for a passage in a word: not beside a word of grammar, where sentences part anyway."""
        before, after = self.text[max(0, start - 1) : start], self.text[end : end + 1]
        return _PARTING * (self._belongs(before + after) and GRAMMAR.isdisjoint(before + after))

    def stands(self, term: str) -> bool:
        """Return whether a word, or a pair of Han characters, stands elsewhere in the article."""
        return self.article.says(term, besides=self.text[slice(*self.hole)])

    def _belongs(self, pair: str) -> bool:
        return is_pair(pair) and (pair in _pairs() or self.stands(pair))


def is_pair(text: str) -> bool:
    """Return whether a text is two Han characters."""
    return len(text) > 1 and all(map(_HAN.match, text))
