import re

import numpy as np
import polars as pl
import pytest

from audit.parser.blocks.context.regex_search import search_rows

LINES = pl.Series(["ferry 12", "home", "ferry 12", "home", "the ferry", ""])


@pytest.mark.parametrize(
    ("pattern", "rows", "held"),
    [
        (r"\d", range(6), [0, 2]),
        (r"^ferry", [5, 4, 2, 0], [2, 0]),
        (r"ferry", [1, 2, 2, 4], [2, 2, 4]),
        (r"quay", range(6), []),
        (r"$", [5], [5]),
        (r"ferry", [], []),
    ],
)
def test_every_row_of_a_line_that_recurs_is_found_in_the_order_asked(pattern, rows, held):
    assert search_rows(re.compile(pattern), LINES, np.array(rows, np.int64)).tolist() == held
