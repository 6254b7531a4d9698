"""Term counts of an article: words, and bigrams of Han characters."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from audit.text.shared_words import HAN_PAIR

_WORD: Final = re.compile(r"[^\W_\u3400-\u9fff]+(?:['’-][^\W_\u3400-\u9fff]+)*")


@dataclass(frozen=True)
class ArticleWords:
    """A folded article with lazily computed term counts."""

    body: str

    @cached_property
    def words(self) -> Counter[str]:
        """The count of each word."""
        return Counter(_WORD.findall(self.body))

    @cached_property
    def pairs(self) -> Counter[str]:
        """The count of each bigram of Han characters."""
        return Counter(HAN_PAIR.findall(self.body))

    def says(self, term: str, *, besides: str) -> bool:
        """Return whether a term occurs in the article more often than in the passage `besides`."""
        if HAN_PAIR.match(term):
            return self.pairs[term] > besides.count(term)
        return self.words[term] > _WORD.findall(besides).count(term)
