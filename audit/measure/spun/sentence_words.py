"""The words of a paragraph, with their context and novelty in the article."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from audit.measure.articles.article_words import ArticleWords
from audit.measure.articles.articles import Articles
from audit.text.tables.searches import GRAMMAR

_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# Minimum letters of a word that is looked up.
_TELLING: Final = 3


@dataclass(frozen=True)
class SentenceWords:
    """The words of a paragraph with their positions, and the article's term counts."""

    text: str
    spans: tuple[tuple[int, int], ...]
    article: ArticleWords

    @classmethod
    def of(cls, articles: Articles, block: int) -> SentenceWords:
        """Return the words of a block."""
        text = articles.text(block)
        return cls(text, tuple(match.span() for match in _WORD.finditer(text)), articles.words(block))

    @cached_property
    def own(self) -> Counter[str]:
        """The paragraph's term counts, computed lazily."""
        return Counter(self.text[start:end] for start, end in self.spans)

    def word(self, at: int) -> str:
        """Return a word by position, empty if there is none."""
        return self.text[slice(*self.spans[at])] if 0 <= at < len(self.spans) else ""

    def follows(self, at: int) -> bool:
        """Return whether only a blank precedes a word."""
        return 0 < at < len(self.spans) and self.text[self.spans[at - 1][1] : self.spans[at][0]] == " "

    def is_strange(self, at: int) -> bool:
        """Return whether a word is a content word that does not occur elsewhere in the article."""
        word = self.word(at)
        if not word or word in GRAMMAR:
            return False
        return len(word) < _TELLING or self.article.words[word] <= self.own[word]
