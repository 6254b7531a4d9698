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
