"""Characters adjacent to product names in Chinese sentences, versus in planted text."""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.text.tables import rows

_BMP: Final = 0x10000
_TABLE: Final = "beside.tsv"
BEFORE, BEHIND = "before", "behind"


@cache
def levels(side: str) -> npt.NDArray[np.int64]:
    """Return for each BMP code point how much rarer it is on a side of product names than elsewhere.

    In thirds of a decade, at most 3 (tests/derive/derive_beside.py).
    """
    made = np.zeros(_BMP, np.int64)
    for told, level, characters in rows(_TABLE):
        if told == side:
            made[list(map(ord, characters))] = int(level)
    return made
