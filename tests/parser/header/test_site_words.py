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
        ("Sign in", "Share to Facebook\nShare to Twitter\nShare to Pinterest", None),
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


@pytest.mark.parametrize(
    ("foot", "source"),
    [
        ("© Copyright of Marl Post Limited 2021", "Marl Post"),
        ("Copyright Marl Post © 2021", "Marl Post"),
        ("© 2021 Marl Post® All rights reserved.", "Marl Post"),
        ("Explore Marl Post →\n© 2021 Marl Post", "Marl Post"),
        ("Suivez Marl Post sur Facebook\nmarlpost.com", "Marl Post"),
        ("Marl Post sur Twitter\nMarl Post sur Facebook\nmarlpost.com\nwww.marlpost.com", "Marl Post"),
        ("Follow Marl Post on Pinterest!\nAbout Marl Post", "Marl Post"),
        # A paper whose name has such a word keeps it.
        ("© 2021 Post on Marl. All rights reserved.", "Post on Marl"),
    ],
)
def test_a_name_ends_before_marks_and_where_else_it_is_followed(document, foot: str, source: str) -> None:
    page = f"Home\nSign in\n{TITLE}\nMarch 9, 2021\n{EN}\nPrivacy policy\n{foot}"
    assert document(page)["source"] == source


def test_who_made_a_picture_for_somebody_is_no_site(document) -> None:
    captions = "\n".join(f"{line}\nThe ferry on the river © Ada Finch / Marlwerk" for line in ENGLISH_BODY)
    assert document(f"Menu\n{TITLE}\nMarch 9, 2021\n{captions}\nPrivacy policy")["source"] is None


@pytest.mark.parametrize(
    ("foot", "source"),
    [
        ("jobs.marlpost.com\njobs.marlpost.com", None),
        ("news.marlpost.com\nnews.marlpost.com", "news.marlpost.com"),
    ],
)
def test_where_a_site_offers_jobs_is_no_name_of_it(document, foot: str, source: str | None) -> None:
    page = f"Menu\nSign in\n{TITLE}\nMarch 9, 2021\n{EN}\nPrivacy policy\n{foot}"
    assert document(page)["source"] == source


def test_one_of_many_addresses_of_authorities_is_no_site(document) -> None:
    """What all addresses of a country's authorities share is mentioned by each of them."""
    places = ["qingshi", "linhe", "songpo", "yuntai", "beiwan", "nanling", "donggang", "xishan", "huagu"]
    links = "\n".join(f"http://www.{place}.gov.cn/" for place in (*places, "linhe"))
    page = f"渡口复航：青石镇等来了第一班船\n时间：2021-03-09 07:05 来源：青石日报\n{ZH}\n友情链接\n{links}\n联系我们"
    assert document(page)["source"] == "青石日报"


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("2021-03-09 12:11来源：青石日报作者：林满仓", "青石日报"),
        ("2021-03-09 12:11 来源：青石作者 编辑：林满仓", "青石作者"),
    ],
)
def test_a_glued_label_ends_a_name(document, line: str, source: str) -> None:
    assert document(f"首页\n登录\n渡口复航：青石镇等来了第一班船\n{line}\n{ZH}\n版权声明")["source"] == source


def test_the_registration_of_a_site_is_no_part_of_its_name(document) -> None:
    foot = "关于青石在线\n© 2010-2021 青石在线 京ICP备10000001号-1"
    page = f"首页\n登录\n渡口复航：青石镇等来了第一班船\n2021-03-09\n{ZH}\n{foot}"
    assert document(page)["source"] == "青石在线"
