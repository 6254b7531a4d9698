"""Breadcrumbs written line by line go, and all below a footer's name; what follows such words as a text stays."""

from __future__ import annotations

import pytest

FOOTER = "Privacy policy\nContact\nTerms of use"
WARES = {
    "German": (
        "Startseite\nGarten\nGartengeräte",
        "Heckenschere Weide 58",
        "189,00 €\nIn den Warenkorb",
        "Das Messer ist beidseitig geschliffen und lässt sich ohne Werkzeug wechseln.",
    ),
    "Chinese": (
        "首页\n所有宝贝\n毛毯",
        "棠梨 加厚羊毛毯 冬季双人盖毯",
        "¥ 459.00\n加入购物车",
        "这款毛毯选用绵羊毛，经双面起绒处理，手感柔软，不扎皮肤。",
    ),
    "marks": (
        "Home\n>\nKitchen\n>\nKettles",
        "Harrow Enamel Stovetop Kettle",
        "",
        "A kettle for people who boil water the slow way, pressed from heavy carbon steel and fired twice.",
    ),
}


@pytest.mark.parametrize("kind", WARES)
def test_a_breadcrumb_goes_and_its_headline_stays(parsed, kind: str) -> None:
    crumbs, headline, price, said = WARES[kind]
    found = parsed("\n".join(filter(None, ("Log in", crumbs, headline, price, said, FOOTER)))).blocks.to_pylist()
    kept = [block["text"] for block in found if not block["boilerplate"]]
    assert {headline, said} <= set(kept)
    assert set(kept).isdisjoint(crumbs.split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "Poems\nWinter\nThe river keeps its winter light\nAnd no one asks it why\nA bell is ringing through the night",
        "Lamps\nTable lamps\nDesk lamps\nFloor lamps\nWall lamps\nLanterns\nWe mend them all, and lend one meanwhile.",
    ],
)
def test_what_goes_on_below_home_is_none(blocks, text: str) -> None:
    found = blocks(f"Log in\nHome\n{text}\n{FOOTER}")
    assert [block["text"] for block in found if "breadcrumb" in (block["reason"] or "")] == []


STORY = "The ferry went back into service on Saturday, twelve years after it was tied up below the mill. " * 3
NOTES = (
    "Financing is for customers whose credit the bank of the valley has approved before they sail.",
    "1. Sails are measured along the mast, and may vary with the weather and the age of the boat.",
)
BELOW = "\n".join((*NOTES, "About us", "Careers", FOOTER, "© 2021 Marl Boats. All rights reserved."))


@pytest.mark.parametrize("mark", ["Footer", "Marl Footer", "Footer navigation", "页脚"])
def test_all_below_a_line_that_calls_itself_the_footer_goes(document, mark: str) -> None:
    body = document(f"Log in\nBoats\nSearch\nThe ferry sails\n{STORY}\n{STORY[:90]}\n{mark}\n{BELOW}")["body"]
    assert STORY.strip() in body
    assert [line for line in NOTES if line in body] == []


@pytest.mark.parametrize(
    "page",
    [
        f"Skip to footer\nLog in\nSearch\n{STORY}\n{NOTES[0]}\n{FOOTER}",
        f"Log in\nMain\nFooter\nSearch\n{STORY}\n{NOTES[0]}\n{FOOTER}",
        f"Log in\n{STORY}\nThe footer\n{NOTES[0]}\n{FOOTER}",
        f"Log in\n{STORY}\nFooter\nA footer closes each page of the book.\n{NOTES[0]}\n{FOOTER}",
        f"The parts of a page\n{STORY}\nHeader\n{STORY}\nFooter\n{NOTES[0]}\n{NOTES[1]}",
    ],
    ids=["a link to it", "a list of landmarks", "a heading", "a text about one", "no furniture below"],
)
def test_other_mentions_of_a_footer_drop_nothing(blocks, page: str) -> None:
    assert [block["text"] for block in blocks(page) if "calls itself" in (block["reason"] or "")] == []
