"""Slots of forms: the places where a group of similar texts says many things, as no copies of one text do.

Edits fall independently of each other, so that most copies say the same at each place. Values stand at the same places
in all texts of a form, and say something else in most.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

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
_LEAST_TEXTS: Final = 4
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


class _Said(NamedTuple):
    """Of each token: how many things texts say there, how many of them say the most frequent, of how many known."""

    readings: Ints
    most: Ints
    known: Ints


def differ_in_slots(texts: MarkedTexts, base: int, others: Ints) -> Bools:
    """Return which of `others` say other things than `base` in enough slots, if all of them are of one form."""
    said = _readings(texts, base, others)
    every = np.concatenate([np.full_like(said[:1], _SAME), said])
    told = _said(every[_apart(every[:, _said(every).readings >= _LEAST_READINGS])])
    is_slot = (told.known >= _LEAST_TEXTS) & (told.most <= _MOST_ALIKE * told.known)
    slots = np.flatnonzero(np.diff(is_slot, prepend=False, append=False))
    if not 2 * _LEAST_SLOTS <= len(slots) <= 2 * _MOST_SLOTS:
        return np.zeros(len(others), np.bool_)
    is_known, is_other = (
        np.maximum.reduceat(np.pad(kind, ((0, 0), (0, 1))), slots, axis=1)[:, ::2] for kind in (said >= 0, said > 0)
    )
    known = is_known.sum(axis=1)
    found: Bools = (known >= _LEAST_SLOTS) & (is_other.sum(axis=1) >= _LEAST_SHARE * known)
    found &= (said[:, is_slot] > 0).sum(axis=1) >= _OF_DIFFERENCES * (said > 0).sum(axis=1)
    return found


def _readings(texts: MarkedTexts, base: int, others: Ints) -> Ints:
    """Return what each of `others` says at each token of the base, (others, tokens).

    Unknown is what is around the common part, or rewritten. A misspelling is no other word if no other text has it.
    """
    begin, end = texts.bounds[base], texts.bounds[base + 1]
    bases = np.full(len(others), base)
    gaps = gaps_of(texts, bases, others, particles())
    is_known = gaps.are_inside(texts, (bases, others), np.ones(len(others), np.bool_)) & ~gaps.are_rewritten()
    is_misspelt = is_known & (gaps.size > 0) & (gaps.other_size > 0)
    is_misspelt[is_misspelt] = are_misspelt(texts, gaps, np.flatnonzero(is_misspelt))
    said = np.full((len(others), end - begin), _SAME)
    rows, tokens = np.repeat(gaps.pair, gaps.size), ranges(gaps.first, gaps.size) - begin
    said[rows, tokens] = np.repeat(np.where(is_known, _hashes(texts, gaps), _UNKNOWN), gaps.size)
    rows, tokens = (places[np.repeat(is_misspelt, gaps.size)] for places in (rows, tokens))
    is_alone = (said[:, tokens] == said[rows, tokens]).sum(axis=0) == 1
    said[rows[is_alone], tokens[is_alone]] = _SAME
    return said


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


def _said(said: Ints) -> _Said:
    readings, count, most = np.zeros((3, said.shape[1]), np.int64)
    before = np.full(said.shape[1], _UNKNOWN)
    for own in np.sort(said, axis=0):
        is_new = own != before
        readings += is_new
        count = np.where(own == _UNKNOWN, 0, np.where(is_new, 1, count + 1))
        most = np.maximum(most, count)
        before = own
    return _Said(readings, most, (said != _UNKNOWN).sum(axis=0))
