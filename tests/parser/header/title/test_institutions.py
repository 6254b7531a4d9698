"""Lines beside a headline that are none: a school, what was pledged, when a programme was on; and a day inside it."""

from __future__ import annotations

import pytest

from tests.parser.pages import ENGLISH_BODY

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
