"""Shorter names of a section beside a headline, in a menu, a path or a window title, are not taken for it."""

from __future__ import annotations

import pytest

from audit.parser.header.title.wrapped import holds
from tests.parser.pages import ENGLISH_BODY

BODY = "\n".join(ENGLISH_BODY)
FOOT = "Log in or register to reply\nPrivacy policy"
TITLE = "Wooden ferry sails again on the Marl"


@pytest.mark.parametrize(
    ("title", "line", "near", "held"),
    [
        (f"{TITLE} | Opinion", "Opinion", True, False),
        (f"Opinion | {TITLE}", TITLE, True, True),
        (f"{TITLE} | Opinion", TITLE, False, True),
        ("Understanding Your Ferry Landing", "Your Ferry Landing", False, False),
        ("Introduction: How to Moor a Ferry", "How to Moor a Ferry", True, True),
        ("Home Rivers Marl Your Ferry Landing", "Your Ferry Landing", False, True),
    ],
)
def test_what_a_longer_line_holds(title: str, line: str, near: bool, held: bool) -> None:
    assert holds(title, line, near=near) is held


def test_a_menus_shorter_name_is_not_the_headline(document) -> None:
    offers = "\n".join(f"{ware} {how}" for ware in ("Roofs", "Tillers") for how in ("for sale", "by post", "to rent"))
    menu = f"Menu\nSearch\nYour Wooden Ferry\nSign in\nAbout us\nContact us\n{offers}\nShop\nNews\nStores\nJournal"
    headline = "Understanding Your Wooden Ferry"
    page = f"{menu}\n{headline}\nBy Ada Finch\n9 March 2021\n{BODY}\nPrivacy policy"
    assert document(page)["title"] == headline


def test_a_path_with_spaces_names_the_line_below_it(document) -> None:
    offers = "\n".join(f"{ware} {how}" for ware in ("Roofs", "Tillers") for how in ("for sale", "by post", "to rent"))
    squeak = "Squeak of the tiller only upstream"
    page = f"Get started\n{offers}\nFerries / Repairs / {squeak}\n{squeak}\nContact us\n£30\n£40\n£50\nTillers\n{BODY}"
    assert document(f"{page}\n{FOOT}")["title"] == squeak
    said = page.replace(" / Repairs / ", " now with ")
    assert document(f"{said}\n{FOOT}")["title"] is None


@pytest.mark.parametrize(("counts", "titled"), [("2.1K views 13 replies 8 participants", True), ("2.1K views", False)])
def test_the_line_above_the_views_and_replies_of_a_thread(document, counts: str, titled: bool) -> None:
    top = f"Menu\nSearch\nFerryTalk\nLog in\nSqueaky tiller\n{counts} last post by millpond Aug 7, 2023"
    page = f"{top}\nOldest first\nTony B\n8,415 posts\n{BODY}\n{FOOT}"
    assert (document(page)["title"] == "Squeaky tiller") is titled


@pytest.mark.parametrize(("first", "titled"), [(".", True), (", which the town had given up.", False)])
def test_a_lone_stop_above_a_page_continues_no_sentence(document, first: str, titled: bool) -> None:
    page = f"{first}\nMenu\nSearch\n{TITLE}\nBy Ada Finch\n9 March 2021\n{BODY}\nPrivacy policy"
    assert (document(page)["title"] == TITLE) is titled


@pytest.mark.parametrize("again", [True, False])
def test_a_name_that_the_page_says_again_is_not_shortened(document, again: bool) -> None:
    name, shorter = "Millwright Wooden Ferry on the Marl", "Wooden Ferry on the Marl"
    menu = f"Menu\nSearch\nSign in\nAbout us\nContact us\nTillers for sale\nRoofs for sale\n{shorter}\nNews\nOur Stores"
    page = f"{menu}\n{name}\nBy Ada Finch\n9 March 2021\n{BODY}\nPrivacy policy\n{name if again else 'Imprint'}"
    assert document(page)["title"] == (name if again else shorter)
