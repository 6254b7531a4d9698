"""Regular expression search over few selected lines; polars would recompile the pattern in each batch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    import re

    import polars as pl
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

# The end of a word in a polars pattern that is only searched for. `\b` makes polars leave its automaton wherever a text
# has other letters than ASCII, and take thirty times as long.
WORD_END: Final = r"(?:\W|$)"


def search_rows(pattern: re.Pattern[str], lines: pl.Series, rows: Ints) -> Ints:
    """Return which of the rows contain the pattern in their line."""
    held = [pattern.search(line) is not None for line in lines[rows].to_list()]
    return rows[np.array(held, np.bool_)]
