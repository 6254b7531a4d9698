"""Forms filled in with ordinary words, of which there are two only: their values are no words of the form itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.measure.duplication.tokens.fold import LETTERS
from audit.measure.duplication.tokens.hashing import ranges, starts_of

if TYPE_CHECKING:
    from audit.measure.duplication.template_texts.gaps import Gaps, MarkedTexts
    from audit.measure.duplication.template_texts.kinds import GapKinds
    from audit.measure.duplication.tokens.hashing import U32, U64, Bools, Ints

# Minimum share of clear values and phrases of several words or characters. Synonyms and random words replace single
# ones, and of these an eighth stand side by side where every tenth word is replaced; edits of two characters each are
# as long on both sides.
_LEAST_SHARE: Final = 0.4
# Maximum share of misspelt words, which are different ones that are alike.
_FEW_EDITS: Final = 0.25
# A word that a text says so often is its own and no value. Of words replaced at random two fifths are.
_OFTEN: Final = 3
_CODE_BITS: Final = np.uint64(32)


def have_other_words(texts: MarkedTexts, gaps: Gaps, kinds: GapKinds, needed: Ints) -> Bools:
    """Return which pairs of texts differ at more than `needed` places, all of them values.

    Of `gaps` those count that have one of `kinds`. At least one is a clear value and one a phrase for a longer or
    shorter one, no word is on one side only, and none of those replaced by a single one is frequent in its text.
    """
    count = len(needed)
    is_empty, is_one = np.minimum(gaps.size, gaps.other_size) == 0, np.maximum(gaps.size, gaps.other_size) == 1

    def counted(chosen: Bools) -> Ints:
        return np.bincount(gaps.pair[chosen], minlength=count)

    is_other = kinds.words | kinds.likely
    clear, words = counted(kinds.clear), counted(is_other)
    misspelt, dropped = counted(kinds.edits & ~is_other), counted(kinds.edits & is_empty)
    values = clear + words
    found: Bools = (clear > 0) & (dropped == 0) & (values > needed) & (misspelt <= _FEW_EDITS * values)
    is_own = np.zeros(len(gaps.pair), np.bool_)
    asked = np.flatnonzero(found[gaps.pair] & is_other)
    is_own[asked] = _hold_own_words(texts, gaps, asked)
    is_phrase = is_other & ~is_one & ~is_own
    phrases = counted(is_phrase)
    found &= clear + phrases >= _LEAST_SHARE * (values + misspelt)
    found &= (counted(is_phrase & (gaps.size != gaps.other_size)) > 0) & (counted(is_own & is_one) == 0)
    return found


def _hold_own_words(texts: MarkedTexts, gaps: Gaps, asked: Ints) -> Bools:
    """Return which of some gaps hold, on either side, a word that its text says often.

    Letters such as those of "a.m." are no words.
    """
    found = np.zeros(len(asked), np.bool_)
    if len(asked):
        for first, size in ((gaps.first[asked], gaps.size[asked]), (gaps.second[asked], gaps.other_size[asked])):
            tokens = ranges(first, size)
            is_own = _are_often(texts, tokens) & (np.bitwise_count(texts.marks[tokens] & LETTERS) > 1)
            found |= np.logical_or.reduceat(is_own, starts_of(size)[:-1])
    return found


def _are_often(texts: MarkedTexts, tokens: Ints) -> Bools:
    """Return which tokens are words that their text says often."""
    of = np.searchsorted(texts.bounds, tokens, side="right") - 1
    every = np.flatnonzero(texts.of(of))
    text = np.searchsorted(texts.bounds, every, side="right") - 1
    keys, counts = np.unique(_keys(text, texts.codes[every]), return_counts=True)
    found: Bools = counts[np.searchsorted(keys, _keys(of, texts.codes[tokens]))] >= _OFTEN
    return found


def _keys(text: Ints, codes: U32) -> U64:
    found: U64 = text.astype(np.uint64) << _CODE_BITS | codes
    return found
