"""English passages that string words of wares and services together, as people put them to a search engine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.measure.articles.articles import Articles
from audit.measure.articles.vocabulary import Vocabulary
from audit.measure.spun.wares import said_once
from audit.measure.spun.word_searches import AROUND, SentenceWords
from audit.text.tables.searches import DETERMINERS, LINKS, NEVER_SEARCHED, VERBS_BEHIND
from audit.text.tables.wares import TELLING

# What the words have to amount to, in tenths, with what is said for and against them by what stands around them: that
# the sentence joins without them, that it goes on as behind a noun, that it parts there by a mark; and each word beside
# them, or between, that is new to the article. (Of 11,500 clean paragraphs two are blamed by this.)
_ENOUGH: Final = 65
_JOINS, _GOES_ON, _PARTS, _NEW, _MOST_NEW = 10, -15, -10, 3, 3
# Words that may stand between two of them, and letters of these at most.
_BETWEEN, _REACH = 2, 30
# Words that searches hold between others; other words of grammar end one.
_WITHIN: Final = frozenset(
    ("for", "in", "to", "with", "without", "on", "at", "from", "by", "under", "up", "off", "out")
)
_ENDING: Final = (NEVER_SEARCHED | DETERMINERS | LINKS) - _WITHIN


@cache
def _telling() -> tuple[Vocabulary, npt.NDArray[np.int64]]:
    weights = {word: weight for weight, words in TELLING.items() for word in words.split()}
    known = Vocabulary(list(weights), whole=True)
    return known, np.array([weights[word] for word in known.words], np.int64)


def strung_words(articles: Articles) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield blocks, and where in them such passages stand."""
    vocabulary, weights = _telling()
    found = said_once(vocabulary.find(articles.points), articles)
    if not len(found.starts):
        return
    blocks, told = articles.blocks_at(found.starts), weights[found.words]
    apart = (blocks[1:] != blocks[:-1]) | (found.starts[1:] - found.ends[:-1] > _REACH)
    firsts = np.flatnonzero(np.append(True, apart))
    counts, sums = np.diff(np.append(firsts, len(blocks))), np.add.reduceat(told, firsts)
    enough = sums + _JOINS + _NEW * (_MOST_NEW + _BETWEEN * (counts - 1)) >= _ENOUGH
    likely = np.repeat((counts > 1) & enough, counts)
    rows = zip(blocks[likely].tolist(), found.starts[likely].tolist(), told[likely].tolist(), strict=True)
    for block, hits in groupby(rows, lambda row: row[0]):
        words = SentenceWords.of(articles, block)
        start = int(articles.starts[block])
        if words.article.words["the"]:
            spans = _strung(words, {at - start: weight for _, at, weight in hits})
            yield from ((block, span) for span in spans)


def _strung(words: SentenceWords, told: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the passages of a paragraph; `told` is where words that tell of wares begin, and how much they tell."""
    places = [at for at, (start, _) in enumerate(words.spans) if start in told]
    for run in _runs(words, places):
        first, last = run[0], run[-1]
        weight = sum(told[words.spans[at][0]] for at in run) + _NEW * (last - first + 1 - len(run))
        start, end = words.spans[first][0], words.spans[last][1]
        is_inside = len(words.text) - (end - start) >= AROUND
        if is_inside and len(run) > 1 and weight + _around(words, first, last) >= _ENOUGH:
            yield start, end


def _runs(words: SentenceWords, places: Sequence[int]) -> Iterator[list[int]]:
    """Yield the words that stand near each other, without a mark or a word of grammar between them."""
    if not places:
        return
    run = [places[0]]
    for before, at in pairwise(places):
        between = range(before + 1, at)
        if len(between) > _BETWEEN or not all(map(words.follows, range(before + 1, at + 1))) or any(
            words.word(n) in _ENDING for n in between
        ):  # fmt: skip
            yield run
            run = []
        run.append(at)
    yield run


def _around(words: SentenceWords, first: int, last: int) -> int:
    """Return what is said for and against a passage by what stands around it."""
    new = 0
    while new < _MOST_NEW and words.follows(first - new) and words.is_strange(first - new - 1):
        new += 1
    behind = last
    while new < _MOST_NEW and words.follows(behind + 1) and words.is_strange(behind + 1):
        new, behind = new + 1, behind + 1
    if not (words.follows(first) and words.follows(last + 1)):
        return _NEW * new + _PARTS
    if words.word(first - 1) in DETERMINERS or words.word(last + 1) in VERBS_BEHIND:
        return _NEW * new + _GOES_ON
    return _NEW * new + _JOINS * words.joins(first, last)
