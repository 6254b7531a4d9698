"""Texts that are equal except for their numbers: reports, bills, tables of different days."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.measure.duplication.tokens.fold import codes_of, fold
from audit.measure.duplication.tokens.hashing import distinct, ranges, starts_of

if TYPE_CHECKING:
    from audit.measure.duplication.tokens.hashing import U32, U64, Bools, Ints

# Numbers are recognised by their token codes, up to this one. Codes are hashes: one word in twenty thousand is
# mistaken.
_NUMBERS: Final = 100_000
# Minimum numbers in both texts, and maximum share in common, to tell them apart. Copies with every tenth character
# edited keep two thirds of the numbers.
LEAST_FIGURES: Final = 5
# A text of fewer tokens, such as a question from a form, has room for two numbers only.
SHORT: Final = 60
LEAST_IN_SHORT: Final = 2
# In a paragraph of fewer tokens three different numbers suffice, or four with one equal: of copies with every tenth
# character edited one in 27 has three numbers, all of them changed.
BRIEF: Final = 200
LEAST_IN_BRIEF: Final = 3
COMMON: Final = 0.25
_CODE_BITS: Final = np.uint64(32)
_LOW: Final = np.uint32((1 << 22) - 1)


def tell_apart(codes: U32, bounds: Ints, first: Ints, second: Ints, common: float = COMMON) -> Bools:
    """Return which pairs of texts, with tokens in `bounds`, have different numbers, given the share in both."""
    figures, counts = _figures(codes, bounds)
    texts = figures >> _CODE_BITS
    starts = np.searchsorted(texts, np.arange(len(bounds), dtype=np.uint64))
    sizes = np.diff(starts)
    places = ranges(starts[first], sizes[first])
    wanted = (np.repeat(second, sizes[first]).astype(np.uint64) << _CODE_BITS) | (
        figures[places] & np.uint64(0xFFFFFFFF)
    )
    at = np.minimum(np.searchsorted(figures, wanted), max(0, len(figures) - 1))
    both = np.where(figures[at] == wanted, np.minimum(counts[at], counts[places]), 0) if len(figures) else wanted
    edges = starts_of(sizes[first])
    in_both = np.diff(np.concatenate([np.zeros(1, np.int64), np.cumsum(both)])[edges])
    totals = np.diff(np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])[starts])
    least = np.minimum(totals[first], totals[second])
    tokens = np.minimum(*np.diff(bounds)[np.stack([first, second])])
    in_brief = np.where(tokens < BRIEF, LEAST_IN_BRIEF + (in_both > 0), LEAST_FIGURES)
    needed = np.where(tokens < SHORT, LEAST_IN_SHORT, in_brief)
    found: Bools = (least >= needed) & (in_both <= common * least)
    return found


def _figures(codes: U32, bounds: Ints) -> tuple[U64, Ints]:
    """Return the distinct numbers of each text (text index above the code), sorted, and their counts."""
    known, is_like = _codes()
    places = np.flatnonzero(is_like[codes & _LOW])
    at = np.minimum(np.searchsorted(known, codes[places]), len(known) - 1)
    places = places[known[at] == codes[places]]
    text = (np.searchsorted(bounds, places, side="right") - 1).astype(np.uint64)
    keys, counts = np.unique((text << _CODE_BITS) | codes[places].astype(np.uint64), return_counts=True)
    return keys, counts.astype(np.int64)


@lru_cache(maxsize=1)
def _codes() -> tuple[U32, Bools]:
    """Return the token codes of numbers below _NUMBERS, also zero-padded to two digits.

    Also a mask of low bits that such codes have, to skip most other tokens without a search.
    """
    told = [str(number) for number in range(_NUMBERS)] + [f"{number:02}" for number in range(10)]
    known = distinct(codes_of(fold([" ".join(told)])))
    is_like = np.zeros(int(_LOW) + 1, np.bool_)
    is_like[known & _LOW] = True
    return known, is_like
