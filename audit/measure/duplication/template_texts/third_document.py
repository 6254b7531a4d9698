"""Detection of templates by three texts that say three different things at one place, which versions of one lack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.measure.duplication.template_texts.bearers import are_of_bearers
from audit.measure.duplication.template_texts.gaps import gaps_of
from audit.measure.duplication.template_texts.kinds import kinds_of, particles
from audit.measure.duplication.tokens.fold import FIGURE
from audit.measure.duplication.tokens.hashing import ranges, scramble, starts_of

if TYPE_CHECKING:
    from audit.measure.duplication.template_texts.gaps import Gaps, MarkedTexts
    from audit.measure.duplication.tokens.hashing import U64, Bools, Ints

# Weight of a name, in numbers: of numbers alone two must differ in all three, since news updates change single ones.
_NUMBERS_A_NAME: Final = 2


def differ_by_names(texts: MarkedTexts, first: Ints, second: Ints) -> Bools:
    """Return which pairs of texts (indexes) differ inside the common part only in names or numbers."""
    gaps, is_name, _ = _names(texts, first, second)
    found: Bools = np.bincount(gaps.pair[is_name], minlength=len(first)) > 0
    return found


def all_differ(texts: MarkedTexts, first: Ints, second: Ints, third: Ints) -> Bools:
    """Return which triples have three different names at one place; both others must differ from `first` by names only.

    Beginnings and ends are ignored, since sites put their own around a copy, except for a name that begins a sentence,
    and that of a bearer. Of two first names before one surname a third, whole name tells that they are names.
    """
    count = len(first)
    gaps, is_name, is_part = _names(texts, np.tile(first, 2), np.concatenate([second, third]))
    some, triple, place, size = _by_triple(gaps, is_name, count)
    said, has_figure = _said(texts, gaps.second[some], gaps.other_size[some])
    # Two names may share a part.
    end, part = place + size, is_part[some]
    is_another = _are_others(triple, place, end, said)
    is_another &= np.where(part[1:], ~part[:-1] & (end[:-1] > end[1:]), ~part[:-1] | (end[1:] > end[:-1]))
    weights = np.where(has_figure[1:] & has_figure[:-1], 1, _NUMBERS_A_NAME)[is_another]
    found: Bools = np.bincount(triple[1:][is_another], weights, minlength=count) >= _NUMBERS_A_NAME
    return found


def _by_triple(gaps: Gaps, chosen: Bools, count: int) -> tuple[Ints, Ints, Ints, Ints]:
    """Return some gaps of two pairs for each of `count` triples, by place in the first text.

    Of each: its index, its triple, its place and its size there.
    """
    some = np.flatnonzero(chosen)
    some = some[np.lexsort((gaps.first[some], gaps.pair[some] % count))]
    return some, gaps.pair[some] % count, gaps.first[some], gaps.size[some]


def _are_others(triple: Ints, place: Ints, end: Ints, said: U64) -> Bools:
    """Return which gaps but the first overlap the one before, which says something else.

    Gaps of one pair never overlap, so overlapping ones are of both pairs of a triple.
    """
    found: Bools = (triple[1:] == triple[:-1]) & (place[1:] < end[:-1]) & (said[1:] != said[:-1])
    return found


def _names(texts: MarkedTexts, first: Ints, second: Ints) -> tuple[Gaps, Bools, Bools]:
    """Return the gaps of pairs, and which of them are a name or number, for pairs that differ in little else.

    The last mask is true of those that are first names at most, or what a site puts before a text.
    """
    gaps = gaps_of(texts, first, second, particles())
    kinds = kinds_of(texts, gaps)
    is_bearer = are_of_bearers(texts, gaps)
    is_whole = (gaps.edge == 0) | gaps.are_gone_on_from(texts) | is_bearer
    is_inside = is_whole | gaps.are_before_names(texts)
    is_clear, is_likely = kinds.clear | is_bearer, kinds.likely & ~is_bearer
    is_other = ~(is_clear | kinds.alike | is_likely)
    named, doubtful, other = (
        np.bincount(gaps.pair[kind & is_inside], minlength=len(first)) for kind in (is_clear, is_likely, is_other)
    )
    is_form = (other == 0) & (doubtful <= named)
    is_name = is_clear & is_inside & is_form[gaps.pair] & (gaps.size > 0) & (gaps.other_size > 0)
    return gaps, is_name, ~is_whole


def _said(texts: MarkedTexts, first: Ints, size: Ints) -> tuple[U64, Bools]:
    """Return a hash of the tokens of each gap (at least one), and whether it contains a digit."""
    if not len(first):
        return np.zeros(0, np.uint64), np.zeros(0, np.bool_)
    tokens, starts = ranges(first, size), starts_of(size)[:-1]
    has_figure = np.logical_or.reduceat((texts.marks[tokens] & FIGURE) > 0, starts)
    return np.add.reduceat(scramble(texts.codes[tokens].astype(np.uint64)), starts), has_figure
