"""Rows that hold a pattern which is dear to compile: polars forgets all but some thirty, and batches are many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import re

    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages


def searched(pages: Pages, pattern: re.Pattern[str], rows: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return those of the flagged rows, which should be few, whose folded text the pattern is found in."""
    chosen = np.flatnonzero(rows)
    held = [pattern.search(line) is not None for line in pages.texts(chosen)]
    found: NDArray[np.int64] = chosen[np.array(held, bool)]
    return found
