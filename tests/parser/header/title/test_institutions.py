"""Lines beside a headline that are none: a school, what was pledged, when a programme was on; and a day inside it."""

from __future__ import annotations

import pytest

from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY

BODY = "\n".join(ENGLISH_BODY)
TITLE = "A week with the crew of the ferry"
DAY = "Thursday, 14 September 2023"


@pytest.mark.parametrize(
    "name", ["Marl Primary School", "University of Marl", "清江实验小学", "Trường Tiểu học Sông Mai"]
)
def test_an_institution_above_a_headline_is_none(document, name: str) -> None:
    assert document(f"{name}\n{TITLE}\n{DAY}\n{BODY}")["title"] == TITLE


def test_an_institution_that_a_text_is_about_is_its_headline(document) -> None:
    told = "Marl Primary School is the oldest school of the town. The school was built of brick in 1881 by the river."
    assert document(f"Marl Primary School\n{DAY}\n{told}\n{BODY}")["title"] == "Marl Primary School"


@pytest.mark.parametrize(
    "below",
    [
        "88 signatures\nStarted in Marl",
        "First broadcast: Thu 14 Sep 2023, 19:30",
        "Bidding ends 14 September 2023\nCurrent bid: £80",
        "Abstracts due 14 September 2023",
        "Directed by Ada Finch\n94 minutes",
        "Article ID: 10442\nApplies to: app",
    ],
)
def test_what_only_such_a_page_prints_is_below_its_headline(document, below: str) -> None:
    page = f"Home\nNews\nSport\nSign in\n{TITLE}\n{below}\n{BODY}\nPrivacy policy\nContact us"
    assert document(page)["title"] == TITLE


@pytest.mark.parametrize("title", ["£20,000 raised for the ferry of Marl", "Deadline looms for the ferry of Marl"])
def test_a_headline_may_begin_like_a_count_or_a_term(document, title: str) -> None:
    assert document(f"Home\nNews\nSport\nSign in\n{title}\n{DAY}\n{BODY}\nPrivacy policy")["title"] == title


def test_a_headline_may_end_with_its_weekday_and_day(document) -> None:
    title = "Your stars for Thursday, September 14, 2023"
    page = f"Home\nNews\nSport\nSign in\n{title}\nBy Ada Finch\nSept. 14, 2023 12:01 AM\n{BODY}\nPrivacy policy"
    assert document(page)["title"] == title


@pytest.mark.parametrize("issue", ["青石农业科学, 2020, 47(3): 112-118", "青石农业科学 47(3), 112–118 (2020)"])
def test_a_journal_with_its_pages_is_no_headline(document, issue: str) -> None:
    head = (
        "不同水肥处理对番茄产量的影响\n林小满1, 周立2\n（1. 青石农业大学）\n摘要：以番茄为材料。\n收稿日期：2019-11-05"
    )
    assert document("\n".join((issue, head, *CHINESE_BODY)))["title"] != issue


@pytest.mark.parametrize("title", ["Report 47 of 112-118", "The case of 2020, told again", "法院门前的渡口"])
def test_a_headline_with_figures_or_a_court(document, title: str) -> None:
    assert document("\n".join((title, "", *(CHINESE_BODY if title[0] > "z" else ENGLISH_BODY))))["title"] == title


@pytest.mark.parametrize(
    ("first", "title"), [("commit 5f3c2a1d9e8b7a6c5d4e3f2a1b0c9d8e7f6a5b4c", None), ("Commit to it", "Commit to it")]
)
def test_the_name_of_a_commit_is_no_headline(document, first: str, title: str | None) -> None:
    text = "Author: Ada Finch <ada@example.org>\nDate:   Tue Mar 9 18:02:11 2021 +0000\n\n    "
    assert document(f"{first}\n{text}{ENGLISH_BODY[0]}\n")["title"] == title
