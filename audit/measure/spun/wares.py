"""Chinese passages that string words of wares and services together, as people put them to a search engine."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.kernels.spun.seams import HAN, MOST, NAMED, set_in
from audit.measure.articles.articles import Articles, Places, Points
from audit.measure.articles.vocabulary import Found, Vocabulary
from audit.measure.spun.junctions import known_pairs, roles
from audit.measure.spun.searches import said_once
from audit.text.tables.wares import TELLING_HAN

# What the words and the seam have to amount to: the words' tenths, and two tenths for each point of the seam. (Of 9,600
# clean paragraphs one is blamed by this, and half of 40 searches that were written afterwards are found by it alone.)
_ENOUGH, _OF_SEAM = 70, 2
# Words that near are of one passage, unless a word of grammar or a mark stands between them.
_NEAR: Final = 3
_BETWEEN: Final = (
    "的了在是和与对也就都又把被让给而且着过说要这那我他她你们有不没其来并叫该用打等及或从于向各此所已将请您"
)
# A paragraph in which something is planted has so many characters before it and behind it together.
_AROUND: Final = 40


@cache
def _telling() -> tuple[Vocabulary, npt.NDArray[np.int64]]:
    weights = {word: weight for weight, words in TELLING_HAN.items() for word in words.split()}
    known = Vocabulary(sorted(weights, key=lambda word: (-len(word), word)))
    return known, np.array([weights[word] for word in known.words], np.int64)


@cache
def _binding() -> npt.NDArray[np.bool_]:
    """Return of each code point of the BMP whether it may stand between two words of a passage."""
    made = roles() & (HAN | NAMED) > 0
    made[list(map(ord, _BETWEEN))] = False
    return made


def strung_wares(articles: Articles) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield blocks, and where in them such passages stand."""
    vocabulary, weights = _telling()
    found = said_once(vocabulary.find(articles.points), articles)
    if not len(found.starts):
        return
    blocks = articles.blocks_at(found.starts)
    firsts = np.flatnonzero(~_bound(articles.points, found, blocks))
    lasts, told = np.append(firsts[1:], len(blocks)) - 1, np.add.reduceat(weights[found.words], firsts)
    likely = (lasts > firsts) & (told + _OF_SEAM * MOST >= _ENOUGH)
    firsts, lasts, told = firsts[likely], lasts[likely], told[likely]
    blocks = blocks[firsts]
    low, high, starts = articles.starts[blocks], articles.ends[blocks], found.starts[firsts]
    places = np.stack([low, high, starts, found.ends[lasts], starts], axis=1)
    made = set_in(articles.points, roles(), articles.edges(), articles.owners[blocks], places, known_pairs())
    _, begins, ends, seams = made.T
    is_planted = (told + _OF_SEAM * seams >= _ENOUGH) & (high - low - (ends - begins) >= _AROUND)
    for n in np.flatnonzero(is_planted).tolist():
        start, end = int(begins[n] - low[n]), int(ends[n] - low[n])
        if _is_inside(articles.text(int(blocks[n])), start, end):
            yield int(blocks[n]), (start, end)


def _is_inside(text: str, start: int, end: int) -> bool:
    """Return whether letters stand on both sides: what stands beside a mark may well be a part of the sentence."""
    return start > 0 and text[start - 1].isalpha() and text[end : end + 1].isalpha()


def _bound(points: Points, found: Found, blocks: Places) -> npt.NDArray[np.bool_]:
    """Return which of the words go on with the one before them."""
    made = np.zeros(len(blocks), np.bool_)
    gaps = found.starts[1:] - found.ends[:-1]
    made[1:] = (blocks[1:] == blocks[:-1]) & (gaps <= _NEAR)
    for step in range(_NEAR):
        between = points[np.minimum(found.ends[:-1] + step, len(points) - 1)]
        made[1:] &= (gaps <= step) | _binding()[np.minimum(between, len(_binding()) - 1)]
    return made
