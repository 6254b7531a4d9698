"""Breadcrumbs written line by line go; what follows a home page's label as a text stays."""

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
