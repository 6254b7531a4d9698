"""Heads of forms: variants of a product, lots of an auction, offers whose values stand before a common description."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.duplication import gaps as kernels
from audit.measure.duplication.tokens.fold import CAPITAL, FIGURE

if TYPE_CHECKING:
    from audit.measure.duplication.template_texts.gaps import Gaps, MarkedTexts
    from audit.measure.duplication.template_texts.kinds import GapKinds
    from audit.measure.duplication.tokens.hashing import Bools, Ints

# The head of a form has its words on both sides, between the values. What two sites put before a copy has few words in
# common; if both put the same, as with one publishing system, the title comes before it, or is known to be the same.
_LEAST_WORDS: Final = 2
_LEAST_GAPS: Final = 2
# Numbers, or names between two words of the form, that differ.
_LEAST_VALUES: Final = 3


def have_other_heads(texts: MarkedTexts, gaps: Gaps, kinds: GapKinds, sides: tuple[Ints, Ints]) -> Bools:
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
