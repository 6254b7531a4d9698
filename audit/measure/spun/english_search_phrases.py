"""English advertising planted between the words of sentences: searches, offers, promises, calls to act, contacts.

Looked at are runs of words that are rare in articles, and occur once in theirs. Which of the words around them are
planted, and whether any are, is weighed in audit.measure.spun.english_passages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.measure.articles.articles import Articles, Places
from audit.measure.articles.vocabulary import Found, Vocabulary
from audit.measure.spun.chinese_search_phrases import occurs_once
from audit.measure.spun.english_passages import likeliest
from audit.measure.spun.english_stretches import EnglishStretch, stretch_at
from audit.measure.spun.english_words import WITHIN
from audit.measure.spun.product_words import product_words
from audit.text.tables.searches import GRAMMAR

# Minimum characters of the paragraph outside the passage, and log odds in hundredths (english_passages).
_AROUND, _ENOUGH = 60, 110
# Minimum weight of words for a closer look, which takes two of them; and the weight of a price.
_LEAST, _PRICE = 41, 33
_DOLLAR, _POUND, _EURO = np.uint32(ord("$")), np.uint32(ord("£")), np.uint32(ord("€"))
# Characters between two of them, and beside all of them in which others may belong to the passage.
_REACH, _BESIDE = 24, 160
# Function words that end a run.
_ENDING: Final = GRAMMAR - WITHIN - {"all"}
_MARK: Final = re.compile(r"[^\w'’ -]|_")


@cache
def _telling() -> tuple[Vocabulary, npt.NDArray[np.int64]]:
    weights = product_words("en")
    known = Vocabulary(list(weights), whole=True)
    return known, np.array([weights[word] for word in known.words], np.int64)


def find_english_search_phrases(articles: Articles) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield blocks of English articles, and the spans of such phrases."""
    vocabulary, weights = _telling()
    found = vocabulary.find(articles.points)
    found, told = _with_prices(articles, found, np.where(occurs_once(found, articles), weights[found.words], 0))
    runs = _likely(articles, found, told)
    blocks = articles.blocks_at(runs[:, 0])
    low = articles.starts[blocks]
    # The words beside a run may belong to it.
    hits = np.searchsorted(found.starts, runs + np.array((-_BESIDE, _BESIDE)))
    stretches: list[tuple[int, EnglishStretch]] = []
    for block, span, (first, last), start in zip(
        blocks.tolist(), (runs - low[:, None]).tolist(), hits.tolist(), low.tolist(), strict=True
    ):
        columns = found.starts[first:last] - start, found.ends[first:last] - start, told[first:last]
        known = list(zip(*(column.tolist() for column in columns), strict=True))
        stretch = stretch_at(articles.text(block), articles.written(block), (span[0], span[1]), known)
        if stretch is not None:
            stretches.append((block, stretch))
    bounds = likeliest([stretch for _, stretch in stretches], None)
    for (block, stretch), (score, _, _) in zip(stretches, bounds, strict=True):
        if score >= _ENOUGH:
            yield from ((block, at) for at in _planted(articles, block, stretch))


def _with_prices(articles: Articles, found: Found, told: Places) -> tuple[Found, Places]:
    """Return the words found and their weights with the signs of currencies before a digit among them."""
    points = articles.points
    signs = points[:-1]
    at = np.flatnonzero((signs == _DOLLAR) | (signs == _POUND) | (signs == _EURO))
    at = at[(points[at + 1] >= ord("0")) & (points[at + 1] <= ord("9"))]
    if not len(at):
        return found, told
    into = np.searchsorted(found.starts, at)
    starts, ends = np.insert(found.starts, into, at), np.insert(found.ends, into, at + 1)
    return Found(starts, ends, np.insert(found.words, into, 0)), np.insert(told, into, _PRICE)


def _planted(articles: Articles, block: int, stretch: EnglishStretch) -> Iterator[tuple[int, int]]:
    """Yield the passage of a stretch, if it is likely enough."""
    words = articles.words(block).words
    [(score, first, last)] = likeliest([stretch], lambda word: words[word] > 1)
    start, end = stretch.spans[first][0], stretch.spans[last][1]
    if score >= _ENOUGH and len(articles.text(block)) - (end - start) >= _AROUND:
        yield start, end


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
