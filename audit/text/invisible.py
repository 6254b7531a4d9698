"""Invisible characters that can carry hidden data: variation selectors, tags, zero-width characters."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.text.code_points import POINTS

BYTE_ORDER_MARK: Final = 0xFEFF
# VS1 to VS16 and VS17 to VS256: 256 in all, one per byte value.
SELECTORS: Final = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
# Tag characters, copies of ASCII once meant for language tags; used in the flags of regions.
TAGS: Final = range(0xE0000, 0xE0080)
# Zero width space, joiners and marks of direction, word joiner, invisible operators, Mongolian vowel separator.
WIDTHLESS: Final = (*range(0x200B, 0x2010), *range(0x2060, 0x2065), 0x180E, BYTE_ORDER_MARK)
# Controls of shaping, notes, music and shorthand, and Mongolian variation selectors (Unicode 16, 23.3 and table 23-9).
RARE_CONTROLS: Final = (
    *(*range(0x206A, 0x2070), *range(0xFFF9, 0xFFFC), *range(0x1D173, 0x1D17B), *range(0x1BCA0, 0x1BCA4)),
    *(*range(0x180B, 0x180E), 0x180F),
)
# Without a shape of their own: grapheme joiner, fillers of Hangul syllables, also of half width.
FILLERS: Final = (0x34F, 0x115F, 0x1160, 0x3164, 0xFFA0)
# Those that no script uses: never part of a text.
_NEVER_TEXT: Final = (*SELECTORS[0], *SELECTORS[1], *TAGS, 0x200B, *range(0x2060, 0x2065), BYTE_ORDER_MARK)


@cache
def never_text() -> npt.NDArray[np.bool_]:
    """Return for each code point whether it is never part of a word."""
    made = np.zeros(POINTS, dtype=np.bool_)
    made[list(_NEVER_TEXT)] = True
    made.setflags(write=False)
    return made


_SELECTOR: Final = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_TAG: Final = "\U000e0000-\U000e007f"
# Group 1, a flag, is kept; the rest carries data: tags, selectors in a row or after a letter, marks inside.
_CARRIES: Final = re.compile(
    rf"(\U0001f3f4[\U000e0030-\U000e007a]{{1,6}}\U000e007f)|[{_TAG}]+|[{_SELECTOR}]{{2,}}|(?<=[A-Za-z ])[{_SELECTOR}]"
    "|[\u2060-\u2064\ufeff]"
)


def without_payload(text: str) -> str:
    """Remove invisible data-carrying characters from a line, keeping those needed by emoji and names.

    >>> without_payload("The︀︁ ferry󠁁󠁂 ❤️")
    'The ferry ❤️'
    """
    return text if text.isascii() else _CARRIES.sub(r"\1", text)
