"""Texts that are equal except for their numbers: reports, bills, tables of different days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Self

import numpy as np

from audit.measure.duplication.tokens.fold import FIGURE
from audit.measure.duplication.tokens.hashing import ranges, starts_of

if TYPE_CHECKING:
    from audit.measure.duplication.template_texts.gaps import Gaps, MarkedTexts
    from audit.measure.duplication.tokens.hashing import Bools, Ints

# Minimum numbers in both texts, and maximum share in common, to tell them apart. Any word with a digit is a number.
LEAST_FIGURES: Final = 5
COMMON: Final = 0.25
# Copies with every tenth character edited keep two thirds of the numbers. Of many, all in common may be more than
# COMMON: as far as this many standard deviations below, which one such copy in 150 is.
_KEPT: Final = 2 / 3
_DEVIATIONS: Final = 2.5
# Maximum number of equal figures for each different one in texts about different subjects.
_ALIKE_OF_SUBJECTS: Final = 3
# A text of fewer tokens, such as a question from a form, has room for two numbers only.
SHORT: Final = 60
LEAST_IN_SHORT: Final = 2
# In a paragraph of fewer tokens three different numbers suffice, or four with one equal: of copies with every tenth
# character edited one in 27 has three numbers, all of them changed.
BRIEF: Final = 200
LEAST_IN_BRIEF: Final = 3
_CODE_BITS: Final = np.uint64(32)
_CODE: Final = np.uint64(0xFFFFFFFF)


def tell_apart(texts: MarkedTexts, first: Ints, second: Ints, common: float = COMMON) -> Bools:
    """Return which pairs of texts have different numbers, given the share that may be in both."""
    in_both, least = _in_both(texts, first, second)
    return _are_apart(texts, (first, second), in_both, least, common)


class Figures(NamedTuple):
    """The number of figures that each of some pairs of texts has alike, and differing, at the same places."""

    alike: Ints
    differing: Ints

    @classmethod
    def of(cls, texts: MarkedTexts, gaps: Gaps, sides: tuple[Ints, Ints]) -> Self:
        """Count them; the two texts of each pair are `sides`."""
        before, count = texts.before(FIGURE), len(sides[0])
        in_gaps = [before[a + n] - before[a] for a, n in ((gaps.first, gaps.size), (gaps.second, gaps.other_size))]
        differing = np.bincount(gaps.pair, np.minimum(*in_gaps) * ~gaps.are_rewritten(), count)
        totals = (before[texts.bounds[side + 1]] - before[texts.bounds[side]] for side in sides)
        outside = [total - np.bincount(gaps.pair, here, count) for total, here in zip(totals, in_gaps, strict=True)]
        return cls(np.minimum(*outside).astype(np.int64), differing.astype(np.int64))

    def tell_apart(self, texts: MarkedTexts, sides: tuple[Ints, Ints]) -> Bools:
        """Return which pairs have other ones. Of small ones many are in both texts by chance, at other places."""
        return _are_apart(texts, sides, self.alike, self.alike + self.differing, COMMON)

    def are_of_subjects(self) -> Bools:
        """Return which pairs have so many other ones as texts on two subjects have."""
        found: Bools = (self.differing >= LEAST_IN_BRIEF) & (self.alike <= _ALIKE_OF_SUBJECTS * self.differing)
        return found


def _are_apart(texts: MarkedTexts, sides: tuple[Ints, Ints], in_both: Ints, least: Ints, common: float) -> Bools:
    """Return which pairs of texts have few enough of `least` numbers in both."""
    tokens = np.minimum(*np.diff(texts.bounds)[np.stack(sides)])
    in_brief = np.where(tokens < BRIEF, LEAST_IN_BRIEF + (in_both > 0), LEAST_FIGURES)
    needed = np.where(tokens < SHORT, LEAST_IN_SHORT, in_brief)
    by_chance = _KEPT * least - _DEVIATIONS * np.sqrt(_KEPT * (1 - _KEPT) * least)
    found: Bools = (least >= needed) & (in_both <= np.maximum(common * least, by_chance))
    return found


def _in_both(texts: MarkedTexts, first: Ints, second: Ints) -> tuple[Ints, Ints]:
    """Return the number of figures that both texts of each pair have, and that the one with fewer has."""
    places = np.flatnonzero(texts.marks & FIGURE)
    text = (np.searchsorted(texts.bounds, places, side="right") - 1).astype(np.uint64)
    keys, counts = np.unique((text << _CODE_BITS) | texts.codes[places], return_counts=True)
    starts = np.searchsorted(keys >> _CODE_BITS, np.arange(len(texts.bounds), dtype=np.uint64))
    sizes = np.diff(starts)
    mine = ranges(starts[first], sizes[first])
    wanted = (np.repeat(second, sizes[first]).astype(np.uint64) << _CODE_BITS) | (keys[mine] & _CODE)
    at = np.minimum(np.searchsorted(keys, wanted), max(0, len(keys) - 1))
    both = np.where(keys[at] == wanted, np.minimum(counts[at], counts[mine]), 0) if len(keys) else wanted
    in_both = np.diff(starts_of(both)[starts_of(sizes[first])])
    totals = np.diff(starts_of(counts)[starts])
    return in_both, np.minimum(totals[first], totals[second])
