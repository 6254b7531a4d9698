"""Characters that carry data and show nothing: variation selectors, tags, and what has no width."""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.text.classes import POINTS

BYTE_ORDER_MARK: Final = 0xFEFF
# VS1 to VS16 and VS17 to VS256: 256 of them, one for each byte.
SELECTORS: Final = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
# Copies of ASCII that were meant to name languages; flags of regions are spelt with them.
TAGS: Final = range(0xE0000, 0xE0080)
# Zero width space, joiners and marks of direction, word joiner, invisible operators, Mongolian vowel separator.
WIDTHLESS: Final = (*range(0x200B, 0x2010), *range(0x2060, 0x2065), 0x180E, BYTE_ORDER_MARK)
# Those of them that no script writes: none of these is a part of any text.
_NEVER_TEXT: Final = (*SELECTORS[0], *SELECTORS[1], *TAGS, 0x200B, *range(0x2060, 0x2065), BYTE_ORDER_MARK)


@cache
def never_text() -> npt.NDArray[np.bool_]:
    """Return of every code point whether it is no part of the words it stands in."""
    made = np.zeros(POINTS, dtype=np.bool_)
    made[list(_NEVER_TEXT)] = True
    made.setflags(write=False)
    return made
