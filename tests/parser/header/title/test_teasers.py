"""Items of lists of articles above an article, and the entry of an encyclopedia above its box."""

from __future__ import annotations

import pytest

from tests.parser.pages import ENGLISH_BODY

MENU = ("Home", "News", "Sport", "Culture", "Weather", "Log in")
HEADLINE = "The Marl ferry is back in service"
OTHERS = ("New planks for the old quay", "Two owls move into the bell tower", "Pupils count the trees of the park")
BOX = ("Ada Finch's ferry in 1921", "Genre", "Drama, Tale, Legend", "Radio play", "Directed by", "Bea Marlow",
       "Written by", "Cora Linden", "Music by", "Dora Wells", "Network", "Marl Radio, Bay Radio, Loch FM",
       "Original run", "October 14, 1999 – January 20, 2000", "Episodes", "13")  # fmt: skip


def _page(*head: str) -> str:
    return "\n".join((*MENU, *head, *ENGLISH_BODY, "© 2026 Marl Courier"))


@pytest.mark.parametrize("button", ["WEITERLESEN", "Read more", "Lire la suite »"])
def test_the_headlines_above_buttons_to_read_more_are_of_other_articles(document, button: str) -> None:
    teasers = [line for n, other in enumerate(OTHERS) for line in (other, f"1{n}/06/2026", button)]
    found = document(_page(*teasers, "08/05/2026", HEADLINE))
    assert found["title"] not in OTHERS


def test_a_headline_above_a_single_button_is_the_pages(document) -> None:
    page = _page(HEADLINE, "May 8, 2026", "Read more")
    assert document(page)["title"] == HEADLINE


def test_headlines_behind_clock_times_are_news_of_a_list(document) -> None:
    listed = [f"{19 - n}h0{n}  {other}" for n, other in enumerate(OTHERS)]
    found = document(_page("Latest news", "Yesterday", *listed, "Rivers", HEADLINE, "Published on May 8, 2026"))
    assert found["title"] == HEADLINE


def test_one_headline_may_begin_with_a_clock_time(document) -> None:
    headline = "12:30 train to Marl will be late for another year"
    assert document(_page(headline, "By Ada Finch", "May 8, 2026"))["title"] == headline


def test_the_entry_that_the_first_sentence_defines_is_the_title_above_its_box(document) -> None:
    entry = "The Ferry of Marl"
    text = f"{entry} (渡し船, Watashibune) is a radio play in thirteen parts about a ferry that sails only in the fog."
    top = (entry, "From the free book of plays", "Jump to: navigation, search")
    foot = (*MENU, "Privacy policy", "Terms of use", "© 2026 Marl Courier")
    found = document("\n".join((*top, *BOX, text, *ENGLISH_BODY, *foot)))
    assert (found["title"], found["author"]) == (entry, None)


def test_the_first_line_is_no_entry_if_the_sentence_only_begins_like_it(document) -> None:
    text = "The Ferry of Marl sailed again on Saturday, twelve years after it was tied up at the old quay of the town."
    found = document("\n".join(("The Ferry", *MENU, HEADLINE, "By Ada Finch", "May 8, 2026", text, *ENGLISH_BODY)))
    assert found["title"] == HEADLINE


def test_a_section_and_the_tags_beside_it_are_no_headline(document) -> None:
    page = _page(
        "Rivers   More: Ferry Marl River Ada Finch Longform", HEADLINE, "Ada Finch", "May 8, 2026, 9:49 AM   286   40"
    )
    assert document(page)["title"] == HEADLINE


@pytest.mark.parametrize("headline", ["Thomas More: the man who steered the ferry", "No more: tags on the ferry"])
def test_a_headline_may_say_more(document, headline: str) -> None:
    assert document(_page("Rivers", headline, "By Ada Finch", "May 8, 2026"))["title"] == headline


def test_a_sentence_right_above_the_text_is_its_first(document) -> None:
    page = "\n".join(
        (
            *MENU,
            "Editors",
            "Web tools",
            "The pages of the old ferry are hosted by the Marl.",
            *ENGLISH_BODY,
            "Contact",
            "© 2026 Marl",
        )
    )
    assert document(page)["title"] is None
