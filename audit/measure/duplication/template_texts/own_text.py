"""Copies in one publishing system's frame: all that no third document has agrees, and what differs is the frame's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.measure.duplication.template_texts.answers import LONGEST, have_other_values
from audit.measure.duplication.template_texts.figures import tell_apart
from audit.measure.duplication.template_texts.filled_in import differences
from audit.measure.duplication.template_texts.gaps import MarkedTexts
from audit.measure.duplication.tokens.hashing import ranges, starts_of
from audit.measure.duplication.tokens.shingles import shingles_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audit.measure.duplication.tokens.hashing import Bools

# Minimum words of the text between two frames: shorter remarks and descriptions are in several reports of one form.
_LEAST_WORDS: Final = 60
# Minimum common tokens per token that is neither the frame's nor common, in the document with fewer such: names, days,
# numbers and the headline around an article.
_TO_AROUND: Final = 4
# The text begins and ends with common runs of so many tokens of its own, and of a part of the longest one: a headline
# is shorter, and behind it stand the day and the author.
_LEAST_RUN: Final = 20
_OF_LONGEST: Final = 0.25
_ONE, _OTHER = np.zeros(1, np.int64), np.ones(1, np.int64)


def are_copies_in_frame(texts: MarkedTexts, similarity: float) -> bool:
    """Return whether the first two of some texts are copies in a frame that the others are in as well.

    What is no frame's covers each other to this share, and has no other names and numbers filled in. Those of the
    frame differ: site, day, author. With another price or size behind such a label two are variants of a thing, with
    one description; with another number, too, unless that is longer than an item's.
    """
    covered, thirds = _Covered(texts), range(2, len(texts.bounds) - 1)
    sides = [_own(covered, pair, thirds) for pair in ((0, 1), (1, 0))]
    tokens = np.concatenate([texts.bounds[text] + np.flatnonzero(is_own) for text, (is_own, _) in enumerate(sides)])
    bounds = starts_of(np.array([is_own.sum() for is_own, _ in sides]))
    own = MarkedTexts(texts.codes[tokens], texts.marks[tokens], bounds)
    covered = _Covered(own)
    common = np.array([covered.by(0, [1]).sum(), covered.by(1, [0]).sum()])
    is_like = own.words().min() >= _LEAST_WORDS and (common >= similarity * np.diff(bounds)).all()
    if not is_like or common.min() < _TO_AROUND * min(around for _, around in sides):
        return False
    is_apart = tell_apart(own, _ONE, _OTHER) | differences(own, _ONE, _OTHER).are_filled_in
    is_article = bool(own.words().min() >= LONGEST)
    return not (is_apart | have_other_values(texts, _ONE, _OTHER, is_article=is_article))[0]


def _own(covered: _Covered, pair: tuple[int, int], thirds: Sequence[int]) -> tuple[Bools, int]:
    """Return which tokens of the first of a pair are of its text, and how many around it are its own as well."""
    text, other = pair
    is_own, is_common = ~covered.by(text, thirds), covered.by(text, [other])
    is_inside = _between_runs(is_common, is_own)
    return is_inside & is_own, int((is_own & ~is_common & ~is_inside).sum())


def _between_runs(is_common: Bools, is_own: Bools) -> Bools:
    """Return the tokens from the first long run of common ones to the last; runs count the tokens of the text's own."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], is_common, [False]]).astype(np.int8)))
    begins, ends = edges[::2], edges[1::2]
    own = starts_of(is_own)[ends] - starts_of(is_own)[begins]
    is_long = own >= max(_LEAST_RUN, _OF_LONGEST * own.max(initial=0))
    found = np.zeros(len(is_own), np.bool_)
    if is_long.any():
        found[begins[is_long][0] : ends[is_long][-1]] = True
    return found


class _Covered:
    """Which tokens of texts are in shingles of others."""

    def __init__(self, texts: MarkedTexts) -> None:
        self._bounds, self._shingles = texts.bounds, shingles_of(texts.codes, texts.bounds)

    def by(self, text: int, others: Sequence[int]) -> Bools:
        """Return the mask for the tokens of a text."""
        found = self._shingles
        own, *theirs = (slice(*found.offsets[[one, one + 1]]) for one in (text, *others))
        known = np.concatenate([found.hashes[one] for one in theirs])
        places = np.flatnonzero(np.isin(found.hashes[own], known))
        is_covered = np.zeros(int(self._bounds[text + 1] - self._bounds[text]), np.bool_)
        is_covered[ranges(places, found.lengths[own][places].astype(np.int64))] = True
        return is_covered
