"""Versions of one article count once as evidence of a template, so that they do not erase each other."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.parser.blocks.features import lines
from audit.parser.templates.sketches import KEPT, Marks, marks
from audit.parser.templates.template_lines import line_keys, repeat_columns
from audit.parser.templates.template_table import outline
from audit.parser.templates.versions import shares
from tests.parser.stories import WORDS, chinese_story, edited, story
from tests.parser.templates.in_memory import articles_of, repeats_of

MENU = ["Weather", "Traffic", "Obituaries"]
NOTICE = ["We and our partners keep things on your device, and you may change your mind about that at any time."]
TEASERS = [f"All about the {word}" for word in WORDS[:11]]


def dump(*parts: list[str]) -> str:
    return "\n".join(line for part in parts for line in part)


def repeated(*texts: str, guard: bool = True) -> list[int]:
    """Return how many lines of each text stand in others, with a neighbour."""
    table, named = lines(texts), [""] * len(texts)
    found = repeat_columns(table, line_keys(table), named, repeats_of(table, named, guard=guard))
    counted = pl.concat([table.select("document"), found], how="horizontal").filter(pl.col("repeats_paired") > 0)
    return np.bincount(counted["document"].to_numpy(), minlength=len(texts)).tolist()


def articles(*texts: str) -> list[int]:
    table, named = lines(texts), [""] * len(texts)
    return articles_of(marks(table, line_keys(table), named)).tolist()


@pytest.mark.parametrize("of", [story, chinese_story])
def test_two_copies_of_one_article_do_not_erase_each_other(of) -> None:
    copy = dump(MENU, of(1))
    assert repeated(copy, copy, dump(MENU, of(2))) == [3, 3, 3]


def test_without_the_guard_copies_erase_each_other() -> None:
    copy = dump(MENU, story(1))
    assert repeated(copy, copy, dump(MENU, story(2)), guard=False) == [8, 8, 3]


@pytest.mark.parametrize("crawls", [2, 3, 8, 9, 40])
def test_crawls_of_one_article_with_other_furniture_count_once(crawls: int) -> None:
    seen = [dump([WORDS[n]], MENU, story(1), TEASERS[: n % 5]) for n in range(crawls)]
    assert max(repeated(*seen, *(dump(MENU, story(n)) for n in (2, 3, 4)))) == 3


def test_versions_before_and_after_an_editor_count_once() -> None:
    whole = story(1, 8)
    half = [*whole[:4], *edited(whole[4:], 1)]
    assert repeated(dump(MENU, whole), dump(MENU, half), dump(MENU, edited(whole, 2)), dump(story(2))) == [0, 0, 0, 0]


def test_a_copy_with_readers_comments_counts_once() -> None:
    one, other = dump(MENU, story(1)), dump(MENU, story(1), story(9, 3))
    assert repeated(one, other, dump(MENU, story(2))) == [3, 3, 3]


def test_copies_in_verse_count_once() -> None:
    verse = [" ".join(line.split()[:4]) for line in story(1, 12)]
    assert repeated(dump(MENU, verse), dump(MENU, verse)) == [0, 0]


def test_pages_with_the_same_notice_are_two() -> None:
    assert repeated(*(dump(MENU, story(n), NOTICE, TEASERS) for n in (1, 2))) == [15, 15]


def test_one_paragraph_in_common_makes_no_versions() -> None:
    assert repeated(dump(MENU, story(1)), dump(MENU, story(2), story(1)[2:3])) == [3, 3]


def test_a_short_text_quoted_in_a_long_one_makes_no_versions() -> None:
    assert articles(dump(story(1, 2)), dump(story(2, 40), story(1, 2))) == [0, 1]


def test_a_text_that_goes_on_is_a_version() -> None:
    assert articles(dump(story(1, 6)), dump(story(1, 6), story(2, 12)), dump(story(3))) == [0, 0, 2]


def test_long_texts_are_compared_by_as_few_marks_as_short_ones() -> None:
    table = lines([dump(story(1, 300)), dump(story(2, 2))])
    known = marks(table, line_keys(table), ["", ""])
    assert np.bincount(known.documents).tolist() == [KEPT, known.totals[1] / 4]
    assert abs(known.totals[0] / len(dump(story(1, 300))) - 1) < 0.2


def test_many_documents_of_one_source_are_counted_all() -> None:
    texts = [dump(MENU, story(n)) for n in range(30)]
    table = lines(texts)
    found = repeat_columns(table, line_keys(table), [""] * 30, repeats_of(table, [""] * 30))
    assert found.row(1) == (29, 29, 29)


def test_marks_from_records_of_a_file_share_what_others_do() -> None:
    # One record of 12 bytes alone is contiguous, yet its key stands where no number of 8 bytes may.
    packed = np.zeros(1, np.dtype([("line", "<u4"), ("key", "<u8")]))
    numbers = np.zeros(1, np.int64)
    ones = np.ones(1, np.int64)
    assert not len(shares(Marks(packed["key"], packed["key"], numbers, ones > 1, ones, ones)).first)


def test_documents_of_two_sources_are_no_versions() -> None:
    table = lines([dump(MENU, story(1))] * 2)
    assert (
        repeat_columns(table, line_keys(table), ["a", "b"], repeats_of(table, ["a", "b"]))["siblings"].to_list()
        == [0] * 16
    )


@settings(max_examples=20)
@given(st.permutations(range(6)))
def test_the_order_of_documents_changes_nothing(order: list[int]) -> None:
    texts = [dump(MENU, story(n // 2), TEASERS[: n % 3]) for n in range(6)]
    straight = repeated(*texts)
    assert repeated(*(texts[n] for n in order)) == [straight[n] for n in order]


@given(st.lists(st.text(max_size=400), max_size=5))
def test_any_text_is_its_own_copy(texts: list[str]) -> None:
    twice = [*texts, *texts]
    table, named = lines(twice), [""] * len(twice)
    known = marks(table, line_keys(table), named)
    made = articles_of(known)
    told = known.totals[: len(texts)] > 0
    assert (made[len(texts) :][told] == made[: len(texts)][told]).all()


@given(st.lists(st.text(max_size=80), max_size=5))
def test_an_outline_is_what_the_lines_are_in_short(texts: list[str]) -> None:
    short, table = outline(texts), lines(texts)
    assert short["folded"].to_list() == table["folded"].to_list()
    assert short["document"].to_list() == table["document"].to_list()
