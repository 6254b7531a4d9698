"""Which characters stand beside names of wares in Chinese sentences, and which only where something was planted."""

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
    """Return for each code point of the BMP how much rarer it is on a side of such names than anywhere.

    The numbers are three times the decimal logarithm, 3 at most (tests/derive/derive_beside.py).
    """
    made = np.zeros(_BMP, np.int64)
    for told, level, characters in rows(_TABLE):
        if told == side:
            made[list(map(ord, characters))] = int(level)
    return made
