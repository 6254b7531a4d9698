"""English search phrases planted between the words of sentences.

Recognised like Chinese ones (audit.measure.spun.chinese_search_phrases): by the rarity of their words in articles, and
by the break: they do not connect to the sentence, which is complete without them. Phrases with a verb, or in the
position of a noun, belong to the sentence.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.measure.articles.articles import Articles, Places
from audit.measure.articles.vocabulary import Found, Vocabulary
from audit.measure.spun.chinese_search_phrases import occurs_once
from audit.measure.spun.english_clauses import WITHIN, belongs, is_behind, is_clause, is_determined, new_words
from audit.measure.spun.product_words import product_words
from audit.measure.spun.sentence_words import SentenceWords
from audit.measure.spun.word_pairs import word_pairs
from audit.text.tables.searches import BEGIN_WORDS, DETERMINERS, END_WORDS, GRAMMAR, VERBS_BEHIND

# Minimum characters of the paragraph outside the passage.
_AROUND: Final = 60
# Log odds in hundredths: per tenth of the words' weight, and per weighted word; per new word between; per new word
# beside; for how well the rest connects, and each edge does; for initial and final words of searches; per word used
# elsewhere; for surroundings and position of a noun. A regression on 3,000 searches planted in English articles, the
# passages with such words in 43,000 paragraphs of pages of all kinds, of which five are flagged at this bound, and
# 100 adversarial sentences.
_TOLD, _TELLS, _NEW, _BESIDE, _JOINED, _EDGE, _BEGINS, _ENDS = 4, 153, 63, 92, 33, -38, 36, 151
_ELSEWHERE, _USUAL, _A_PLACE = 249, -67, -217
_ENOUGH: Final = 760
# Minimum weight of words for a closer look: reached by two of them (and all but one in 200 of those found).
_LEAST: Final = 46
# Words allowed between two of them, and their letters including blanks.
_BETWEEN, _REACH = 2, 24
# New words that may belong to it on either side; and the weight of an edge beside one.
_BEFORE, _BEHIND, _AN_EDGE = 3, 2, 5
# Function words that end a run.
_ENDING: Final = GRAMMAR - WITHIN - {"all"}
_MARK: Final = re.compile(r"[^\w'’ -]|_")
_ENGLISH: Final = " the "
_AND: Final = frozenset(("and", "or"))


@cache
def _telling() -> tuple[Vocabulary, npt.NDArray[np.int64]]:
    weights = product_words("en")
    known = Vocabulary(list(weights), whole=True)
    return known, np.array([weights[word] for word in known.words], np.int64)


def find_english_search_phrases(articles: Articles) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield blocks, and the spans of such phrases."""
    vocabulary, weights = _telling()
    found = vocabulary.find(articles.points)
    blocks = articles.blocks_at(found.starts)
    told = np.where(occurs_once(found, articles), weights[found.words], 0)
    likely = _likely(articles, found, blocks, told)
    found = found.only(likely)
    columns = blocks[likely], found.starts, found.ends, told[likely]
    rows = zip(*(column.tolist() for column in columns), strict=True)
    for block, hits in groupby(rows, lambda row: row[0]):
        low = int(articles.starts[block])
        # Function words are English: in other languages every word would be new.
        if _ENGLISH in articles.words(block).body:
            words = SentenceWords.of(articles, block)
            known = _by_word(words, [(start - low, end - low, weight) for _, start, end, weight in hits])
            yield from ((block, span) for span in _strung(words, known))


def _likely(articles: Articles, found: Found, blocks: Places, told: Places) -> npt.NDArray[np.bool_]:
    """Return which words are in blocks where a possible run of words has enough weight."""
    likely = np.zeros(len(blocks), np.bool_)
    telling = np.flatnonzero(told)
    if not len(telling):
        return likely
    starts, ends = found.starts[telling][1:], found.ends[telling][:-1]
    apart = (starts - ends > _REACH) | (np.diff(blocks[telling]) > 0)
    # A word may be contained in the preceding one.
    ends = np.maximum.accumulate(ends)
    for n in np.flatnonzero(~apart & (starts > ends)).tolist():
        apart[n] = _parts(articles.between(int(ends[n]), int(starts[n])))
    firsts = np.flatnonzero(np.append(True, apart))
    enough = np.add.reduceat(told[telling], firsts) >= _LEAST
    return np.isin(blocks, blocks[telling[firsts[enough]]])


def _parts(between: str) -> bool:
    """Return whether the text between two words ends a run: punctuation, or a function word."""
    return _MARK.search(between) is not None or not _parting().isdisjoint(between.split(" ")[1:-1])


@cache
def _parting() -> frozenset[str]:
    """Return the function words that occur in no known phrase."""
    vocabulary, _ = _telling()
    return _ENDING.difference(*(phrase.split() for phrase in vocabulary.words))


