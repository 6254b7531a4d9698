"""Tables with bars, which are the article's, and rows of links and page numbers, which look like them."""

from __future__ import annotations

import pytest

from tests.parser.pages import CHINESE, CHINESE_BODY, ENGLISH, ENGLISH_BODY

TABLES = [
    "Year | Boats | Catch\n1998 | 14 | 320 t\n1999 | 11 | 290 t",
    "Port | Depth | Tide\nAlder | 4.5 m | 17%\nBirch | 3 m | 12%\nStone | 9 m | 8%",
    "年份 | 船只 | 渔获\n一月 | 14 | 320吨\n二月 | 11 | 290吨",
]
MENUS = [
    "Home | News | Sport | Contact\nSign in | Register | Help | About us",
    "1 | 2 | 3 | 4",
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
