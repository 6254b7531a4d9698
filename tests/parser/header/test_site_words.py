"""Words of menus, sections, pictures and figures that look like the name of a site: null before a wrong name."""

from __future__ import annotations

import pytest

from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY

EN, ZH = "\n".join(ENGLISH_BODY), "\n".join(CHINESE_BODY)
TITLE = "Wooden ferry sails again"


@pytest.mark.parametrize(
    ("top", "foot", "source"),
    [
        ("Forums\nSearch Forums", "Forums Home\nBack to Forums", None),
        ("Community", "Community Home\nSupport Community\nJoin the Community", None),
        ("About the Pottery\nAbout Youth Services\nAbout the Harbour", "About the Pottery", None),
        ("Tickets", "tickets@marlharbourtickets.example.com\nmarlharbourtickets.com", None),
        ("Adding to cart… The item has been added", "Share Post on Facebook\nShare Post on X", None),
        ("Sign in", "The Tarn trademark is owned by Ada Finch and is registered", None),
        ("About Marl Pottery", "Follow Marl Pottery\nMarl Pottery Newsletter\n© 2021 Marl Pottery", "Marl Pottery"),
        (
            "Your Bell",
            "Work at Bell\nBell Campus\nBell Newsletters\nAbout Bell\n© 2021 The Bell and Oar Inc.",
            "The Bell and Oar",
        ),
        ("Your Bell", "Work at Bell\nBell Campus\nBell Newsletters\nAbout Bell\n© 2021 The Bell Inc.", "The Bell"),
        ("St. Marlow", "About St. Marlow\nFollow St. Marlow\n© 2021 St. Marlow Bridals", None),
        ("Tarn Valve -", "About Tarn Valve\nFollow Tarn Valve -", "Tarn Valve"),
    ],
)
def test_words_of_menus_are_no_site(document, top: str, foot: str, source: str | None) -> None:
    page = f"{top}\nSign in\n{TITLE}\nMarch 9, 2021\n{EN}\nPrivacy policy\n{foot}"
    assert document(page)["source"] == source


def test_an_address_that_holds_the_rights_is_the_site_rather_than_a_line_at_the_top(document) -> None:
    foot = "Follow Ferry.com\nferry.com\nhelp@ferry.com\n© 2021 Ferry.com. All rights reserved."
    page = f"Ferry Planning\nFerry.com\nSign in\n{TITLE}\nMarch 9, 2021\n{EN}\nFerry Planning\n{foot}"
    assert document(page)["source"] == "Ferry.com"


def test_who_sells_pictures_is_no_site(document) -> None:
    captions = "\n".join(f"{line}\nThe ferry on the river. © Marl Images | Ada Finch" for line in ENGLISH_BODY)
    page = f"Menu\n{TITLE}\nMarch 9, 2021\n{captions}\nPrivacy policy\n© Marl Images | Ada Finch"
    assert document(page)["source"] is None


@pytest.mark.parametrize(
    ("foot", "source"),
    [
        ("© Copyright Gannett 2021", None),
        ("© 2021 Scripps Media, Inc. All rights reserved.", None),
        ("About Marl Post\nFollow Marl Post\n© 2021 Nexstar Media Inc. All rights reserved.", "Marl Post"),
        ("© 2021 Marl Post. All rights reserved.", "Marl Post"),
    ],
)
def test_a_group_that_holds_the_rights_is_no_site(document, foot: str, source: str | None) -> None:
    assert document(f"Menu\nSign in\n{TITLE}\nMarch 9, 2021\n{EN}\nPrivacy policy\n{foot}")["source"] == source


@pytest.mark.parametrize("about", ["关于工程\n关于工程", "关于渡口"])
def test_two_characters_that_a_link_is_about_are_a_word(document, about: str) -> None:
    page = f"首页\n登录\n渡口复航：青石镇等来了第一班船\n2021-03-09 07:05\n{ZH}\n版权声明\n{about}\n工程动态\n渡口"
    assert document(page)["source"] is None


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Source: Bureau of Statistics, 2019", None),
        ("Source: Bureau of Statistics (March 2019)", None),
        ("Quelle: Amt für Statistik, Stand 2019", None),
        ("المصدر: جهاز الإحصاء، 2019", None),
        ("出典：統計局「年報2019」", None),
        ("Source: Marl Courier", "Marl Courier"),
        ("Source: Marl Courier, Tarn", "Marl Courier"),
    ],
)
def test_a_year_without_its_day_dates_figures(document, line: str, source: str | None) -> None:
    page = f"Home\nSign in\n{TITLE}\nMarch 9, 2021\n{EN}\n{line}\nContact us\nPrivacy policy"
    assert document(page)["source"] == source


@pytest.mark.parametrize(
    ("holder", "source"),
    [("MarlPost.com/Tarn Media", "MarlPost.com"), ("Marl Post", "Marl Post"), ("Trending on Marl", None)],
)
def test_who_holds_the_rights_to_an_address(document, holder: str, source: str | None) -> None:
    page = f"Home\nSign in\n{TITLE}\nMarch 9, 2021\n{EN}\nPrivacy policy\n© 2021 {holder}. All rights reserved."
    assert document(page)["source"] == source
