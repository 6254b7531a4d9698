"""Chinese search phrases for products and services, planted inside sentences.

Recognised by the rarity of their words in articles, and by the break: adjacent characters are unusual next to product
names, and the sentence is complete without the phrase. Legitimate mentions have other words of the trade nearby.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.kernels.derived import ahead
from audit.kernels.planted_bounds import BEFORE, BEHIND, GRAMMAR, HAN, NAMED, find_bounds
from audit.measure.articles.articles import Articles, Places, Points
from audit.measure.articles.vocabulary import Found, Vocabulary, longest_first
from audit.measure.spun.collocations import known_pairs, roles, simplified_forms
from audit.measure.spun.legitimate_mentions import is_legitimate_mention
from audit.text.tables.searches import HAN_END_WORDS, product_words

# Log odds in hundredths: per word, per heavy one, per character of words, per adjacent one, per eighth of the
# separation of edges, and of the connection of the rest; for a final word; for a passage that begins at the end of a
# sentence, at another mark, and that ends at one; for a word that governs it before it, and a particle that follows
# nouns behind it; and per product word elsewhere in the paragraph. A regression on 1,000 searches planted in Chinese
# articles, and 13,500 passages with such words in 23,400 clean paragraphs of news, manuals and reviews. By hand are
# those of words that govern, which are few, and of adjacent characters, of which searches of unlisted trades have
# more. Of those paragraphs 19 are flagged at this bound, of 10,400 others of news eleven.
_WORD, _HEAVY, _COVERED, _WIDER, _PARTED, _JOINED = -32, 209, 175, 25, 8, 11
_ENDS, _BEGINS, _OPEN, _SHUT, _GOVERNED, _FOLLOWED, _OTHER = 180, 100, -354, -439, -600, -100, -30
_ENOUGH: Final = 1150
# Weight of heavy words, which clean paragraphs all but never have; minimum weight of other product words, and how many
# of them count.
_WEIGHTY, _OTHERS_TELL, _OTHERS = 37, 25, 6
# Minimum weight of words for a closer look.
_LEAST: Final = 20
# Words closer than this form one passage, unless a function word or punctuation is between them; and the weight of
# both that each character between them requires.
_NEAR, _A_GAP = 4, 9
# Marks at the end of a sentence.
_STOPS: Final = np.array(list(map(ord, "。！？!?…")), np.uint32)
# Prepositions and verbs before the name of a product, and particles behind it.
_GOVERNING, _FOLLOWING = (np.array(list(map(ord, told)), np.uint32) for told in ("在到去往从找进给", "的和等里上中"))
# What stands in place of a copy: a code point without a role.
_NOTHING: Final = np.uint32(ord("\n"))
# Characters before or behind a word that are the same in copies of a passage.
_ALIKE: Final = 3
# Characters besides a passage in its quotation.
_QUOTED: Final = 4
# Minimum characters of the paragraph outside the passage, and more than those of words that end searches.
_AROUND, _LONGEST = 20, 8


@ahead()
def weighed_words() -> tuple[Vocabulary, npt.NDArray[np.int64]]:
    """Return the Chinese product words, and the weight of each."""
    weights = product_words("zh")
    known = Vocabulary(longest_first(weights))
    return known, np.array([weights[word] for word in known.words], np.int64)


@cache
def _ending() -> npt.NDArray[np.bool_]:
    """Return which words end search phrases."""
    vocabulary, _ = weighed_words()
    return np.array([word in HAN_END_WORDS for word in vocabulary.words])


@dataclass(frozen=True, slots=True)
class ProductRuns:
    """Runs of product words: block, span, number of words, of heavy ones, and of their characters.

    `others` are product words elsewhere in the paragraph; `ending`: the last word ends search phrases.
    """

    blocks: Places
    starts: Places
    ends: Places
    words: Places
    heavy: Places
    covered: Places
    others: Places
    ending: npt.NDArray[np.bool_]


def find_chinese_search_phrases(articles: Articles) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield blocks, and the spans of such phrases."""
    articles = articles.respelled(simplified_forms())
    runs = _product_runs(articles)
    if not len(runs.blocks):
        return
    low, high = articles.starts[runs.blocks], articles.ends[runs.blocks]
    within = articles.edges(), articles.owners[runs.blocks]
    places = np.stack([low, high, runs.starts, runs.ends], axis=1)
    copies = _copies(articles, runs)
    points = _without(articles.points, runs, copies)
    begins, stops, parted, joined = find_bounds(points, roles(), within, places, known_pairs()).T
    before, behind = _points(articles, begins - 1), _points(articles, stops)
    score = _WORD * runs.words + _HEAVY * runs.heavy + _COVERED * runs.covered + _PARTED * parted + _JOINED * joined
    score += _WIDER * (runs.starts - begins + stops - runs.ends)
    score += _ENDS * runs.ending + _OTHER * runs.others + _SHUT * (roles()[behind] & HAN == 0)
    score += np.where(np.isin(before, _STOPS), _BEGINS, _OPEN * (roles()[before] & HAN == 0))
    score += _GOVERNED * np.isin(before, _GOVERNING) + _FOLLOWED * np.isin(behind, _FOLLOWING)
    is_planted = (score >= _ENOUGH) & (high - low - (stops - begins) >= _AROUND)
    is_planted[[copy for others in copies.values() for copy in others]] = False
    for n in np.flatnonzero(is_planted).tolist():
        told = [n, *copies.get(n, ())]
        for which, start, end in _said(articles, (int(begins[n]), int(stops[n])), runs.starts[told] - runs.starts[n]):
            block, edge = int(runs.blocks[told[which]]), int(low[told[which]])
            if not is_legitimate_mention(articles.text(block), (start - edge, end - edge), _QUOTED):
                yield block, _whole(articles.text(block), start - edge, end - edge)


