"""Chinese searches for wares and services that were planted inside sentences.

A search is told by the words that it strings together, each by how rarely articles say it; by the break: its edges join
to nothing, and what is left of the sentence does without it; and by how much of it such words cover.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.kernels.spun.seams import GRAMMAR, NAMED, set_in
from audit.measure.articles.articles import Articles, Places
from audit.measure.articles.vocabulary import Found, Vocabulary
from audit.measure.spun.junctions import known_pairs, roles
from audit.measure.spun.ware_words import ware_words

# Logarithms of odds, in fortieths: of a word, of a tenth of what it tells, of a character of it; of an eighth of how
# much the edges are parted, and of how much what is left is joined; of letters on both sides; of grammar before it.
# A regression on 1,600 searches planted in Chinese articles, and on the 8,500 passages with such words in 37,000 clean
# paragraphs, of which eight are blamed from this bound on.
_WORD, _TOLD, _COVERED, _PARTED, _JOINED, _INSIDE, _BEHIND_GRAMMAR = -164, 6, 75, 4, 7, 44, -41
_ENOUGH: Final = 450
# Weights of words without which nothing is looked at.
_LEAST: Final = 20
# Words that near are of one passage, unless a word of grammar or a mark stands between them.
_NEAR: Final = 4
# A paragraph in which something is planted has so many characters before it and behind it together.
_AROUND: Final = 20


@cache
def _telling() -> tuple[Vocabulary, npt.NDArray[np.int64]]:
    weights = ware_words("zh")
    known = Vocabulary(sorted(weights, key=lambda word: (-len(word), word)))
    return known, np.array([weights[word] for word in known.words], np.int64)


def strung_wares(articles: Articles) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield blocks, and where in them such searches stand."""
    vocabulary, weights = _telling()
    found = vocabulary.find(articles.points)
    found = found.only(is_said_once(found, articles))
    if not len(found.starts):
        return
    blocks = articles.blocks_at(found.starts)
    firsts = np.flatnonzero(~_bound(articles, found, blocks))
    words = np.diff(np.append(firsts, len(blocks)))
    told = np.add.reduceat(weights[found.words], firsts)
    covered = np.add.reduceat(found.ends - found.starts, firsts)
    likely = told >= _LEAST
    firsts, words, told, covered = firsts[likely], words[likely], told[likely], covered[likely]
    blocks, starts, ends = blocks[firsts], found.starts[firsts], found.ends[firsts + words - 1]
    low, high = articles.starts[blocks], articles.ends[blocks]
    within = articles.edges(), articles.owners[blocks]
    made = set_in(articles.points, roles(), within, np.stack([low, high, starts, ends], axis=1), known_pairs())
    begins, stops, parted, joined = made.T
    score = _WORD * words + _TOLD * told + _COVERED * covered + _PARTED * parted + _JOINED * joined
    score += _INSIDE * (_is(NAMED, articles, begins - 1) & _is(NAMED, articles, stops))
    score += _BEHIND_GRAMMAR * _is(GRAMMAR, articles, begins - 1)
    is_planted = (score >= _ENOUGH) & (high - low - (stops - begins) >= _AROUND)
    for n in np.flatnonzero(is_planted).tolist():
        yield int(blocks[n]), (int(begins[n] - low[n]), int(stops[n] - low[n]))


def is_said_once(found: Found, articles: Articles) -> npt.NDArray[np.bool_]:
    """Return which words an article says only once: what it says more often is its subject."""
    owners = articles.owners[articles.blocks_at(found.starts)]
    _, at, times = np.unique(owners << 32 | found.words, return_inverse=True, return_counts=True)
    once: npt.NDArray[np.bool_] = times[at] == 1
    return once


def _bound(articles: Articles, found: Found, blocks: Places) -> npt.NDArray[np.bool_]:
    """Return which of the words go on with the one before them."""
    made = np.zeros(len(blocks), np.bool_)
    gaps = found.starts[1:] - found.ends[:-1]
    made[1:] = (blocks[1:] == blocks[:-1]) & (gaps <= _NEAR)
    for step in range(_NEAR):
        between = found.ends[:-1] + step
        made[1:] &= (gaps <= step) | (_is(NAMED, articles, between) & ~_is(GRAMMAR, articles, between))
    return made


def _is(role: np.uint8, articles: Articles, places: Places) -> npt.NDArray[np.bool_]:
    """Return whether the code points at places have a role; what stands between two blocks has none."""
    points = articles.points[np.clip(places, 0, len(articles.points) - 1)]
    return roles()[np.minimum(points, len(roles()) - 1)] & role > 0
