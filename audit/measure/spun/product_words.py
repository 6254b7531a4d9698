"""What product search phrases are made of, and what stands beside product names in Chinese."""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from audit.text.tables import rows

_BMP: Final = 0x10000
BEFORE, BEHIND = "before", "behind"


def product_words(language: str) -> dict[str, int]:
    """Return the folded words of a language with weights.

    Weights are tenths of the negative decimal logarithm of the share of clean paragraphs with the word, at most 40
    (tests/derive/derive_wares.py).
    """
    told = ((weight, words) for own, weight, words in rows("wares.tsv") if own == language)
    return {word: int(weight) for weight, words in told for word in words.split(",")}


@cache
def neighbour_levels(side: str) -> npt.NDArray[np.int64]:
    """Return for each BMP code point how much rarer it is on a side of product names than elsewhere.

    In thirds of a decade, at most 3 (tests/derive/derive_beside.py).
    """
    made = np.zeros(_BMP, np.int64)
    for told, level, characters in rows("beside.tsv"):
        if told == side:
            made[list(map(ord, characters))] = int(level)
    return made
