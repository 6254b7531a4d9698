"""A pattern is matched once for each different line, and found on all its rows."""

import re

import numpy as np
import polars as pl
import pytest

from audit.parser.blocks.context.regex_search import LineTexts, picked, search_rows

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
    assert search_rows(re.compile(pattern), LineTexts(LINES), np.array(rows, np.int64)).tolist() == held


@pytest.mark.parametrize("rows", [[], [0], [5, 5, 2], [3, 0, 4]])
def test_lines_are_picked_in_the_order_asked(rows):
    assert picked(LINES, np.array(rows, np.int64)).to_list() == [LINES.to_list()[row] for row in rows]


def test_lines_are_the_same_however_often_they_are_asked_for():
    lines = LineTexts(LINES)
    for rows in ([5, 0], [], [0, 3, 0, 5], [4]):
        assert lines[np.array(rows, np.int64)] == [LINES.to_list()[row] for row in rows]


def test_a_row_that_is_none_is_refused_and_not_taken_from_the_end():
    with pytest.raises(pl.exceptions.OutOfBoundsError):
        picked(LINES, np.array([-1], np.int64))


def test_lines_among_some_rows_are_numbered_anew_and_made_once():
    lines, rows = LineTexts(LINES), np.array([4, 2, 1])
    few = lines.among(rows)
    assert few[np.arange(3)] == ["the ferry", "ferry 12", "home"]
    assert few.among(np.array([2]))[np.zeros(1, np.int64)] == ["home"]
    assert few.naming(["home"], np.arange(3)).tolist() == [2]
    assert few[np.array([1])][0] is lines[np.array([2])][0]
