"""Tables with bars, which are the article's, and rows of links and page numbers, which look like them."""

from __future__ import annotations

import pytest

from tests.parser.pages import CHINESE, CHINESE_BODY, ENGLISH, ENGLISH_BODY

TABLES = [
    "Year | Boats | Catch\n1998 | 14 | 320 t\n1999 | 11 | 290 t",
    "Port | Depth | Tide\nAlder | 4.5 m | 17%\nBirch | 3 m | 12%\nStone | 9 m | 8%",
    "Home | Away | Score\nAlder | Birch | 2:1\nStone | Marl | 0:0",
    "Home | 1998 | 1999\nNo. 4 | 812 | 790\nNo. 6 | 655 | 701",
    "年份 | 船只 | 渔获\n一月 | 14 | 320吨\n二月 | 11 | 290吨",
]
MENUS = [
    "Home | News | Sport | Contact\nSign in | Register | Help | About us",
    "1 | 2 | 3 | 4",
    "Home | News | Sport\nSign in | Register | Help\nSitemap | Imprint | Top 100",
    "Home | News | Sport 24\nLogin | Help | Top 10\nMap | RSS | Archive 2020",
    "首页 | 新闻 | 体育\n登录 | 注册 | 帮助",
]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_with_bars_is_text(document, table: str) -> None:
    page, story = (CHINESE, CHINESE_BODY) if table[0] > "z" else (ENGLISH, ENGLISH_BODY)
    body = document(page.replace(story[3], f"{table}\n{story[3]}"))["body"].split("\n")
    assert [row for row in table.split("\n") if row not in body] == []


@pytest.mark.parametrize("menu", MENUS)
def test_a_menu_with_bars_is_furniture(document, menu: str) -> None:
    page, story = (CHINESE, CHINESE_BODY) if menu[0] > "z" else (ENGLISH, ENGLISH_BODY)
    body = document(page.replace(story[3], f"{menu}\n{story[3]}"))["body"].split("\n")
    assert [row for row in menu.split("\n") if row in body] == []


@pytest.mark.parametrize(
    ("menu", "text"),
    [
        (
            "صفحه اصلی | اخبار | ورزش | فرهنگ",
            "شهردار دیروز کتابخانه تازه را در مرکز شهر گشود و مردم برای دیدن تالار آن صف کشیدند.",
        ),
        ("হোম | খবর | খেলা | যোগাযোগ", "শহরের মাঝখানে নতুন গ্রন্থাগারটি গতকাল মেয়র উদ্বোধন করেছেন, মানুষ সারিতে অপেক্ষা করেছে।"),
        (
            "Úvod · Zprávy · Sport · Kontakt",
            "Starosta včera otevřel knihovnu v centru města a lidé dlouho stáli ve frontě.",
        ),
    ],
)
def test_a_menu_in_one_line_is_furniture_in_any_language(document, menu: str, text: str) -> None:
    assert document(f"{menu}\n\n{text}\n\n{text[:40]} 1998.\n")["body"].split("\n")[0] == text


@pytest.mark.parametrize("first", ["Úvod", "Start | Ziel | Weg", "خانه بزرگ"])
def test_what_begins_like_the_way_home_stays(document, first: str) -> None:
    text = "Starosta včera otevřel knihovnu v centru města a lidé dlouho stáli ve frontě."
    found = document(f"{first}\n\n{text}\n\n{text[:40]} 1998.\n")
    assert first in (found["title"], *found["body"].split("\n"))
