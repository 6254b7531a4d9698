"""Searches for wares set between the words of a sentence: strange to the article, and what is left of it joins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from audit.measure.spun.article_words import ArticleWords, article_words
from audit.text.tables.searches import (
    BEGIN_WORDS,
    DETERMINERS,
    END_WORDS,
    JOINED_WORDS,
    LINKS,
    NEVER_SEARCHED,
    SURE_ENDS,
    VERBS_BEHIND,
)

_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SURE: Final = re.compile(
    rf"(?<![\w'-])(?:{'|'.join(map(re.escape, sorted(SURE_ENDS, key=len, reverse=True)))})(?![\w'-])"
)
# Words of such a search, and letters of a word that can be looked for elsewhere.
_FEWEST, _MOST, _TELLING = 3, 6, 3


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a paragraph, where each stands, how often it says them, and what its article says."""

    text: str
    spans: tuple[tuple[int, int], ...]
    own: Counter[str]
    article: ArticleWords

    def word(self, at: int) -> str:
        return self.text[slice(*self.spans[at])] if 0 <= at < len(self.spans) else ""

    def follows(self, at: int) -> bool:
        """Return whether only a blank stands before a word."""
        return 0 < at < len(self.spans) and self.text[self.spans[at - 1][1] : self.spans[at][0]] == " "

    def is_strange(self, at: int) -> bool:
        """Return whether a word is one of content, and stands nowhere else in the article."""
        word = self.word(at)
        if word in NEVER_SEARCHED or word in LINKS or word in DETERMINERS or not word:
            return False
        return len(word) < _TELLING or self.article.words[word] <= self.own[word]


def planted_words(text: str, body: str) -> Iterator[tuple[int, int]]:
    """Yield where such searches stand in a folded paragraph whose article is the folded `body` (it holds the text)."""
    article = article_words(body)
    # The words of grammar are English ones: elsewhere everything would be strange.
    if not article.words["the"]:
        return
    spans = tuple(match.span() for match in _WORD.finditer(text))
    own = Counter(text[start:end] for start, end in spans)
    words = _Words(text, spans, own, article)
    # What the article says more than once is its subject.
    sure = {match.end() for match in _SURE.finditer(text) if _sure_of(body)[match[0]] == 1}
    for at, (_, end) in enumerate(words.spans):
        if end in sure:
            first = _first(words, at)
            if at - first >= _FEWEST - 1:
                yield words.spans[first][0], end
        elif words.word(at) in END_WORDS and words.is_strange(at):
            first = _first(words, at)
            if at - first >= _FEWEST - 1 and _is_set_in(words, first, at):
                yield words.spans[first][0], end


@lru_cache(maxsize=2)
def _sure_of(body: str) -> Counter[str]:
    return Counter(match[0] for match in _SURE.finditer(body))


def _first(words: _Words, at: int) -> int:
    """Return the first word of the search that ends with a word: one that begins one, or the last strange one."""
    first = at
    while at - first < _MOST - 1 and words.follows(first) and words.is_strange(first - 1):
        first -= 1
        if words.word(first) in BEGIN_WORDS:
            break
    return first


def _is_set_in(words: _Words, first: int, last: int) -> bool:
    """Return whether what is left of the sentence joins, or does not go on behind the search as behind a noun."""
    if not (words.follows(first) and words.follows(last + 1)):
        return False
    before, after = words.word(first - 1), words.word(last + 1)
    if before in DETERMINERS or after in VERBS_BEHIND:
        return False
    return after in DETERMINERS or f"{before} {after}" in JOINED_WORDS or (before, after) in words.article.neighbours