def _by_word(words: SentenceWords, hits: list[tuple[int, int, int]]) -> dict[int, int]:
    """Return the weight of each known word of a paragraph by position, divided among the words of a phrase."""
    numbers = {start: number for number, (start, _) in enumerate(words.spans)}
    ends = {end: number for number, (_, end) in enumerate(words.spans)}
    known: dict[int, int] = {}
    for start, end, weight in sorted(hits, key=lambda hit: hit[1] - hit[0]):
        if start in numbers and end in ends:
            of = range(numbers[start], ends[end] + 1)
            known.update((number, weight // len(of)) for number in of if weight or number not in known)
    return known


@dataclass(frozen=True, slots=True)
class _Edges:
    """The bounds of a passage, adjacent new words, how its edges connect, and what is left."""

    first: int
    last: int
    beside: int
    edge: int
    joined: int


def _strung(words: SentenceWords, known: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the passages of a paragraph; `known` are the words' weights."""
    for first, last in _runs(words, known):
        told = sum(known.get(at, 0) for at in range(first, last + 1))
        best = _best(words, first, last) if told >= _LEAST and not is_clause(words, known, (first, last)) else None
        if best is None or not (words.follows(best.first) and words.follows(best.last + 1)):
            continue
        start, end = words.spans[best.first][0], words.spans[best.last][1]
        is_inside = len(words.text) - (end - start) >= _AROUND
        score = _TOLD * told + _form(words, known, (first, last)) + _break(words, best)
        if is_inside and score >= _ENOUGH and not belongs(words, known, (best.first, best.last)):
            yield start, end


def _form(words: SentenceWords, known: Mapping[int, int], run: tuple[int, int]) -> int:
    """Return the evidence for a run of words from its composition."""
    within = range(run[0], run[1] + 1)
    new = new_words(words, known, run)
    elsewhere = sum(known.get(at) == 0 for at in within)
    score = _NEW * new + _ELSEWHERE * elsewhere + _TELLS * sum(known.get(at, 0) > 0 for at in within)
    return score + _BEGINS * (words.word(run[0]) in BEGIN_WORDS) + _ENDS * (words.word(run[1]) in END_WORDS)


def _break(words: SentenceWords, at: _Edges) -> int:
    """Return the evidence for a passage from its position in the sentence."""
    before, behind = words.word(at.first - 1), words.word(at.last + 1)
    usual = (before in DETERMINERS) + (behind in VERBS_BEHIND) + (not _AND.isdisjoint((before, behind)))
    is_a_place = is_determined(before) and is_behind(behind)
    score = _BESIDE * at.beside + _JOINED * at.joined + _EDGE * at.edge
    return score + _USUAL * usual + _A_PLACE * is_a_place


def _runs(words: SentenceWords, known: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Yield first and last word of runs of known words, uninterrupted by punctuation or other function words."""
    run: list[int] = []
    for at in sorted(at for at in known if known[at]):
        if run and not _goes_on(words, run[-1], at, known):
            yield _widened(words, run, known)
            run = []
        run.append(at)
    if run:
        yield _widened(words, run, known)


def _goes_on(words: SentenceWords, before: int, at: int, known: Mapping[int, int]) -> bool:
    """Return whether a word continues the run."""
    between = [words.word(n) for n in range(before + 1, at) if n not in known]
    return (
        len(between) <= _BETWEEN
        and all(map(words.follows, range(before + 1, at + 1)))
        and not any(word in _ENDING for word in between)
    )


def _widened(words: SentenceWords, run: list[int], known: Mapping[int, int]) -> tuple[int, int]:
    """Return a run extended by adjacent known words."""
    first, last = run[0], run[-1]
    while words.follows(first) and first - 1 in known and words.word(first - 1) not in GRAMMAR:
        first -= 1
    while words.follows(last + 1) and last + 1 in known and words.word(last + 1) not in GRAMMAR:
        last += 1
    return first, last


def _best(words: SentenceWords, first: int, last: int) -> _Edges:
    """Return the best bounds for a passage that contains a run, possibly with adjacent new words."""
    lowest, highest = first, last
    while first - lowest < _BEFORE and words.follows(lowest) and words.is_strange(lowest - 1):
        lowest -= 1
    while highest - last < _BEHIND and words.follows(highest + 1) and words.is_strange(highest + 1):
        highest += 1
    beside = itertools.product(range(first - lowest + 1), range(highest - last + 1))
    ways = (_edges(words, first - before, last + behind, before + behind) for before, behind in beside)
    return max(ways, key=lambda way: _AN_EDGE * (way.joined - way.edge) + way.beside)


def _edges(words: SentenceWords, first: int, last: int, beside: int) -> _Edges:
    before, behind = words.word(first - 1), words.word(last + 1)
    if not before or not behind:
        return _Edges(first, last, beside, 0, 0)
    level = word_pairs().level
    edge = level(before, words.word(first)) + level(words.word(last), behind)
    return _Edges(first, last, beside, edge, level(before, behind))
