"""Pairs of texts that are equal except for filled-in names, numbers, dates and answers, unlike edited copies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from audit.kernels.duplication import gaps as kernels
from audit.measure.duplication.template_texts.answers import (
    LONGEST,
    have_other_answers,
    have_other_numbers,
    have_other_owners,
)
from audit.measure.duplication.template_texts.figures import Figures
from audit.measure.duplication.template_texts.gaps import gaps_of
from audit.measure.duplication.template_texts.kinds import GapKinds, kinds_of, particles
from audit.measure.duplication.template_texts.other_words import have_other_words
from audit.measure.duplication.template_texts.owners import name_other_owners
from audit.measure.duplication.template_texts.subjects import have_other_subjects
from audit.measure.duplication.tokens.fold import CAPITAL, FIGURE

if TYPE_CHECKING:
    from audit.measure.duplication.template_texts.gaps import Gaps, MarkedTexts
    from audit.measure.duplication.tokens.hashing import Bools, Ints

# Minimum number of filled-in gaps: three, since versions of an article may differ in a place and a number of injured,
# plus one per hundred words; two in a paragraph, names and numbers, of which one may be at its edge.
_LEAST_IN_BRIEF: Final = 2
_LEAST_AND_MOST: Final = (3, 8)
_WORDS_A_PLACE: Final = 100
# Sites put their own names and dates around a copy: there two gaps count, in addition to two inside. In a text shorter
# than this all count if both begin, or end, with the same word.
_LONG: Final = 120
_AT_EDGES: Final = 2
# Minimum share of filled-in gaps; in copies with every tenth character edited one eighth look so.
_LEAST_SHARE: Final = 0.4
# For values that are no names: one token in seven, in four gaps, at most a quarter of them misspellings.
_DENSE: Final = 1 / 7
_DENSELY: Final = 4
_FEW_EDITS: Final = 0.25
# Misspelt words per other changed word, at least two.
_MOSTLY: Final = 3
# The head of a form has its words on both sides, between the values. What two sites put before a copy has few words in
# common; if both put the same, as with one publishing system, the title comes before it, or is known to be the same.
_LEAST_WORDS: Final = 2
_LEAST_GAPS: Final = 2
# Numbers, or names between two words of the form, that differ.
_LEAST_VALUES: Final = 3


class WhatDiffers(NamedTuple):
    """Which pairs of texts differ in filled-in values, and which mainly in misspelt or misread words.

    `are_misread`: which of the latter have figures in place of words, as long scans do, rather than of other figures.
    """

    are_filled_in: Bools
    are_misspelt: Bools
    are_misread: Bools


def differences(texts: MarkedTexts, first: Ints, second: Ints, have_one_title: Bools | None = None) -> WhatDiffers:
    """Return how pairs of texts differ; `have_one_title`: which have the same title, which is no part of the texts."""
    lesser = np.minimum(*texts.words()[np.stack([first, second])])
    is_titled = np.zeros(len(first), np.bool_) if have_one_title is None else have_one_title
    found = _differences(texts, (first, second), lesser, is_titled)
    # Which of several alignments is found depends on the side; in a short text a form is easily overlooked.
    short = np.flatnonzero(~found.are_filled_in & (lesser < _LONG))
    if len(short):
        sides = second[short], first[short]
        found.are_filled_in[short] = _differences(texts, sides, lesser[short], is_titled[short]).are_filled_in
    return found


def _differences(texts: MarkedTexts, sides: tuple[Ints, Ints], lesser: Ints, have_one_title: Bools) -> WhatDiffers:
    first, second = sides
    gaps = gaps_of(texts, first, second, particles())
    is_inside = gaps.are_inside(texts, sides, lesser < _LONG)

    def counted(chosen: Bools) -> Ints:
        return np.bincount(gaps.pair[chosen], minlength=len(first))

    kinds = kinds_of(texts, gaps)
    misspelt = counted(kinds.edits & ~kinds.words)
    _tell_numbers(texts, gaps, kinds, misspelt == 0)
    clear, alike, likely, names, edits, _ = (counted(kind & is_inside) for kind in kinds)
    at_edges = np.minimum(counted((kinds.clear | kinds.alike) & ~is_inside), _AT_EDGES)
    more = np.minimum(likely, clear + names + at_edges)
    filled, edits = clear + alike + more, edits + likely - more
    is_brief = (lesser < _WORDS_A_PLACE) & (clear + alike > 0) & (clear + alike + names + at_edges >= _LEAST_IN_BRIEF)
    least = np.clip(lesser // _WORDS_A_PLACE, *_LEAST_AND_MOST)
    found: Bools = filled + at_edges >= np.where(is_brief, _LEAST_IN_BRIEF, least)
    found &= counted((gaps.edge == 0) & kinds.any()) >= np.where(lesser < _LONG, 1, 2)
    found &= (edits == 0) | (clear + more + at_edges >= _LEAST_SHARE * (filled + at_edges + edits))
    is_other = kinds.clear | kinds.likely | kinds.words
    other = counted(is_other)
    sizes = np.where(is_other, np.minimum(gaps.size, gaps.other_size), 0)
    tokens = np.minimum(*np.diff(texts.bounds)[np.stack([first, second])])
    is_dense = np.bincount(gaps.pair, sizes, len(first)) >= _DENSE * tokens
    found |= is_dense & (other >= _DENSELY) & (misspelt <= _FEW_EDITS * other)
    labelled = have_other_answers(texts, gaps, len(first)) | have_other_numbers(texts, gaps, kinds.clear, len(first))
    found |= (lesser < LONGEST) & labelled
    found |= have_other_words(texts, gaps, GapKinds(*(kind & is_inside for kind in kinds)), least)
    figures = Figures.of(texts, gaps, sides)
    found |= have_other_subjects(texts, gaps, kinds, sides, figures.are_of_subjects())
    found |= have_other_owners(texts, gaps, sides)
    found |= name_other_owners(texts, sides)
    found |= _have_other_heads(texts, gaps, kinds, sides) & ~have_one_title
    are_misspelt = (misspelt > 1) & (misspelt >= _MOSTLY * other)
    own, others = _have_figures(texts, gaps)
    are_misread = are_misspelt & (counted(own ^ others) > counted(own & others)) & (lesser >= _LONG)
    found |= figures.tell_apart(texts, sides) & ~are_misread
    return WhatDiffers(found, are_misspelt, are_misread)


def _have_figures(texts: MarkedTexts, gaps: Gaps) -> tuple[Bools, Bools]:
    """Return on which side of each gap there is a word with a figure."""
    before = texts.before(FIGURE)
    return (
        before[gaps.first + gaps.size] > before[gaps.first],
        before[gaps.second + gaps.other_size] > before[gaps.second],
    )


def _tell_numbers(texts: MarkedTexts, gaps: Gaps, kinds: GapKinds, is_exact: Bools) -> None:
    """Take numbers that are alike for different ones in pairs in which no word is misspelt or misread."""
    is_number = kinds.alike & is_exact[gaps.pair] & _have_figures(texts, gaps)[0]
    kinds.clear[is_number] = True
    kinds.alike[is_number] = False


def _have_other_heads(texts: MarkedTexts, gaps: Gaps, kinds: GapKinds, sides: tuple[Ints, Ints]) -> Bools:
    """Return which pairs of texts, whose two are `sides`, begin with the same form, filled in with other values."""
    count = len(sides[0])
    some = np.flatnonzero(gaps.edge == kernels.BEFORE)
    pair = gaps.pair[some]
    begins, ends = texts.bounds[sides[0]], texts.bounds[sides[0]].copy()
    np.maximum.at(ends, pair, (gaps.first + gaps.size)[some])
    words = ends - begins - np.bincount(pair, gaps.size[some], count).astype(np.int64)
    is_both = (gaps.size[some] > 0) & (gaps.other_size[some] > 0)
    first, second = gaps.first[some], gaps.second[some]
    in_figures, capitals = texts.before(FIGURE), texts.before(CAPITAL)
    own = in_figures[first + gaps.size[some]] - in_figures[first]
    other = in_figures[second + gaps.other_size[some]] - in_figures[second]
    figures = np.minimum(*(np.bincount(pair[is_both], each[is_both], count) for each in (own, other)))
    is_name = kinds.clear[some] & (own == 0) & (capitals[first + gaps.size[some]] > capitals[first])
    values = figures + np.bincount(pair[is_name], minlength=count)
    found: Bools = (words >= _LEAST_WORDS) & (np.bincount(pair[is_both], minlength=count) >= _LEAST_GAPS)
    return found & (figures > 0) & (values >= _LEAST_VALUES)
