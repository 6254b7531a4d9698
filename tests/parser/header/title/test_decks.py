"""Decks below a headline: short ones right above the byline, and sentences that are drawn from the text."""

from __future__ import annotations

import pytest

from tests.parser.pages import ENGLISH_BODY

MENU = ("Home", "News", "Sport", "Culture", "Weather", "Log in")
HEADLINE = "The Marl ferry is back in service"
DRAWN = "Volunteers spent three winters on the hull of the old ferry"
TEXT = f"{DRAWN}. They replaced forty planks, the rudder and, in the end, the bell that had rung for eighty years."


def _page(*head: str, text: str = TEXT) -> str:
    return "\n".join((*MENU, *head, ENGLISH_BODY[0], text, *ENGLISH_BODY[3:], "© 2026 Marl Courier"))


@pytest.mark.parametrize("head", [("Ada Finch", "January 10, 2026 9:00AM"), ("By Ada Finch", "January 10, 2026")])
def test_a_sentence_drawn_from_the_text_is_no_headline(document, head: tuple[str, ...]) -> None:
    assert document(_page(HEADLINE, DRAWN, *head))["title"] == HEADLINE


def test_a_headline_that_the_text_repeats_stays_below_a_kicker(document) -> None:
    page = _page("Rivers", DRAWN, "By Ada Finch", "January 10, 2026")
    assert document(page)["title"] == DRAWN


def test_what_a_line_of_a_list_begins_with_is_not_drawn_from_the_text(document) -> None:
    page = _page(
        "Marl Courier all the news today", DRAWN, "By Ada Finch", "January 10, 2026", text=f"{DRAWN} by Ada Finch"
    )
    assert document(page)["title"] == DRAWN


@pytest.mark.parametrize("above", ["Ferry of the Marl put to the test", "Old ferry on the Marl tried"])
def test_a_deck_as_likely_as_its_headline_yields(document, above: str) -> None:
    head = ("Home", "365", "Boats & Rivers", above, "The perfect crossing with forty new planks")
    page = _page(*head, "10.01.2026 11:45  | by Ada Finch")
    assert document(page)["title"] == above


def test_a_title_that_a_window_names_before_its_blog_is_the_headline(document) -> None:
    window = "No crossing (for now) « Dr. Ada M. Finch"
    page = "\n".join(
        (window, *MENU, "« How the ferry came to Marl", "Rivers »", "No crossing (for now)", *ENGLISH_BODY)
    )
    assert document(page)["title"] == "No crossing (for now)"


def test_three_words_above_a_headline_are_a_kicker(document) -> None:
    page = _page(
        "Home", "Boats & Rivers", "Ferries in winter", "The perfect crossing with forty new planks", "10.01.2026 11:45"
    )
    assert document(page)["title"] == "The perfect crossing with forty new planks"
