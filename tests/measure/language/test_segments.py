"""The beginnings of documents, from which their words are read."""

import numpy as np
import pytest

from audit.measure.language.segments import beginning, beginnings, pieces_of
from audit.measure.language.spans import Spans, Texts
from audit.text.classes import codepoints

PAGES = ("first line\n渡口 the second\u200b one\nthird", "", "only line\U0001f600", "a\n\nb")


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (100, ["first line\n渡口 the second one\nthird", "", "only line\U0001f600", "a\nb"]),
        (10, ["first line", "", "only line\U0001f600", "a\nb"]),
        (12, ["first line\n渡口 the secon", "", "only line\U0001f600", "a\nb"]),
        (1, ["f", "", "o", "a"]),
    ],
)
def test_beginnings_end_with_the_line_that_reaches_the_bound_and_lines_are_cut_at_it(
    most: int, expected: list[str]
) -> None:
    points, content = _content()
    assert beginnings(points, content, range(len(PAGES)), most) == expected
    assert [beginning(points, content, number, most) for number in range(len(PAGES))] == expected


def test_beginnings_of_some_documents_and_of_none() -> None:
    points, content = _content()
    assert beginnings(points, content, [0, 3], 10) == ["first line", "a\nb"]
    assert beginnings(points, content, [], 10) == []


def _content():
    ends = np.cumsum([len(page) + 1 for page in PAGES]) - 1
    starts = ends - [len(page) for page in PAGES]
    points, every = codepoints("\n".join(PAGES)), np.ones(len(PAGES), bool)
    return points, pieces_of(Texts(points, starts, ends), Spans(np.arange(len(PAGES)), starts, ends, every, every))