def _said(articles: Articles, span: tuple[int, int], shifts: Places) -> Iterator[tuple[int, int, int]]:
    """Yield the number, start and end of those places that have a passage; none if what is around it is there, too."""
    start, end = span
    told = [
        (which, start + by, end + by) for which, by in enumerate(shifts.tolist())
        if articles.between(start + by, end + by) == articles.between(start, end)
    ]  # fmt: skip
    around = {articles.between(max(0, first - _ALIKE), last + _ALIKE) for _, first, last in told}
    if len(around) == len(told):
        yield from told


def _copies(articles: Articles, runs: ProductRuns) -> dict[int, list[int]]:
    """Return the runs that repeat one of their article, by that one."""
    first: dict[tuple[int, str], int] = {}
    copies: defaultdict[int, list[int]] = defaultdict(list)
    owners, points = articles.owners[runs.blocks], articles.points
    # Few runs of an article begin and end with the same characters.
    edges = owners << 42 ^ points[runs.starts].astype(np.int64) << 21 ^ points[runs.ends - 1]
    _, at, times = np.unique(edges, return_inverse=True, return_counts=True)
    again = np.flatnonzero(times[at] > 1)
    told = (column[again].tolist() for column in (owners, runs.starts, runs.ends))
    for n, owner, start, end in zip(again.tolist(), *told, strict=True):
        known = first.setdefault((owner, articles.between(start, end)), n)
        if known < n:
            copies[known].append(n)
    return dict(copies)


