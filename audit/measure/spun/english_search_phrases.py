"""English search phrases planted between the words of sentences.

Recognised like Chinese ones (audit.measure.spun.chinese_search_phrases): by the rarity of their words in articles, and
by the break: they do not connect to the sentence, which is complete without them. Phrases with a verb, or in the
position of a noun, belong to the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.measure.articles.articles import Articles, Places
from audit.measure.articles.vocabulary import Found, Vocabulary
from audit.measure.spun.chinese_search_phrases import occurs_once
from audit.measure.spun.english_clauses import WITHIN, belongs, is_clause, is_determined
from audit.measure.spun.product_words import product_words
from audit.measure.spun.sentence_words import SentenceWords
from audit.measure.spun.word_pairs import word_pairs
from audit.text.tables.searches import END_WORDS, GRAMMAR

# Minimum characters of the paragraph outside the passage.
_AROUND: Final = 60
# Log odds in hundredths: per tenth of the words' weight, and per weighted word; for a final word of searches; per
# unknown function word inside, and per word used elsewhere; for how well the rest connects, and each edge does; for a
# determiner and "and" beside it, and punctuation behind it. A regression on 2,000 searches planted in English articles,
# the 160 passages with such words in 9,600 paragraphs of pages of all kinds, and 27 adversarial sentences; of 59,900
# paragraphs of pages 15 are flagged at this bound.
_TOLD, _TELLS, _ENDS, _WITHIN, _ELSEWHERE = 9, 140, 228, -451, 253
_JOINED, _EDGE, _DETERMINED, _ADDED, _SHUT = 79, -105, -105, -286, -342
_ENOUGH: Final = 1075
# Minimum weight of words for a closer look: reached by two of them (and all but one in 200 of those found).
_LEAST: Final = 54
# Words allowed between two of them, and their letters including blanks.
_BETWEEN, _REACH = 1, 24
# Function words that end a run.
_ENDING: Final = GRAMMAR - WITHIN - {"all"}
_MARK: Final = re.compile(r"[^\w'’ -]|_")
_AND: Final = frozenset(("and", "or"))


@cache
def _telling() -> tuple[Vocabulary, npt.NDArray[np.int64]]:
    weights = product_words("en")
    known = Vocabulary(list(weights), whole=True)
    return known, np.array([weights[word] for word in known.words], np.int64)


def find_english_search_phrases(articles: Articles) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield blocks of English articles, and the spans of such phrases."""
    vocabulary, weights = _telling()
    found = vocabulary.find(articles.points)
    told = np.where(occurs_once(found, articles), weights[found.words], 0)
    runs = _likely(articles, found, told)
    blocks = articles.blocks_at(runs[:, 0])
    # The words beside a run belong to it, or tell whether it belongs to the sentence.
    hits = np.searchsorted(found.starts, runs + np.array((-_REACH, _REACH)))
    low = articles.starts[blocks]
    for block, span, (first, last), start in zip(
        blocks.tolist(), (runs - low[:, None]).tolist(), hits.tolist(), low.tolist(), strict=True
    ):
        words = SentenceWords.of(articles, block, (span[0] - _REACH, span[1] + _REACH))
        columns = found.starts[first:last] - start, found.ends[first:last] - start, told[first:last]
        known = _by_word(words, list(zip(*(column.tolist() for column in columns), strict=True)))
        yield from ((block, at) for at in _strung(words, known) if at[0] < span[1] and at[1] > span[0])


def _likely(articles: Articles, found: Found, told: Places) -> Places:
    """Return start and end of possible runs of words with enough weight, a row each."""
    telling = np.flatnonzero(told)
    if not len(telling):
        return np.zeros((0, 2), np.int64)
    # A word may be contained in the preceding one.
    starts, ends = found.starts[telling], np.maximum.accumulate(found.ends[telling])
    gaps = starts[1:] - ends[:-1]
    apart = (gaps > _REACH) | (np.diff(articles.blocks_at(starts)) > 0)
    for n in np.flatnonzero(~apart & (gaps > 0)).tolist():
        apart[n] = _parts(articles.between(int(ends[n]), int(starts[n + 1])))
    firsts = np.flatnonzero(np.append(True, apart))
    enough = np.add.reduceat(told[telling], firsts) >= _LEAST
    lasts = np.append(firsts[1:], len(starts)) - 1
    return np.stack([starts[firsts], ends[lasts]], axis=1)[enough]


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
            known.update((number, max(known.get(number, 0), weight // len(of))) for number in of)
    return known


def _strung(words: SentenceWords, known: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the passages of a paragraph; `known` are the words' weights."""
    for run in _runs(words, known):
        told = sum(known.get(at, 0) for at in range(run[0], run[1] + 1))
        if told < _LEAST or is_clause(words, known, run) or not (words.follows(run[0]) or words.follows(run[1] + 1)):
            continue
        start, end = words.spans[run[0]][0], words.spans[run[1]][1]
        is_inside = len(words.text) - (end - start) >= _AROUND
        score = _TOLD * told + _form(words, known, run) + _break(words, run)
        if is_inside and score >= _ENOUGH and not belongs(words, known, run):
            yield start, end


def _form(words: SentenceWords, known: Mapping[int, int], run: tuple[int, int]) -> int:
    """Return the evidence for a run of words from its composition."""
    within = range(run[0], run[1] + 1)
    joining = sum(at not in known and words.word(at) in WITHIN for at in within)
    elsewhere, telling = sum(known.get(at) == 0 for at in within), sum(known.get(at, 0) > 0 for at in within)
    return _WITHIN * joining + _ELSEWHERE * elsewhere + _TELLS * telling + _ENDS * (words.word(run[1]) in END_WORDS)


def _break(words: SentenceWords, run: tuple[int, int]) -> int:
    """Return the evidence for a passage from its position in the sentence."""
    first, last = run
    before, behind, level = words.word(first - 1), words.word(last + 1), word_pairs().level
    score = _SHUT * (not words.follows(last + 1))
    if before and behind:
        score += _JOINED * level(before, behind)
        score += _EDGE * level(before, words.word(first)) if words.follows(first) else 0
        score += _EDGE * level(words.word(last), behind) if words.follows(last + 1) else 0
    return score + _DETERMINED * is_determined(before) + _ADDED * (not _AND.isdisjoint((before, behind)))


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
