"""Window titles lose section and site; what is part of the headline stays."""

from __future__ import annotations

from itertools import product

import pytest

from audit.text.sites.window_titles import without_site

HEADLINES = ("River rises again", "Мост через Талую открыт", "Fähre fährt wieder", "渡口复航 票价不变", "AC/DC - live")


@pytest.mark.parametrize("mark", [" | ", " » ", " - ", " — ", " – ", " :: ", " · ", "_"])
def test_a_headline_loses_whatever_site_is_behind_it(mark: str) -> None:
    sites = "Valley Post", "Talbote", "Речные вести", "小城网", "清江日报", "山野新聞", "Gazzetta del Monte", "青石论坛"
    assert {without_site(f"{line}{mark}{site}", None, ()) for line, site in product(HEADLINES, sites)} == {*HEADLINES}
    # Any name is the site's if the page shows it elsewhere.
    assert {without_site(f"{line}{mark}Oakfield", "Oakfield", ()) for line in HEADLINES} == {*HEADLINES}
    assert {without_site(f"{line}{mark}Oakfield", None, {"oakfield"}) for line in HEADLINES} == {*HEADLINES}
    assert {without_site(f"{line}{mark}Oakfield", None, ()) for line in HEADLINES}.isdisjoint(HEADLINES)


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("River rises again | Sport | Valley Post", "River rises again"),
        ("River rises again - Sport - Valley Post", "River rises again"),
        ("渡口复航票价不变_社会_小城故事", "渡口复航票价不变"),
        ("渡口复航票价不变-本地要闻-临江在线", "渡口复航票价不变"),
        ("River rises again | Marl Radio", "River rises again"),
        ("River rises again » valleypost.com", "River rises again"),
    ],
)
def test_sections_go_with_their_site(printed: str, title: str) -> None:
    assert without_site(printed, None, sections={"sport"}) == title


@pytest.mark.parametrize(
    ("printed", "source"),
    [
        ("Fog | Oakfield Online", "Oakfield"),
        ("Fog – The Oakfield", "Oakfield"),
        ("Fog | Oakfield", "Oakfield Media"),
        ("Fog (Oakfield)", "Oakfield"),
        ("Fog : Oakfield", "Oakfield"),
        ("[Oakfield] Fog over the river", "Oakfield"),
        ("Oakfield | Fog over the river", "Oakfield"),
    ],
)
def test_the_stated_source_goes_behind_and_before_every_mark(printed: str, source: str) -> None:
    assert without_site(printed, source) in {"Fog", "Fog over the river"}
    assert without_site(printed, "Tarn Weekly") == printed


@pytest.mark.parametrize(
    "title", ["Fog - Oakfield", "Fog over Oakfield", "Fog | Oak", "Fog: Oakfield", "Oakfield Media"]
)
def test_what_only_resembles_the_source_stays(title: str) -> None:
    assert without_site(title, "Oakfield Media Group") == title


@pytest.mark.parametrize(
    "title",
    [
        "AC/DC - live",
        "A | B testing",
        "GDP_growth",
        "GDP_growth_rate explained",
        "Flood defences hold - but only just",
        "Winterfütterung - was Vögel wirklich brauchen",
        "Umzug leicht gemacht | Merkblatt",
        "电影节公布首批作品 - 新片海报",
        "明天有雨请带伞 - 天气预报",
        "渡口复航_图片",
        "Sockets in the browser - socket.info",
        "Letters from the Morning Post",
        "Songs of the river - Marl Radio",
    ],
)
def test_a_headline_stays_whole(title: str) -> None:
    assert without_site(title, None, ()) == title


@pytest.mark.parametrize(
    "day", ["12 June 2017", "June 12, 2017", "2017-06-12", "12.06.2017", "2017.6.12", "2017年6月12日"]
)
def test_a_day_of_issue_goes_with_its_site(day: str) -> None:
    printed = (
        f"River rises again — Valley Post, {day}",
        f"River rises again | Valley Post ({day})",
        f"River rises again - 清江论坛 {day}",
        f"River rises again | {day} | Valley Post",
    )
    assert {without_site(line, None) for line in printed} == {"River rises again"}
    # Without a site it may be what the text is about.
    for headline in (f"Weather report - {day}", f"Weather report ({day})", "Valley Post wins prize of 2017"):
        assert without_site(headline, None) == headline


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("River rises again - 清江论坛 - Powered by Phorum", "River rises again"),
        ("River rises again « Marl Blog", "River rises again"),
        ("River rises again - 清江论坛 - powered by marlBB", "River rises again"),
        ("川の水位が上がる｜清流市【公式】", "川の水位が上がる"),
        ("River rises again | Marl Official Site", "River rises again"),
        ("渡口复航票价不变——清江日报数字版", "渡口复航票价不变"),
    ],
)
def test_what_calls_itself_a_site_or_program_is_one(printed: str, title: str) -> None:
    assert without_site(printed, None) == title


@pytest.mark.parametrize(
    "title",
    [
        "Le maire : « Nous paierons »",
        "An engine powered by steam",
        "Homes on the island - Powered by the sun",
        "if a < b then stop",
        "渡口复航——票价不变",
        "River rises | Official warning",
        pytest.param("River " + ":" * 90 + "x", id="many colons"),
    ],
)
def test_a_headline_with_their_marks_stays_whole(title: str) -> None:
    assert without_site(title, None) == title


def test_a_section_behind_a_bar_goes_without_its_site() -> None:
    assert without_site("Fog over the river | Opinion", None, (), {"opinion"}) == "Fog over the river"
    for title in (
        "Fog over the river: opinion",
        "Fog - Opinion",
        "Sea | Opinion",
        "Fog over rivers | Opinion of Ada",
    ):
        assert without_site(title, None, (), {"opinion"}) == title
