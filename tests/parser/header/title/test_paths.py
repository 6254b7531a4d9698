"""A path to the page names its headline, and is none, whatever stands between its parts."""

from __future__ import annotations

import pytest

from tests.parser.pages import ENGLISH_BODY

BODY = "\n".join(ENGLISH_BODY)
TITLE = "Wooden ferry sails again on the Marl"


@pytest.mark.parametrize("mark", [">", "»", "›", "≫", "→", "‹"])
def test_the_path_above_a_headline_is_no_headline(document, mark: str) -> None:
    page = (
        f"Menu\nSearch\nHome {mark} Rivers {mark} {TITLE}\n{TITLE}\n9 March 2021\nRivers\nShare\n{BODY}\nPrivacy policy"
    )
    assert document(page)["title"] == TITLE


def test_a_headline_of_a_sum_is_one(document) -> None:
    assert document(f"Menu\nSearch\nWhy 10 ≫ 1\n9 March 2021\n{BODY}\nPrivacy policy")["title"] == "Why 10 ≫ 1"


def test_the_path_of_a_thread_that_ends_above_it_is_no_headline(document) -> None:
    posts = "\n".join(f"by {who} » Tue Mar 9, 2021 9:1{n} am\n{said}" for n, (who, said) in enumerate((
        ("rowan", "My outboard will not start after the winter, though I changed the plug and the fuel."),
        ("heron", "Check the carburettor: the old fuel leaves gum in it, and that took me an hour."),
    )))  # fmt: skip
    assert document(f"Board index ‹ Boats ‹ Engines\n\nEngine coughs\n\n{posts}")["title"] == "Engine coughs"


def test_words_in_single_marks_are_no_path(document) -> None:
    said = "Il dit ‹ viens › et elle rit"
    assert document(f"{said}\n9 mars 2021\nLe vieux passeur n'avait rien entendu, car il dormait.")["title"] == said


@pytest.mark.parametrize("last", ["Introduction", "Summer berths"])
def test_what_ends_the_path_right_above_it_is_the_headline_below_other_prose(document, last: str) -> None:
    menu = "\n".join(
        f"How to {act} a {boat}" for act in ("moor", "paint", "steer", "mend") for boat in ("ferry", "raft")
    )
    intro = (
        "Our sailing school has taught people to handle boats since 1974, and the spring courses begin in May.\n"
        "Book early: the places on the river are few, and the weather decides when we sail.\n"
        "Each course lasts five days, and the boats are ours: nobody has to bring more than a raincoat and a lunch.\n"
        "Those who have passed may borrow a punt on Sundays, as long as they bring it back before dark."
    )
    links = "Contact us\nAbout us\nShop\nNews\nCharts\nTides\nStores"
    page = f"Menu\nSearch\nSign in\n{menu}\n{intro}\n{links}\nGuides / Boats / {last}\nIntroduction\nShare\n{BODY}"
    assert (document(f"{page}\nPrivacy policy\nImprint")["title"] == "Introduction") is (last == "Introduction")


@pytest.mark.parametrize("above", ["{body}\n", "By Ada Finch\n9 March 2021\n{body}\nRead also:\n"])
def test_what_ends_a_path_below_the_article_is_not_its_headline(document, above: str) -> None:
    body = (
        "The ferry left the landing at noon with forty people on board, and the bell of the mill rang twice.\n"
        "The master said that the boat would sail every day until the first frost, and that the fare would stay."
    )
    path = "Home > News > Storms\nStorms\nContact us\nPrivacy policy\nAll rights reserved."
    assert document(f"{TITLE}\n{above.format(body=body)}{path}")["title"] == TITLE
