"""Buttons and controls of lists are furniture; the same words in a sentence or a heading are not."""

from __future__ import annotations

import pytest

from tests.parser.pages import ENGLISH_BODY

HEAD = "Home\nNews\nSign in\nWooden ferry sails again\nBy Peter Quill\nPublished March 9, 2021\n"
FOOT = "\nPrivacy policy\nTerms of use\nContact us"


@pytest.mark.parametrize(
    "line",
    [
        *("Learn more", "Sort by: Newest", "Mehr erfahren", "Charger plus", "查看详情", "並べ替え：新着順"),
        *("Schedule a demo", "Angebot anfordern", "Essayer gratuitement", "免费试用", "無料で試す"),
    ],
)
def test_a_control_goes(document, line: str) -> None:
    body = "\n".join(ENGLISH_BODY)
    assert line not in document(f"{HEAD}{body}\n{line}{FOOT}")["body"].splitlines()


@pytest.mark.parametrize(
    "line",
    [
        *("Sort by hand", "Learn more songs by heart.", "排序算法", "Listen", "Details", "摘要"),
        *("Get started with clay", "Schedule of ferries", "Kostenlos ist nichts.", "免费的午餐"),
    ],
)
def test_its_words_may_say_something(document, line: str) -> None:
    text = f"{ENGLISH_BODY[0]}\n{line}\n" + "\n".join(ENGLISH_BODY[1:])
    assert line in document(text)["body"].splitlines()
