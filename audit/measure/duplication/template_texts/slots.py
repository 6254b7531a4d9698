"""Slots of forms: the places where a group of similar texts says many things, as no copies of one text do.

Edits fall independently of each other, so that most copies say the same at each place. Values stand at the same places
in all texts of a form, and say something else in most.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Self

import numpy as np

from audit.measure.duplication.template_texts.answers import are_misspelt
from audit.measure.duplication.template_texts.gaps import gaps_of
from audit.measure.duplication.template_texts.kinds import particles
from audit.measure.duplication.tokens.hashing import ranges, scramble, starts_of

if TYPE_CHECKING:
    from audit.measure.duplication.template_texts.gaps import Gaps, MarkedTexts
    from audit.measure.duplication.tokens.hashing import Bools, Ints

# Where texts say three things and more, those of a form differ at three of ten such places at least; copies of one text
# agree at most, and one of them is asked what the slots are.
_LEAST_READINGS: Final = 3
_LEAST_APART: Final = 0.3
# At a slot at most half of so many texts that are no copies of each other say the same.
LEAST_TEXTS: Final = 5
_MOST_ALIKE: Final = 0.5
# Minimum slots of a form, and share of them at which two texts of it differ, agreeing in others by chance; these are
# such a share of what they differ in. Copies with every tenth word replaced agree in most, and differ elsewhere. A text
# that a machine spun differs in more places than a form has values.
_LEAST_SLOTS: Final = 3
_LEAST_SHARE: Final = 0.4
_OF_DIFFERENCES: Final = 0.4
_MOST_SLOTS: Final = 20
# What a text says at a token of the base: this, the same, or a positive hash of something else.
_UNKNOWN, _SAME = -1, 0


class Readings(NamedTuple):
    """What texts say at each token of a base, (texts, tokens), and where that is perhaps a misspelling of the same."""

    said: Ints
    is_misspelt: Bools

    @classmethod
    def of(cls, texts: MarkedTexts, bases: Ints, others: Ints) -> Self:
        """Return a row for each pair of a base and another text; there are as many columns as tokens in any base.

        Unknown is what is around the common part.
        """
        gaps = gaps_of(texts, bases, others, particles())
        is_known = gaps.are_inside(texts, (bases, others), np.ones(len(others), np.bool_))
        is_misspelt = is_known & (gaps.size > 0) & (gaps.other_size > 0)
        is_misspelt[is_misspelt] = are_misspelt(texts, gaps, np.flatnonzero(is_misspelt))
        shape = len(others), np.diff(texts.bounds)[bases].max()
        found = cls(np.full(shape, _SAME), np.zeros(shape, np.bool_))
        said = np.where(is_known, _hashes(texts, gaps), _UNKNOWN)
        tokens = ranges(gaps.first, gaps.size) - np.repeat(texts.bounds[bases[gaps.pair]], gaps.size)
        for room, values in zip(found, (said, is_misspelt), strict=True):
            room[np.repeat(gaps.pair, gaps.size), tokens] = np.repeat(values, gaps.size)
        return found

    def among(self, rows: Ints, tokens: int) -> Self:
        """Return some rows, all of one base of so many tokens."""
        return type(self)(self.said[rows, :tokens], self.is_misspelt[rows, :tokens])


class Slots(NamedTuple):
    """Which tokens of a base are slots of a form, and what a group of texts says there, (texts, slot tokens)."""

    are: Bools
    said: Ints

    @classmethod
    def none(cls) -> Self:
        """Return no slots."""
        return cls(np.zeros(0, np.bool_), np.zeros((0, 0), np.int64))

    @classmethod
    def of(cls, group: Readings) -> Self:
        """Return the slots of a form by what similar texts say."""
        base = np.full_like(group.said[:1], _SAME)
        # A misspelling that only one text has says the same.
        every = np.concatenate([base, np.where(group.is_misspelt & _are_alone(group.said), _SAME, group.said)])
        readings, _, _ = _counts(every)
        _, most, known = _counts(every[_apart(every[:, readings >= _LEAST_READINGS])])
        are = (known >= LEAST_TEXTS) & (most <= _MOST_ALIKE * known)
        edges = np.flatnonzero(np.diff(are, prepend=False, append=False))
        if not 2 * _LEAST_SLOTS <= len(edges) <= 2 * _MOST_SLOTS:
            are = np.zeros_like(are)
        return cls(are, group.said[:, are])

    def tell_apart(self, texts: Readings, is_of_group: Bools) -> Bools:
        """Return which texts say other things than the base in enough of the slots.

        A misspelling, which no other text of the group has, is no other word.
        """
        if not self.are.any():
            return np.zeros(len(texts.said), np.bool_)
        is_other = (texts.said > _SAME) & ~texts.is_misspelt
        rows, slots = np.nonzero(texts.is_misspelt[:, self.are])
        often = (self.said[:, slots] == texts.said[:, self.are][rows, slots]).sum(axis=0)
        is_other[rows, np.flatnonzero(self.are)[slots]] = often > is_of_group[rows]
        edges = np.flatnonzero(np.diff(self.are, prepend=False, append=False))
        known, other = (
            np.maximum.reduceat(np.pad(kind, ((0, 0), (0, 1))), edges, axis=1)[:, ::2].sum(axis=1)
            for kind in (texts.said != _UNKNOWN, is_other)
        )
        found: Bools = (known >= _LEAST_SLOTS) & (other >= _LEAST_SHARE * known)
        found &= is_other[:, self.are].sum(axis=1) >= _OF_DIFFERENCES * is_other.sum(axis=1)
        return found


def _are_alone(said: Ints) -> Bools:
    """Return what no other text says at the same token."""
    ordered = np.sort(said, axis=0)
    padded = np.pad(ordered, ((1, 1), (0, 0)), constant_values=_UNKNOWN - 1)
    is_alone = (padded[1:-1] != padded[:-2]) & (padded[1:-1] != padded[2:])
    places = np.argsort(np.argsort(said, axis=0), axis=0)
    return np.take_along_axis(is_alone, places, axis=0)


def _hashes(texts: MarkedTexts, gaps: Gaps) -> Ints:
    """Return a positive hash of what the second text says in each gap."""
    codes = texts.codes[ranges(gaps.second, gaps.other_size)].astype(np.uint64)
    sums, starts = np.append(np.uint64(0), np.cumsum(scramble(codes))), starts_of(gaps.other_size)
    found: Ints = ((sums[starts[1:]] - sums[starts[:-1]]) >> np.uint64(2)).astype(np.int64) + 1
    return found


def _apart(said: Ints) -> list[int]:
    """Return texts of which each differs from each other at enough of these tokens: of copies of one text, one."""
    chosen: list[int] = []
    for nth, own in enumerate(said):
        is_known = (said[chosen] != _UNKNOWN) & (own != _UNKNOWN)
        is_other = is_known & (said[chosen] != own)
        if (is_other.sum(axis=1) >= _LEAST_APART * np.maximum(1, is_known.sum(axis=1))).all():
            chosen.append(nth)
    return chosen


def _counts(said: Ints) -> tuple[Ints, Ints, Ints]:
    """Return of each token how many things are said, by how many texts the most frequent, and by how many any."""
    readings, count, most = np.zeros((3, said.shape[1]), np.int64)
    before = np.full(said.shape[1], _UNKNOWN)
    for own in np.sort(said, axis=0):
        is_new = own != before
        readings += is_new
        count = np.where(own == _UNKNOWN, 0, np.where(is_new, 1, count + 1))
        most = np.maximum(most, count)
        before = own
    return readings, most, (said != _UNKNOWN).sum(axis=0)