def _without(points: Points, runs: ProductRuns, copies: Mapping[int, Sequence[int]]) -> Points:
    """Return code points without the copies of runs, and what beside these is the same as beside their original."""
    left = points.copy() if copies else points
    for n, others in copies.items():
        for copy in others:
            start, end, by = int(runs.starts[copy]), int(runs.ends[copy]), int(runs.starts[copy] - runs.starts[n])
            low, high = max(start - BEFORE, by), min(end + BEHIND, len(points))
            while start > low and points[start - 1] == points[start - 1 - by]:
                start -= 1
            while end < high and points[end] == points[end - by]:
                end += 1
            left[start:end] = _NOTHING
    return left


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a phrase with the word behind it that ends searches, also one of which it has only a part."""
    ends = (
        at + size
        for at in range(max(start + 1, end - _LONGEST), end + 1)
        for size in range(max(2, end - at + 1), _LONGEST)
        if text[at : at + size] in HAN_END_WORDS
    )
    return start, max(ends, default=end)


def _product_runs(articles: Articles) -> ProductRuns:
    """Return the runs of product words, each used once, with sufficient weight."""
    vocabulary, weights = weighed_words()
    said = vocabulary.find(articles.points)
    found = said.only(occurs_once(said, articles, _ALIKE))
    blocks = articles.blocks_at(found.starts)
    firsts = np.flatnonzero(~_bound(articles, found, blocks))
    if not len(firsts):
        return ProductRuns(blocks, blocks, blocks, blocks, blocks, blocks, blocks, blocks > 0)
    words = np.diff(np.append(firsts, len(blocks)))
    lasts = firsts + words - 1
    blocks, starts, ends = blocks[firsts], found.starts[firsts], found.ends[lasts]
    told = np.add.reduceat(weights[found.words], firsts)
    covered = np.add.reduceat(found.ends - found.starts, firsts)
    heavy = np.add.reduceat((weights[found.words] >= _WEIGHTY).astype(np.int64), firsts)
    telling = said.starts[weights[said.words] >= _OTHERS_TELL]
    edges = articles.starts[blocks], starts, ends, articles.ends[blocks]
    first, start, end, last = (np.searchsorted(telling, edge) for edge in edges)
    others = np.minimum(start - first + last - end, _OTHERS)
    likely = told >= _LEAST
    ending = _ending()[found.words[lasts]]
    return ProductRuns(
        blocks[likely], starts[likely], ends[likely], words[likely], heavy[likely], covered[likely], others[likely],
        ending[likely],
    )  # fmt: skip


def occurs_once(found: Found, articles: Articles, alike: int) -> npt.NDArray[np.bool_]:
    """Return which words occur in their article once, or in copies of one passage; repeated ones are its topic."""
    owners = articles.owners[articles.blocks_at(found.starts)]
    _, at, times = np.unique(owners << 32 | found.words, return_inverse=True, return_counts=True)
    once: npt.NDArray[np.bool_] = times[at] == 1
    again = np.flatnonzero(~once)
    again = again[np.argsort(at[again], kind="stable")]
    firsts = np.flatnonzero(np.diff(at[again], prepend=-1))
    sizes = np.diff(firsts, append=len(again))
    for edges in (found.starts[again] - alike, found.ends[again]) if len(again) else ():
        places = np.clip(edges[:, None] + np.arange(alike), 0, len(articles.points) - 1)
        beside = articles.points[places]
        is_alike = (beside == np.repeat(beside[firsts], sizes, axis=0)).all(axis=1)
        once[again] |= np.repeat(np.logical_and.reduceat(is_alike, firsts), sizes)
    return once


def _bound(articles: Articles, found: Found, blocks: Places) -> npt.NDArray[np.bool_]:
    """Return which words continue the previous one."""
    made = np.zeros(len(blocks), np.bool_)
    gaps, told = found.starts[1:] - found.ends[:-1], weighed_words()[1][found.words]
    made[1:] = (blocks[1:] == blocks[:-1]) & (gaps <= _NEAR) & (_A_GAP * gaps <= np.minimum(told[1:], told[:-1]))
    for step in range(_NEAR):
        between = found.ends[:-1] + step
        made[1:] &= (gaps <= step) | (_is(NAMED, articles, between) & ~_is(GRAMMAR, articles, between))
    return made


def _is(role: np.uint8, articles: Articles, places: Places) -> npt.NDArray[np.bool_]:
    """Return whether the code points at positions have a role; separators of blocks have none."""
    return roles()[_points(articles, places)] & role > 0


def _points(articles: Articles, places: Places) -> npt.NDArray[np.uint32]:
    """Return the BMP code points at positions, 0 for none."""
    points = articles.points[np.clip(places, 0, len(articles.points) - 1)]
    return np.where((places >= 0) & (places < len(articles.points)) & (points < len(roles())), points, np.uint32(0))
