"""Shingles: every shortest run of tokens of sufficient weight, e.g. five wide characters or three words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from audit.kernels.duplication.sketch import shingle
from audit.kernels.duplication.texts import Shingles
from audit.measure.duplication.tokens.fold import codes_of

if TYPE_CHECKING:
    from audit.measure.duplication.tokens.fold import Tokens
    from audit.measure.duplication.tokens.hashing import U32, Ints


def shingles(tokens: Tokens) -> Shingles:
    """Return the shingles of each text; none crosses a text boundary.

    A wide character weighs 10, a word 17, a shingle at least 50: three words suffice (51), or four tokens with two
    words (54), or else five tokens (50 to 57). Independent of the language; mixed text works.
    """
    return shingles_of(codes_of(tokens), tokens.offsets)


def shingles_of(codes: U32, bounds: Ints) -> Shingles:
    """Return the shingles of texts given as token codes within `bounds`."""
    hashes, lengths = np.empty(len(codes), np.uint64), np.empty(len(codes), np.uint8)
    offsets = np.zeros(len(bounds), np.int64)
    shingle(codes, bounds, hashes, lengths, offsets[1:])
    return Shingles(hashes[: int(offsets[-1])], lengths[: int(offsets[-1])], offsets)
