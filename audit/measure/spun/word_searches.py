"""Searches for wares set between the words of a sentence: strange to the article, and what is left of it joins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.measure.articles.article_words import ArticleWords
from audit.measure.articles.articles import Articles, Places
from audit.measure.articles.vocabulary import Vocabulary
from audit.text.shared_words import terms
from audit.text.tables.searches import (
    BEGIN_WORDS,
    BEGINS,
    DETERMINERS,
    END_WORDS,
    ENDS,
    JOINED_WORDS,
    LINKS,
    NEVER_SEARCHED,
    SURE_ENDS,
    VERBS_BEHIND,
    WHOLE,
)

_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_SURE: Final = re.compile(rf"(?<![\w'-])(?:{_any_of(SURE_ENDS)})(?![\w'-])")
# A beginning, a few words and an end; or what needs no beginning.
_BETWEEN, _LONGEST = 4, 20
_ASKED: Final = re.compile(
    rf"(?<![\w'-])(?:(?:{_any_of(BEGINS)})(?: [\w'-]{{1,{_LONGEST}}}){{1,{_BETWEEN}}}? (?:{_any_of(ENDS)})|"
    rf"(?:{_any_of(WHOLE)})(?: (?:{_any_of(WHOLE)}|{_any_of(ENDS)}))?)(?![\w'-])"
)
# Between the two stand so many characters, blanks included.
_NEAREST, _FARTHEST = 3, _BETWEEN * (_LONGEST + 1) + 1
# A paragraph in which something is planted has so many characters before it and behind it together.
AROUND: Final = 60
# Words of such a search, and letters of a word that can be looked for elsewhere.
_FEWEST, _MOST, _TELLING = 3, 6, 3
# Words that are in no search.
_OUTSIDE: Final = NEVER_SEARCHED | LINKS | DETERMINERS
# So many characters hold two words and the blanks behind them, but for very long ones.
_TWO_WORDS: Final = 80
# No verb that goes on behind a noun is longer, with the blank behind it.
_A_VERB: Final = 10
_BEGINS, _ENDS, _WHOLE, _SURELY, _LAST = (1 << bit for bit in range(5))


@cache
def _words() -> tuple[Vocabulary, npt.NDArray[np.uint8]]:
    """Return all words that tell of searches, and what each of them does."""
    does: Counter[str] = Counter()
    for words, bit in ((BEGINS, _BEGINS), (ENDS, _ENDS), (WHOLE, _WHOLE), (SURE_ENDS, _SURELY), (END_WORDS, _LAST)):
        does.update(dict.fromkeys(words, bit))
    known = Vocabulary(list(does), whole=True)
    return known, np.array([does[word] for word in known.words], np.uint8)


def planted_words(articles: Articles) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield blocks, and where in them such searches stand."""
    known, does = _words()
    found = known.find(articles.points)
    roles = does[found.words]
    is_end, is_begin = roles & _ENDS > 0, roles & _BEGINS > 0
    nearest = _next(found.starts[is_end], found.ends + _NEAREST) - found.ends
    asked = (is_begin & (nearest <= _FARTHEST)) | (roles & _WHOLE > 0)
    for block, places in _by_block(articles, found.starts[asked]):
        yield from ((block, span) for span in _asked(articles, block, places))
    likely = roles & _SURELY > 0
    for n in np.flatnonzero(roles & _LAST > 0).tolist():
        likely[n] |= _may_end(articles, int(found.starts[n]), int(found.ends[n]))
    for block, _ in _by_block(articles, found.starts[likely]):
        yield from ((block, span) for span in _set_in(articles, block))


def _next(places: Places, least: Places) -> Places:
    """Return the first of the sorted places that is no less than each; far away where there is none."""
    return np.append(places, np.iinfo(np.int64).max)[np.searchsorted(places, least)]


def _by_block(articles: Articles, places: Places) -> Iterator[tuple[int, list[int]]]:
    """Yield the long blocks that hold places, and these, counted from where the block begins."""
    blocks = articles.blocks_at(places)
    for block, told in groupby(zip(blocks.tolist(), places.tolist(), strict=True), lambda pair: pair[0]):
        start = int(articles.starts[block])
        if articles.ends[block] - start >= AROUND:
            yield block, [place - start for _, place in told]


