"""Chinese searches for wares that were planted inside sentences: whose words stand nowhere else in the article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.kernels.spun.seams import BROKEN, FEWEST, JOINED, MORE, PARTED, set_in
from audit.measure.articles.articles import Articles
from audit.measure.articles.vocabulary import Found, Vocabulary
from audit.measure.spun.junctions import Paragraph, known_pairs, roles
from audit.text.shared_words import terms
from audit.text.tables.searches import ENDS_HAN, MAY_END_HAN, USUAL_ENDS_HAN

# What speaks for a search has to amount to: nothing where it ends as none but searches do; for one that newspapers
# write, too, what is left joins, or it joins at neither edge; and for one that everybody might write both, in a word.
_NEEDED: Final = ((ENDS_HAN, 0), (USUAL_ENDS_HAN, JOINED), (MAY_END_HAN, JOINED + 2 * BROKEN + PARTED))
# How a search may ask.
_ASKS: Final = ("吗", "呢", "多少", "")
# A paragraph in which something is planted has so many characters before it and behind it together.
_AROUND: Final = 20


@dataclass(frozen=True, slots=True)
class _Search:
    """Places of a block: where a search may begin, where it does, and where its last word begins and ends."""

    lowest: int
    first: int
    match: int
    end: int


@cache
def _ends() -> tuple[Vocabulary, npt.NDArray[np.int64]]:
    """Return what searches end with, the surest first, and how much each of them needs."""
    needed: dict[str, int] = {}
    for words, least in _NEEDED:
        for word in sorted(words, key=lambda word: (-len(word), word)):
            for asked in _ASKS:
                needed.setdefault(word + asked, least)
    ends = Vocabulary(list(needed))
    return ends, np.array([needed[word] for word in ends.words], np.int64)


def planted_han(articles: Articles) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield blocks, and where in them such searches stand."""
    vocabulary, needed = _ends()
    found = said_once(vocabulary.find(articles.points), articles)
    if not len(found.starts):
        return
    blocks = articles.blocks_at(found.starts)
    low, high = articles.starts[blocks], articles.ends[blocks]
    owners, places = (
        articles.owners[blocks],
        np.stack([low, high, found.starts, found.ends, found.starts - FEWEST], axis=1),
    )
    searches = set_in(articles.points, roles(), articles.edges(), owners, places, known_pairs())
    lowest, firsts, lasts, seams = searches.T
    likely = (seams >= needed[found.words]) & (found.starts - firsts >= FEWEST)
    likely &= high - low - (lasts - firsts) >= _AROUND
    for n in np.flatnonzero(likely).tolist():
        at = _Search(*(int(place[n] - low[n]) for place in (lowest, firsts, found.starts, found.ends)))
        if needed[found.words[n]] == 0 or _is_foreign(articles, int(blocks[n]), at):
            yield int(blocks[n]), (at.first, int(lasts[n] - low[n]))


def said_once(found: Found, articles: Articles) -> Found:
    """Return what an article says only once: what it says more often is its subject."""
    owners = articles.owners[articles.blocks_at(found.starts)]
    _, at, times = np.unique(owners << 32 | found.words, return_inverse=True, return_counts=True)
    return found.only(times[at] == 1)


def _is_foreign(articles: Articles, block: int, at: _Search) -> bool:
    """Return whether none of the words of the thing that is looked for stands elsewhere in the article."""
    paragraph = Paragraph(articles.text(block), articles.words(block), (at.lowest, at.end + MORE))
    return not any(paragraph.stands(term) for term in terms(paragraph.text[at.first : at.match]))
