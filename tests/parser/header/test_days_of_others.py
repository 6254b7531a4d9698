"""A day is the article's by its place or its words: not beside a heading of others, in a masthead, or in a sentence."""

from __future__ import annotations

import datetime as dt

import pytest

from audit.parser import parse
from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY, table

ZH, EN = "\n".join(CHINESE_BODY), "\n\n".join(ENGLISH_BODY)
TITLE = "Wooden ferry sails again on the Marl"
DAY = dt.date(2021, 3, 9)
BEGUN = "\n".join((TITLE, *ENGLISH_BODY[:4]))
TEASER = f"""Home
News
Log in
{BEGUN}
Mill on the upper Marl closes after ninety years
9 March 2021 13:31
Share
{EN}
Share this article
Most read
© 2021 Marl Courier. All rights reserved."""
OF_OTHERS = {
    "right below a heading of others": f"{TITLE}\nMehr zum Thema\n9. März 2021\n{EN}",
    "behind such a heading": f"木船重返清江\n推荐阅读 2021-03-09 磨坊关门\n{ZH}",
    "of a teaser": f"木船重返清江\n热门文章\n磨坊关门 2021-03-09\n{ZH}",
    "today's, in a masthead": f"Skip to content\n9 March 2021\nRivers\nTowns\nFerries\nLetters\n{TITLE}\n{EN}",
    "of a sentence": f"木船重返清江\n2021年3月9日，渡口发生一起碰撞。\n{ZH}",
    "of a release of a program": f"Menu\nRivers\n2.1.4 no changes\n2.0.5 2021-03-09\n{TITLE}\n{EN}",
    "of a teaser inside the article": TEASER,
    "of a film": f"{TITLE}\nReleased: March 9, 2021\nRuntime: 104 min\n{EN}",
    "of a film in Korean": f"{TITLE}\n개봉 2021.03.09\n{EN}",
    "of a last edit": f"霧港の渡し\n最終更新 2021年3月9日 (火) 04:12\n{EN}",
    "of a public hearing": f"{TITLE}\nAudience publique du 9 mars 2021\n{EN}",
}
OWN = {
    "a heading of others above the headline": f"Menu\nRelated articles\n{TITLE}\n9 March 2021\n{EN}",
    "a labelled day far above": f"Published 9 March 2021\nRivers\nTowns\nFerries\nLetters\n{TITLE}\n{EN}",
    "a day with its time far above": f"9 March 2021 08:20\nRivers\nTowns\nFerries\nLetters\n{TITLE}\n{EN}",
    "a day right above": f"Menu\nRivers\n9 March 2021\n{TITLE}\n{EN}",
    "below a day of something else": f"{TITLE}\nDeadline: May 11, 2026\nPosted: March 9, 2021\n{EN}",
    "behind how often it was seen": f"{TITLE}\n124,512 views Mar 9, 2021\n{EN}",
    "comments counted above": f"{TITLE}\n4 Comments\n9 March 2021\n{EN}",
    "a label in a sentence": f"{TITLE}\nPublished on 9 March 2021.\n{EN}",
    "behind a time with a full stop": f"{TITLE}\n10.25 2021-03-09\n{EN}",
    "a label in French": f"{TITLE}\nPublié le 9 mars 2021\n{EN}",
    "a short year set off from its time": f"{TITLE}\n09.03.21 | 07:05\n{EN}",
    "an abbreviation at the end": f"Паром снова на Марле\n9 марта 2021 г.\n{EN}",
}


def day_of(text: str) -> dt.date | None:
    """Return the day that a page is given."""
    found: dt.date | None = parse(table(f"{text}\nContact\nPrivacy policy")).documents["date"].to_pylist()[0]
    return found


@pytest.mark.parametrize("name", OF_OTHERS)
def test_a_day_of_something_else(name: str) -> None:
    assert day_of(OF_OTHERS[name]) is None


@pytest.mark.parametrize("name", OWN)
def test_the_day_of_the_article(name: str) -> None:
    assert day_of(OWN[name]) == DAY


@pytest.mark.parametrize(
    "below",
    [
        "News\nBridge toll doubles before the summer\n9 March 2021",
        "News\nBridge toll doubles before the summer\nBy Peter Quill\n9 March 2021",
        "News\nBridge toll doubles before the summer\nBy Peter Quill | 9 March 2021",
    ],
)
def test_the_day_of_a_teaser_is_not_the_articles(document, below: str) -> None:
    page = f"Home\nNews\nSign in\nWooden ferry sails again\n{EN}\n{below}\nPrivacy policy"
    assert document(page)["date"] is None


def test_the_day_below_the_names_of_those_who_made_it_is_its_own(document) -> None:
    made = "Executive producer: Ada Finch\nWebsite: Museum of the Ferry on the River\n20 December 2018"
    page = f"Home\nNews\nSign in\nWooden ferry sails again\n{EN}\n{made}\nEmail\nSave\nPost\nPrivacy policy"
    assert document(page)["date"] == dt.date(2018, 12, 20)


@pytest.mark.parametrize(
    "line",
    [
        "Die Fähre am Kai am 13. Dezember 2023. Foto: Ada Finck",
        "Le bac au quai, le 13 décembre 2023. Photo : Ada Finche",
        "2023年12月13日，渡船停在码头。周小渡 摄",
        "2023年12月13日、岸壁の渡し船（撮影・森川渡）",
        "Вид на причал, 13 декабря 2023 (снимок: Ада Финчева)",
        "Died December 13, 2023",
    ],
)
def test_the_day_of_a_picture_or_a_life_is_not_the_articles(document, line: str) -> None:
    assert document(f"Home\nNews\nSign in\nWooden ferry sails again\n{line}\n{EN}\nPrivacy policy")["date"] is None


@pytest.mark.parametrize("line", ["13.12.2023 | Foto: dpa", "December 13, 2023 · Photo: Ada Finch"])
def test_a_day_beside_the_credit_of_a_picture_is_the_articles(document, line: str) -> None:
    page = f"Home\nNews\nSign in\nWooden ferry sails again\n{line}\n{EN}\nPrivacy policy"
    assert document(page)["date"] == dt.date(2023, 12, 13)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("03/15/2017 by Ada Finch, Representative of the Committee for the Ferry", dt.date(2017, 3, 15)),
        ("15. März 2017 von Ada Finck, Vertreterin des Ausschusses für die Fähre am Fluss", dt.date(2017, 3, 15)),
        ("03/15/2017 by noon all of the ferries on the river were at the quay again", None),
    ],
)
def test_a_long_byline_may_stand_behind_the_day(document, line: str, day: dt.date | None) -> None:
    assert document(f"Home\nNews\nSign in\nWooden ferry sails again\n{line}\n{EN}\nPrivacy policy")["date"] == day
