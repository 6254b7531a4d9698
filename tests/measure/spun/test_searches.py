"""Searches for wares that belong to their article, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.measure.spun.passages import planted
from audit.text.fold import fold
from tests.measure.spun.paragraphs import CROSSING, EN, HULL, ZH, article, found


@pytest.mark.parametrize(
    ("paragraph", "body"),
    [
        (fold(CROSSING.format("")), ZH),
        (HULL.format("patiently"), EN),
        ("什么牌子好", ZH),
        (fold(CROSSING.format("在水泵批发市场")), fold("水泵批发市场昨天开业，水泵批发市场里有三百家店铺。")),
        (HULL.format("found the best of the planks for sale and"), EN),
        (HULL.format("saw cheap ladders for sale and"), "cheap ladders for sale fill the yard; ladders are cheap here"),
        ("best pumps near me", EN),
        (
            "our highly trained and fully licensed pest control specialists will identify the ants and treat the nest.",
            "the best pest control is a clean kitchen, and the ants that come in spring mostly leave by themselves.",
        ),
    ],
    ids=[
        "a sentence",
        "a sentence in English",
        "a line alone",
        "a topic",
        "grammar",
        "a topic in English",
        "a heading",
        "a service that the article is about",
    ],
)
def test_what_belongs_to_its_article_is_no_search(paragraph: str, body: str) -> None:
    assert found(paragraph, body) == []


@given(st.text("桂林什么牌子好 near me best a.，", max_size=60))
def test_a_passage_lies_in_its_paragraph(text: str) -> None:
    line = fold(text)
    assert all(0 <= start < end <= len(line) for _, (start, end) in planted(article(line, line)))
