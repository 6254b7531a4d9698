"""Where an article begins, runs and ends, for all documents of a batch at once."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.parser.blocks.page import Pages
from audit.parser.header.date import starts

BLOCK = st.tuples(st.integers(0, 400), st.booleans())
PAGE = st.lists(BLOCK, max_size=9)


def batch(documents: list[list[tuple[int, bool]]]) -> Pages:
    sizes = [len(blocks) for blocks in documents]
    columns = {
        "document": np.repeat(np.arange(len(sizes)), sizes).astype(np.int64),
        "weight": pl.Series([float(weight) for blocks in documents for weight, _ in blocks], dtype=pl.Float64),
        "boilerplate": pl.Series([flagged for blocks in documents for _, flagged in blocks], dtype=pl.Boolean),
        "sentence": pl.Series([weight % 2 > 0 for blocks in documents for weight, _ in blocks], dtype=pl.Boolean),
        "cue": pl.Series([None] * sum(sizes), dtype=pl.Int64),
        "chars": np.ones(sum(sizes), np.int64),
    }
    found = Pages(pl.DataFrame(columns), np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)]))
    # None of them states a date or author.
    vars(found)["meta"] = np.zeros(sum(sizes), np.bool_)
    return found


def greatest(blocks: list[tuple[int, bool]]) -> int:
    """Return the greatest sum of a run of blocks, as main counts them; 0 for no run at all."""
    mass = [-25 if flagged else min(weight, 300) for weight, flagged in blocks]
    return max((sum(mass[a:b]) for a in range(len(mass)) for b in range(a + 1, len(mass) + 1)), default=0)


@settings(max_examples=50, deadline=None)
@given(st.lists(PAGE, min_size=1, max_size=4))
def test_the_main_run_has_the_greatest_sum(documents: list[list[tuple[int, bool]]]) -> None:
    pages = batch(documents)
    for number, blocks in enumerate(documents):
        first, (start, end) = int(pages.first[number]), (int(edge[number]) for edge in pages.main)
        found = [-25 if flagged else min(weight, 300) for weight, flagged in blocks[start - first : end - first]]
        assert sum(found) == max(0, greatest(blocks))
        assert first <= start <= end <= pages.last[number]


@settings(max_examples=40, deadline=None)
@given(PAGE, PAGE)
def test_a_neighbour_changes_nothing(one: list[tuple[int, bool]], other: list[tuple[int, bool]]) -> None:
    alone, together = batch([one]), batch([other, one])
    for name in ("opening", "closing", "begun"):
        assert getattr(alone, name)[0] + len(other) == getattr(together, name)[1]


def test_an_article_opens_where_paragraphs_gather() -> None:
    notice, menu, story = (80, False), (5, True), (200, False)
    assert batch([[notice, *[menu] * 9, story, story, story]]).opening.tolist() == [10]
    assert batch([[menu, story]]).opening.tolist() == [1]
    assert batch([[menu, menu]]).opening.tolist() == [2]


def test_an_article_of_short_sentences_opens_with_the_first() -> None:
    heading, sentence = (10, False), (41, False)
    assert batch([[heading, heading, sentence, sentence]]).opening.tolist() == [2]


def test_verse_opens_without_long_lines() -> None:
    assert batch([[(5, True), *[(20, False)] * 6]]).opening.tolist() == [1]


@pytest.mark.parametrize(
    ("top", "start"),
    [
        pytest.param(0, 1, id="below the top of the page"),
        pytest.param(1, 1, id="a paragraph that is the top itself"),
        pytest.param(2, 4, id="below a headline that stands between paragraphs"),
        pytest.param(4, 4, id="the last paragraph"),
        pytest.param(5, 1, id="nothing runs below it: where it begins to run"),
    ],
)
def test_an_article_starts_below_its_top(top: int, start: int) -> None:
    menu, title, story, line = (5, True), (20, False), (200, False), (3, False)
    other = [menu, story]
    pages = batch([other, [menu, story, line, title, story, menu]])
    assert starts(pages, np.array([0, len(other) + top])).tolist() == [1, len(other) + start]


def test_an_article_never_starts_above_its_opening() -> None:
    notice, menu, story = (80, False), (5, True), (200, False)
    pages = batch([[notice, *[menu] * 9, story, story, story]])
    assert pages.opening.tolist() == [10]
    assert starts(pages, np.array([0])).tolist() == [10]
    assert starts(pages, np.array([11])).tolist() == [11]


def test_an_article_that_never_runs_starts_where_it_opens() -> None:
    pages = batch([[(5, True), (20, False)], [(5, True)]])
    assert starts(pages, np.array([0, 2])).tolist() == pages.opening.tolist() == [1, 3]
