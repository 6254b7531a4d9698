"""Shops, home pages and lists of teasers: a headline that its place speaks against is none."""

from __future__ import annotations

import pytest

from audit.parser import parse
from tests.parser.pages import table


def title_of(text: str) -> str | None:
    """Return the headline that a page is given."""
    found: str | None = parse(table(text)).documents["title"].to_pylist()[0]
    return found


MENU = "Home\n\nShop\n\nAbout us\n\nJournal\n\nStores\n\nSign in\n\nBasket\n\n"
CARDS = "".join(
    f"{name}\n\n{colour}\n\n${price}\n\nAdd to basket\n\n"
    for name, colour, price in (
        ("Harbour mug", "Sand", 18),
        ("Tideline bowl", "Slate", 24),
        ("Quayside plate", "Fog", 22),
        ("Breakwater jug", "Rust", 41),
        ("Lantern vase", "Moss", 36),
        ("Pebble dish", "Chalk", 12),
    )
)
FOOTER = "Shipping\n\nReturns\n\nContact\n\nPrivacy\n\n© 2026 Harbour Ware\n"
TEXT = (
    "The kiln at the old harbour was lit for the first time since the flood, and everybody in the street came.\n\n"
    "Nobody had expected the bricks to hold, but the potter had laid each of them twice and let them rest.\n\n"
    "By the evening the first mugs stood on the wall, and the children counted how many had kept their handles.\n\n"
)


@pytest.mark.parametrize(
    "offer",
    [
        "Free shipping on all orders over $75",
        "Limited time: an extra 20% off everything",
        "Save $15 with code HARBOUR",
        "Livraison gratuite dès 60 €",
        "全场满200减30,限时三天",
    ],
)
def test_an_offer_above_the_goods_of_a_shop_is_no_headline(offer: str) -> None:
    assert title_of(f"{offer}\n\n{MENU}{CARDS}{FOOTER}") is None


def test_an_article_about_an_offer_has_it_as_its_headline() -> None:
    title = "Free shipping brought the harbour kiln its first customers"
    page = f"{MENU}{title}\n\nBy Edda Marlow\n\n14 March 2026\n\n{TEXT}{FOOTER}"
    assert title_of(page) == title


def test_a_headline_far_above_prices_and_joined_to_the_menu_is_none_but_that_of_an_article_there_is() -> None:
    title = "How the harbour kiln was lit again"
    page = f"{MENU}{title}\n\nBy Edda Marlow\n\n14 March 2026\n\n{TEXT}More from the shop\n\n{CARDS}{FOOTER}"
    assert title_of(page) == title


def test_a_path_that_lost_its_separators_gives_way_to_the_entry_at_its_end() -> None:
    page = f"{MENU}Home Glossary Kilns What a kiln is\n\nWhat a kiln is\n\n{TEXT}{FOOTER}"
    assert title_of(page) == "What a kiln is"


@pytest.mark.parametrize(
    "section", ["Kilns & wheels\n\n", f"{MENU}Kilns and wheels\n\n", f"{MENU}Journal / Kilns / Wheels\n\n"]
)
def test_a_year_in_a_headline_is_no_date_below_the_section_above_it(section: str) -> None:
    title = "The best potters' wheels of 2026"
    assert title_of(f"{section}{title}\n\n{TEXT}{FOOTER}") == title


def test_a_month_below_a_headline_is_still_its_date() -> None:
    title = "The kiln"
    assert title_of(f"{title}\n\nMarch 2026\n\n{TEXT}") == title


INDEX = "".join(
    f"{what} {place}\n\n"
    for what in ("Clay of", "Glaze from", "Wheels in", "Kilns at", "Potters of")
    for place in ("Marl", "Altenau", "Morlay", "the upper harbour", "the lower town")
)