def _asked(articles: Articles, block: int, places: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the searches that begin and end as searches do; `places` are where some may begin."""
    text, last = articles.text(block), 0
    for place in places:
        match = _ASKED.match(text, place) if place >= last else None
        if match is None:
            continue
        last = match.end()
        if len(text) - len(match[0]) >= AROUND and _is_strange(match[0], articles.words(block)):
            yield match.span()


def _is_strange(phrase: str, article: ArticleWords) -> bool:
    """Return whether at most one of the phrase's words stands elsewhere in the article, of three or more."""
    if not NEVER_SEARCHED.isdisjoint(phrase.split()):
        return False
    said = terms(phrase)
    shared = sum(article.says(term, besides=phrase) for term in said)
    return shared == 0 or (shared == 1 and len(said) >= _FEWEST)


def _may_end(articles: Articles, start: int, end: int) -> bool:
    """Return whether a word may end a search: two words that may be of one stand before it, and a blank behind it."""
    points = articles.points
    if end >= len(points) or points[end] != ord(" ") or points[start - 1] != ord(" "):
        return False
    if articles.between(end + 1, end + _A_VERB).partition(" ")[0] in VERBS_BEHIND:
        return False
    before = articles.between(max(0, start - _TWO_WORDS), start).split(" ")
    if len(before) < _FEWEST + 1:
        return start >= _TWO_WORDS
    return before[-2][-1:].isalnum() and before[-3][-1:].isalnum() and _OUTSIDE.isdisjoint(before[-3:-1])


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """The words of a paragraph, where each stands, how often it says them, and what its article says."""

    text: str
    spans: tuple[tuple[int, int], ...]
    own: Counter[str]
    article: ArticleWords

    @classmethod
    def of(cls, articles: Articles, block: int) -> SentenceWords:
        """Return the words of a block."""
        text = articles.text(block)
        spans = tuple(match.span() for match in _WORD.finditer(text))
        return cls(text, spans, Counter(text[start:end] for start, end in spans), articles.words(block))

    def word(self, at: int) -> str:
        """Return a word, none where there is none."""
        return self.text[slice(*self.spans[at])] if 0 <= at < len(self.spans) else ""

    def follows(self, at: int) -> bool:
        """Return whether only a blank stands before a word."""
        return 0 < at < len(self.spans) and self.text[self.spans[at - 1][1] : self.spans[at][0]] == " "

    def is_strange(self, at: int) -> bool:
        """Return whether a word is one of content, and stands nowhere else in the article."""
        word = self.word(at)
        if not word or word in _OUTSIDE:
            return False
        return len(word) < _TELLING or self.article.words[word] <= self.own[word]

    def joins(self, first: int, last: int) -> bool:
        """Return whether what stands before some words and what stands behind them may follow each other."""
        before, after = self.word(first - 1), self.word(last + 1)
        return after in DETERMINERS or f"{before} {after}" in JOINED_WORDS or (before, after) in self.article.neighbours


def _set_in(articles: Articles, block: int) -> Iterator[tuple[int, int]]:
    """Yield the searches of a block that end as some do, wherever they begin."""
    words = SentenceWords.of(articles, block)
    # The words of grammar are English ones: elsewhere everything would be strange.
    if not words.article.words["the"]:
        return
    # What the article says more than once is its subject.
    sure = {match.end() for match in _SURE.finditer(words.text) if words.article.finds(_SURE)[match[0]] == 1}
    for at, (_, end) in enumerate(words.spans):
        if end in sure:
            first = _first(words, at)
            if at - first >= _FEWEST - 1:
                yield words.spans[first][0], end
        elif words.word(at) in END_WORDS and words.is_strange(at):
            first = _first(words, at)
            if at - first >= _FEWEST - 1 and _is_set_between(words, first, at):
                yield words.spans[first][0], end


def _first(words: SentenceWords, at: int) -> int:
    """Return the first word of the search that ends with a word: one that begins one, or the last strange one."""
    first = at
    while at - first < _MOST - 1 and words.follows(first) and words.is_strange(first - 1):
        first -= 1
        if words.word(first) in BEGIN_WORDS:
            break
    return first


def _is_set_between(words: SentenceWords, first: int, last: int) -> bool:
    """Return whether what is left of the sentence joins, or does not go on behind the search as behind a noun."""
    if not (words.follows(first) and words.follows(last + 1)):
        return False
    goes_on = words.word(first - 1) in DETERMINERS or words.word(last + 1) in VERBS_BEHIND
    return not goes_on and words.joins(first, last)
