"""The day below the text of a post, beside a count of comments or a byline, or between the fields of its footer."""

from __future__ import annotations

import datetime as dt

import pytest

from audit.parser import parse
from tests.parser.pages import ENGLISH_BODY, table

TITLE = "Wooden ferry sails again on the Marl"
DAY = dt.date(2021, 3, 9)
MENU = "Rivers\n\nTowns\n\nFerries\n\nLetters\n\n"
SHARE = "Share\n\nFacebook\n\nX / Twitter\n\nPinterest\n\nCopy link\n\nFerries\n\n"
END = "\n\nAbout the author\n\nNewsletter\n\n© 2026 Marl Letters. All rights reserved."
OWN = {
    "a count of comments": "March 9, 2021 · 6 Comments",
    "no comments yet": "March 9, 2021 | No Comments",
    "in German": "9. März 2021 | 3 Kommentare",
    "a byline": "March 9, 2021 By Edda Marlow",
    "joined fields": "RiversEdda MarlowMarch 9, 2021ferry, timber, harbour",
    "a machine's stamp": "Edda2022-05-18T13:00:39+00:00March 9th, 2021|Rivers|",
}
OTHERS = {
    "an event": "March 9, 2021 at the old quay",
    "a sentence": "March 9, 2021 By then the ferry was gone.",
    "a count of something else": "March 9, 2021 · 6 passengers",
    "of two posts": "March 9, 2021 · 6 Comments\n\nBoats\n\nApril 2, 2021 · 2 Comments",
    "below the headline of another": "The mill on the upper Marl closes\n\nMarch 9, 2021 · 6 Comments",
    "below a heading of others": "Related posts\n\nMarch 9, 2021 · 6 Comments",
}


def day_of(footer: str) -> dt.date | None:
    """Return the day that a post with this footer is given."""
    text = "\n\n".join(f"{line} That was the {n}. crossing." for n in range(8) for line in ENGLISH_BODY)
    page = f"{MENU}{TITLE}\n\n{text}\n\n{SHARE}{footer}{END}"
    day: dt.date | None = parse(table(page)).documents["date"].to_pylist()[0]
    return day


@pytest.mark.parametrize("footer", OWN.values(), ids=OWN)
def test_the_footer_of_a_post_dates_it(footer: str) -> None:
    assert day_of(footer) == DAY


@pytest.mark.parametrize("footer", OTHERS.values(), ids=OTHERS)
def test_other_days_below_a_text_do_not(footer: str) -> None:
    assert day_of(footer) is None


def test_the_first_of_several_joined_footers_is_the_own_one() -> None:
    own, other = OWN["joined fields"], "TownsEdda MarlowApril 2, 2021mill, millrace, bread"
    assert day_of(f"{own}\n\nPrevious\n\n{other}") == DAY
