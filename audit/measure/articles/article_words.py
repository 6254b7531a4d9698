"""What an article says: its words and pairs of Han characters, counted once for all that is looked up in it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Final

_WORD: Final = re.compile(r"[^\W_\u3400-\u9fff]+(?:['’-][^\W_\u3400-\u9fff]+)*")
_PAIR: Final = re.compile(r"(?=([\u3400-\u9fff]{2}))")


@dataclass(frozen=True)
class ArticleWords:
    """A folded article: how often each word and each pair of Han characters stands in it, counted when first asked."""

    body: str

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word stands in it."""
        return Counter(_WORD.findall(self.body))

    @cached_property
    def pairs(self) -> Counter[str]:
        """How often each pair of neighbouring Han characters does."""
        return Counter(_PAIR.findall(self.body))

    def says(self, term: str, *, besides: str) -> bool:
        """Return whether a word or a pair stands in the article more often than in a passage of it."""
        if _PAIR.match(term):
            return self.pairs[term] > besides.count(term)
        return self.words[term] > _WORD.findall(besides).count(term)
