"""A day is the article's by its place or its words: not beside a heading of others, in a masthead, or in a sentence."""

from __future__ import annotations

import datetime as dt

import pytest

from audit.parser import parse
from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY, table

ZH, EN = "\n".join(CHINESE_BODY), "\n\n".join(ENGLISH_BODY)
TITLE = "Wooden ferry sails again on the Marl"
DAY = dt.date(2021, 3, 9)
OF_OTHERS = {
    "right below a heading of others": f"{TITLE}\nMehr zum Thema\n9. März 2021\n{EN}",
    "behind such a heading": f"木船重返清江\n推荐阅读 2021-03-09 磨坊关门\n{ZH}",
    "of a teaser": f"木船重返清江\n热门文章\n磨坊关门 2021-03-09\n{ZH}",
    "today's, in a masthead": f"Skip to content\n9 March 2021\nRivers\nTowns\nFerries\nLetters\n{TITLE}\n{EN}",
    "of a sentence": f"木船重返清江\n2021年3月9日，渡口发生一起碰撞。\n{ZH}",
    "of a public hearing": f"{TITLE}\nAudience publique du 9 mars 2021\n{EN}",
}
OWN = {
    "a heading of others above the headline": f"Menu\nRelated articles\n{TITLE}\n9 March 2021\n{EN}",
    "a labelled day far above": f"Published 9 March 2021\nRivers\nTowns\nFerries\nLetters\n{TITLE}\n{EN}",
    "a day with its time far above": f"9 March 2021 08:20\nRivers\nTowns\nFerries\nLetters\n{TITLE}\n{EN}",
    "a day right above": f"Menu\nRivers\n9 March 2021\n{TITLE}\n{EN}",
    "comments counted above": f"{TITLE}\n4 Comments\n9 March 2021\n{EN}",
    "a label in a sentence": f"{TITLE}\nPublished on 9 March 2021.\n{EN}",
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
