"""The words around a passage of a paragraph of an article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from audit.measure.articles.article_words import ArticleWords
from audit.measure.articles.articles import Articles

_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True)
class SentenceWords:
    """A paragraph, the positions of its words around a passage, and the article's term counts."""

    text: str
    spans: tuple[tuple[int, int], ...]
    article: ArticleWords

    @classmethod
    def of(cls, articles: Articles, block: int, around: tuple[int, int]) -> SentenceWords:
        """Return the words of a block that begin between two positions, and the one before them."""
        text = articles.text(block)
        first, last = text.rfind(" ", 0, max(0, around[0])) + 1, text.find(" ", around[1])
        found = _WORD.finditer(text, first, len(text) if last < 0 else last)
        return cls(text, tuple(match.span() for match in found), articles.words(block))

    def word(self, at: int) -> str:
        """Return a word by position, empty if there is none."""
        return self.text[slice(*self.spans[at])] if 0 <= at < len(self.spans) else ""

    def follows(self, at: int) -> bool:
        """Return whether only a blank precedes a word."""
        return 0 < at < len(self.spans) and self.text[self.spans[at - 1][1] : self.spans[at][0]] == " "
