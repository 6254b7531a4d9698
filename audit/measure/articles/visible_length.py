"""Visible length of texts: without white space and zero-width characters."""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt
import polars as pl

from audit.kernels.text.visible_length import count_besides
from audit.parser.blocks.strings import strings
from audit.text.code_points import POINTS
from audit.text.invisible import never_text

BLANK, UNSEEN = 1, 2
# Unicode's white space.
_BLANKS: Final = (
    *range(0x09, 0x0E), 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
)  # fmt: skip


def count_visible(texts: pl.Series, unwanted: int) -> npt.NDArray[np.int64]:
    """Return the number of code points per text that are none of `unwanted`: BLANK, UNSEEN or both."""
    told, counts = strings(texts), np.zeros(len(texts), np.int64)
    count_besides(told.text, told.offsets, _roles(), unwanted, counts)
    return counts


@cache
def _roles() -> npt.NDArray[np.uint8]:
    made = np.zeros(POINTS, np.uint8)
    made[list(_BLANKS)] = BLANK
    made[never_text()] |= UNSEEN
    return made
