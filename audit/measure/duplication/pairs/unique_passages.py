"""What a document would take along that stands nowhere in what is kept: counted on tokens, aligned with the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.duplication import unique as kernels
from audit.measure.duplication.tokens.fold import fold
from audit.measure.duplication.tokens.shingles import shingles_of

if TYPE_CHECKING:
    from audit.measure.duplication.tokens.hashing import U32, Ints

_MEASURES: Final = 3


@dataclass(frozen=True, slots=True)
class UniqueText:
    """What of each text stands nowhere in the one it was held against.

    `tokens` counts those in runs of eight or more that align with nothing there; `longest` is the length of the longest
    such run, and `start` the token at which it begins. Fewer in a row are an edit, and so is a run of whose pairs of
    neighbours a quarter stand, in order, at the same place of the other text.
    """

    tokens: Ints
    longest: Ints
    start: Ints


def unique_text(codes: U32, bounds: Ints, texts: Ints, others: Ints) -> UniqueText:
    """Return what of each of `texts` does not stand in the one of `others` beside it: numbers of texts in `bounds`."""
    found = shingles_of(codes, bounds)
    texts, others = np.ascontiguousarray(texts), np.ascontiguousarray(others)
    measures = np.zeros(len(texts) * _MEASURES, np.int64)
    kernels.unique(codes, bounds, found.hashes, found.lengths, found.offsets, texts, others, measures)
    return UniqueText(*measures.reshape(-1, _MEASURES).T)


def place_of(body: str, start: int, tokens: int) -> tuple[int, int]:
    """Return where in `body` a run of tokens lies: its first code point, and one past its last."""
    return _end_of(body, start, at_least=start + 1) - 1, _end_of(body, start, at_least=start + tokens)


def _end_of(body: str, low: int, at_least: int) -> int:
    """Return the length of the shortest beginning of `body` that holds so many tokens, `low` code points or more."""
    high = len(body)
    while low < high:
        middle = (low + high) // 2
        if len(fold([body[:middle]]).hashes) >= at_least:
            high = middle
        else:
            low = middle + 1
    return high
