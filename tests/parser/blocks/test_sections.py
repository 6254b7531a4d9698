"""Short lines stay with the section around them; menus, buttons and related lists with the same look go."""

from __future__ import annotations

import pytest

MENU, FOOTER = "Home\nSearch\nSign in\n", "\nPrivacy policy\nTerms of use\nCookie settings"
SAID = "She kept the tide tables of the harbour for thirty years, and taught three keepers after her."
PERSON = (SAID, "Research interests", "Tides", "Small harbours", "Teaching", "Field Methods",
          "She also writes a column on knots for the harbour paper.", "Her door is open on Tuesdays.")  # fmt: skip
COURT = ("原告诉称，渡口的租金三年没有付过。", "云岭市中级人民法院", "民事判决书", "（2021）云02民终77号",
         "上诉人不服原审判决，认为渡口的租金已经全部付清。", "判决如下", "驳回上诉，维持原判。",
         "审判长 周平")  # fmt: skip
INTERFACE = ("返回某个码头当天停靠的全部船只，最近的一条在前。", "请求地址", "/v2/boats", "请求参数", "quay",
             "码头编号，必填。", "返回参数", "boat", "船号，由数字组成。")  # fmt: skip
WIKI = ("The ferry crossed the Marl below the mill until a bridge was built in 1931.", "First boats[edit]",
        "The first boat was a punt for six people and a horse.", "See also[edit]", "Denby Bridge",
        "References[edit]", "Reed, A. (1951). Boats of the Marl. Mill Press.")  # fmt: skip


@pytest.mark.parametrize("page", [PERSON, COURT, INTERFACE, WIKI], ids=lambda page: page[0][:8])
def test_all_lines_of_a_section_stay(document, page: tuple[str, ...]) -> None:
    title = "Marl Reed" if page[0].isascii() else "渡口租金纠纷案"
    found = document(f"{MENU}{title}\n" + "\n".join(page) + FOOTER)
    lines = found["body"].splitlines()
    assert [line for line in page if line not in lines] == []
    assert [line for line in (*MENU.split("\n"), *FOOTER.split("\n")) if line and line in lines] == []


def test_about_above_a_description_is_a_heading_and_in_a_footer_a_link(document) -> None:
    found = document(f"{MENU}Marl Reed\nAbout\n" + "\n".join(PERSON) + f"\nAbout{FOOTER}")
    assert found["body"].splitlines().count("About") == 1


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Quays\nTide Rooms\nKeepers\n", ""),
        ("", "\nRelated articles\nOld Quay Lamps\nRope Walks of Denby"),
        ("", "\nShare\nQuay Lamps\nRope Walks\nSign in"),
    ],
    ids=["menu", "related", "buttons"],
)
def test_names_outside_of_the_section_go(document, above: str, below: str) -> None:
    body = document(above + MENU + "Marl Reed\n" + "\n".join(PERSON) + below + FOOTER)["body"].splitlines()
    assert [line for line in (above + below).split("\n") if line and line in body] == []


@pytest.mark.parametrize(("line", "stays"), [("返回码头列表", True), ("返回列表", False), ("返回首页", False)])
def test_what_an_interface_returns_is_no_link_back(document, line: str, stays: bool) -> None:
    page = "\n".join((*INTERFACE[:6], line, *INTERFACE[6:]))
    assert (line in document(f"{MENU}查询船只\n{page}{FOOTER}")["body"].splitlines()) is stays


WORD = ("拼音", "tóng zhōu gòng jì", "解释", "坐一条船，共同渡河，比喻团结互助，战胜困难。", "出处",
        "《孙子·九地》", "示例", "只要大家同舟共济，就没有过不去的河。", "近义词", "风雨同舟", "和衷共济",
        "反义词", "反目成仇", "语法", "连动式；作谓语、定语")  # fmt: skip


def test_a_page_of_which_little_is_certain_stays_with_the_headings_that_its_menu_names(document) -> None:
    menu = "首页\n成语大全\n汉字查询\n近义词\n反义词\n登录"
    end = "上一篇：同甘共苦\n下一篇：同床异梦\n分享到微博\n关于我们\n版权所有"
    body = document("\n".join((menu, "同舟共济", *WORD, end)))["body"].splitlines()
    assert [line for line in WORD[2:] if line not in body] == []
    assert [line for line in ("成语大全", "汉字查询", *end.split("\n")) if line in body] == []


@pytest.mark.parametrize(("line", "stays"), [("Abstract", True), ("Peter Quill", False), ("Back to people", False)])
def test_a_heading_above_the_first_paragraph_stays_and_a_name_or_button_goes(document, line: str, stays: bool) -> None:
    prose = "\n".join(f"{SAID} This was written in the year that followed the flood of {year}." for year in range(4))
    body = document(f"{MENU}The keeper of tides\n9 March 2021\nShare\n{line}\n{prose}{FOOTER}")["body"]
    assert (line in body.splitlines()) is stays
