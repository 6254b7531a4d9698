"""Windows: every run of a fixed number of tokens, long enough not to be in two texts by chance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.measure.duplication.tokens.hashing import draw

if TYPE_CHECKING:
    from audit.measure.duplication.tokens.hashing import U32, U64, Bools, Ints

# Tokens of a window, a power of two. Shorter runs are edits or set phrases: of three words in a row, a third are in
# some other text of a corpus of two million.
WINDOW: Final = 8
# Odd multipliers of the first half of two, four and eight tokens.
_FACTORS: Final = draw(WINDOW.bit_length() - 1, salt=9) | np.uint64(1)


@dataclass(frozen=True, slots=True)
class Windows:
    """For each token of some texts a hash of the window that begins there, and whether it ends within the text."""

    hashes: U64
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
    return Windows(hashes, are_inside)
