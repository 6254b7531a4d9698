"""Windows: every run of a fixed number of tokens, long enough not to be in two texts by chance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.duplication import unique as kernels
from audit.measure.duplication.tokens.hashing import draw

if TYPE_CHECKING:
    from audit.measure.duplication.tokens.hashing import U8, U32, U64, Bools, Ints

# Tokens of a window, a power of two. Shorter runs are edits or set phrases: of three words in a row, a third are in
# some other text of a corpus of two million.
WINDOW: Final = 8
# In scripts of which each letter is a token (Thai, Lao, Burmese, Khmer) three say as much as a Han character: of eight
# in a row a third are in thirty other texts of 800 letters, of 24 one in twenty, and so are of eight Han characters.
LETTERS: Final = int(kernels.LETTERS)
# Odd multipliers of the first half of two, four and eight tokens.
_FACTORS: Final = draw(WINDOW.bit_length() - 1, salt=9) | np.uint64(1)


@dataclass(frozen=True, slots=True)
class Windows:
    """For each token of some texts a hash of the window that begins there, its tokens, and whether it ends in the text.

    A window has WINDOW tokens, or LETTERS if it begins with a single letter.
    """

    hashes: U64
    sizes: U8
    are_inside: Bools


def windows_of(codes: U32, bounds: Ints) -> Windows:
    """Return the windows of texts given as token codes within `bounds`."""
    hashes = codes.astype(np.uint64)
    for half, factor in enumerate(_FACTORS):
        hashes[: -1 << half] = hashes[: -1 << half] * factor + hashes[1 << half :]
    are_inside = np.ones(len(codes), np.bool_)
    for before in range(1, min(WINDOW, len(codes) + 1)):
        # In a text shorter than this that is an end of the text before it, too.
        are_inside[bounds[1:] - before] = False
    sizes = np.full(len(codes), WINDOW, np.uint8)
    letters = np.flatnonzero(_are_letters(codes))
    if len(letters):
        ends = bounds[np.searchsorted(bounds, letters, side="right")]
        are_inside[letters], sizes[letters] = letters + LETTERS <= ends, LETTERS
        parts = [hashes[np.minimum(letters + at, len(codes) - 1)] for at in range(0, LETTERS, WINDOW)]
        hashes[letters] = sum(part * factor for part, factor in zip(parts, _FACTORS, strict=True))
    return Windows(hashes, sizes, are_inside)


def _are_letters(codes: U32) -> Bools:
    """Return which tokens are single letters of scripts without spaces."""
    points = codes ^ kernels.WIDE
    found: Bools = (codes >= kernels.WIDE) & (points <= kernels.LAST_LETTER)
    found &= (points < kernels.HAN) | (points >= kernels.KANA_END)
    return found
