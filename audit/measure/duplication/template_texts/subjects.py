"""Texts from one template about different subjects: the word that the title replaces is replaced further on as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from audit.measure.duplication.template_texts.gaps import WIDE
from audit.measure.duplication.tokens.fold import FIGURE
from audit.measure.duplication.tokens.hashing import ranges, scramble, starts_of

if TYPE_CHECKING:
    from audit.measure.duplication.template_texts.gaps import Gaps, MarkedTexts
    from audit.measure.duplication.template_texts.kinds import GapKinds
    from audit.measure.duplication.tokens.hashing import U64, Bools, Ints

# Tokens from the beginning of either text within which its subject is named.
_HEAD: Final = 12
# Of the replaced words all but one, or half, are due to words replaced in the same way twice, once of that in the head.
# Where words are replaced by synonyms throughout, no few of them are that many.
_RECURS: Final = 2
# Beside other figures so many words replaced in the same way twice are of the subject, wherever they stand.
_OFTEN: Final = 3
_PAIR_BITS: Final = np.uint64(40)


class _Replaced(NamedTuple):
    """Words replaced by others: pair, first token on either side, whether within the common text, a hash of both."""

    pair: Ints
    first: Ints
    second: Ints
    is_inside: Bools
    words: U64

    def chosen(self, some: Bools) -> _Replaced:
        """Return some of them."""
        return _Replaced(self.pair[some], self.first[some], self.second[some], self.is_inside[some], self.words[some])


def have_other_subjects(
    texts: MarkedTexts, gaps: Gaps, kinds: GapKinds, sides: tuple[Ints, Ints], have_other_figures: Bools
) -> Bools:
    """Return which pairs of texts, whose two are `sides`, name different subjects.

    If they `have_other_figures`, too, the title need not name the subject.
    """
    count = len(sides[0])
    is_both = (gaps.size > 0) & (gaps.other_size > 0)
    is_other = (kinds.clear | kinds.likely | kinds.words) & is_both
    found = _replaced(texts, gaps, np.flatnonzero(is_other))
    found = found.chosen(((texts.marks[found.first] | texts.marks[found.second]) & FIGURE) == 0)
    total = np.bincount(np.append(found.pair, gaps.pair[kinds.edits & is_both & ~is_other]), minlength=count)
    is_head = np.ones(len(found.pair), np.bool_)
    for places, side in ((found.first, sides[0]), (found.second, sides[1])):
        is_head &= places - texts.bounds[side[found.pair]] < _HEAD
    keys = found.pair.astype(np.uint64) << _PAIR_BITS | found.words >> (np.uint64(64) - _PAIR_BITS)
    _, nth, counts = np.unique(keys, return_inverse=True, return_counts=True)
    # Sites put their own names before a copy and behind it.
    is_subject = counts >= _RECURS
    for some in (is_head, found.is_inside):
        is_subject &= np.bincount(nth[some], minlength=len(counts)) > 0
    recurring = np.bincount(found.pair[is_subject[nth]], minlength=count)
    told: Bools = (recurring >= _RECURS) & (2 * (recurring + 1) >= total)
    told |= have_other_figures & (np.bincount(found.pair[counts[nth] >= _RECURS], minlength=count) >= _OFTEN)
    return told


def _replaced(texts: MarkedTexts, gaps: Gaps, some: Ints) -> _Replaced:
    """Return the words replaced at some gaps: one by one if both sides have as many, else all together."""
    is_wide = texts.codes[gaps.first[some]] >= WIDE
    is_single = (gaps.size[some] == gaps.other_size[some]) & ~is_wide
    one, size = some[is_single], gaps.size[some[is_single]]
    own, other = (ranges(first[one], size) for first in (gaps.first, gaps.second))
    pair, is_inside = (np.repeat(column[one], size) for column in (gaps.pair, gaps.edge == 0))
    words = _Replaced(pair, own, other, is_inside, _both(texts.codes[own], texts.codes[other]))
    # A single character is a misread one more often than a name.
    some = some[~is_single & ((gaps.size[some] > 1) | (gaps.other_size[some] > 1))]
    said = (_said(texts, gaps.first[some], gaps.size[some]), _said(texts, gaps.second[some], gaps.other_size[some]))
    first, second, edge = gaps.first[some], gaps.second[some], gaps.edge[some]
    phrases = _Replaced(gaps.pair[some], first, second, edge == 0, _both(*said))
    return _Replaced(*(np.concatenate(columns) for columns in zip(words, phrases, strict=True)))


def _said(texts: MarkedTexts, first: Ints, size: Ints) -> U64:
    if not len(first):
        return np.zeros(0, np.uint64)
    found: U64 = np.add.reduceat(scramble(texts.codes[ranges(first, size)].astype(np.uint64)), starts_of(size)[:-1])
    return found


def _both(one: np.ndarray, other: np.ndarray) -> U64:
    return scramble(scramble(one.astype(np.uint64)) + np.uint64(1) ^ other.astype(np.uint64))
