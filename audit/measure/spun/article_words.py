"""What an article says: its words and pairs of Han characters, counted once for all that is looked up in it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

_WORD: Final = re.compile(r"[^\W_\u3400-\u9fff]+(?:['’-][^\W_\u3400-\u9fff]+)*")
_PAIR: Final = re.compile(r"(?=([\u3400-\u9fff]{2}))")


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """How often each word and each pair of Han characters stands in a folded article; which words are neighbours."""

    words: Counter[str]
    pairs: Counter[str]
    neighbours: frozenset[tuple[str, str]]

    def says(self, term: str, *, besides: str) -> bool:
        """Return whether a word or a pair stands in the article more often than in a passage of it."""
        if _PAIR.match(term):
            return self.pairs[term] > besides.count(term)
        return self.words[term] > _WORD.findall(besides).count(term)


@lru_cache(maxsize=2)
def article_words(body: str) -> ArticleWords:
    """Return what a folded article says; all paragraphs of one are asked one after the other."""
    words = _WORD.findall(body)
    return ArticleWords(Counter(words), Counter(_PAIR.findall(body)), frozenset(pairwise(words)))