@pytest.mark.parametrize(
    "byline", ["Potters\n\nBy Edda Marlow\n\n", "Back to the journal\n\nPotters\n\nMar 14, 2026\n\n"]
)
def test_a_byline_within_three_lines_tells_a_headline_far_above_its_text(byline: str) -> None:
    title = "How the harbour kiln was lit again"
    assert title_of(f"{MENU}{title}\n\n{byline}{INDEX}{TEXT}{FOOTER}") == title
    assert title_of(f"{MENU}{title}\n\nPotters\n\n{INDEX}{TEXT}{FOOTER}") is None


@pytest.mark.parametrize(
    "lines",
    ["Which kiln is right for you?\n\nElectric\n\nWood\n\nGas", "Tableware Vases Mugs Bowls\n\nFeatures\n\nPlates"],
    ids=["a question of a menu", "sections"],
)
def test_an_unlikely_line_that_nothing_speaks_for_is_no_headline(lines: str) -> None:
    assert title_of(f"{MENU}{lines}\n\n{TEXT}{FOOTER}") is None


@pytest.mark.parametrize("title", ["How the harbour kiln was lit again", "Nobody expected the bricks to hold"])
def test_a_likely_line_is_a_headline_without_day_and_byline(title: str) -> None:
    assert title_of(f"{MENU}{title}\n\n{TEXT}{FOOTER}") == title


@pytest.mark.parametrize(
    ("below", "is_told"),
    [
        ("Edda Marlow\n\nFounder\n\nLast updated on March 14, 2026", True),
        ("By Edda Marlow\n\nMar 14, 2026", True),
        ("Potters\n\nFounder\n\nLast updated on March 14, 2026", False),
    ],
)
def test_a_person_and_a_day_tell_a_headline_above_an_index_with_prices(below: str, *, is_told: bool) -> None:
    """Only articles have both; the day alone may be of the index, as of a shop's."""
    title = "Clay and glaze"
    priced = INDEX + "Mug\n\n$ 12\n\nBowl\n\n$ 15\n\nVase\n\n$ 40\n\n"
    assert title_of(f"{MENU}{title}\n\n{below}\n\n{priced}{TEXT}{FOOTER}") == (title if is_told else None)


@pytest.mark.parametrize(
    ("below", "is_told"),
    [
        ("6 minute read", True),
        ("• 6 min read", True),
        ("Dec 10", True),
        ("10 Dec", True),
        ("9 days ago", True),
        ("vor 3 Stunden", True),
        ("il y a 2 jours", True),
        ("Delivery in 10 min", False),
        ("10 days left", False),
        ("December 10 percent off", False),
        ("3 days", False),
        ("May 20 guests", False),
    ],
)
def test_how_long_it_takes_to_read_and_how_old_it_is_tell_a_headline(below: str, *, is_told: bool) -> None:
    title = "Lessons from a cold kiln"
    page = f"{MENU}{title}\n\nKilns and clay\n\n{below}\n\nA cautionary tale\n\n{TEXT}{FOOTER}"
    assert title_of(page) == (title if is_told else None)


HEAD = "By\n\nEdda Marlow\n\nUpdated on July 9, 2025\n\nEdited by\n\nLauren Moss\n\n"
PLEDGE = (
    "Harbour Press is committed to reports that are objective, and its editors are paid by nobody whom they write "
    "about.\n\n"
)


@pytest.mark.parametrize("title", ["The best potters' wheels of 2026", "Nine myths about glaze debunked"])
def test_a_heading_below_a_headline_with_its_byline_and_day_yields_to_it(title: str) -> None:
    heading = "Why you can trust the harbour press"
    assert title_of(f"{MENU}{title}\n\n{HEAD}{heading}\n\n{PLEDGE}{TEXT}{FOOTER}") == title


def test_a_headline_with_a_head_of_its_own_yields_to_none_above() -> None:
    title, head = "Lessons from a cold kiln", "By Edda Marlow\n\nMarch 20, 2023\n\n"
    teaser = "The ferry sails again\n\nBy Ada Finch\n\nMay 3, 2026\n\n"
    assert title_of(f"{MENU}{teaser}{title}\n\n{head}{TEXT}{FOOTER}") == title
