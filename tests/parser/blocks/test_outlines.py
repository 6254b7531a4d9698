"""Tables of contents, buttons and questions of documentation, and the text that they stand in."""

from __future__ import annotations

import pytest

from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.features import lines
from audit.parser.blocks.whole.outlines import outlines

ENGLISH = (
    (
        "Skip to main content", "Larder Docs", "Log in", "Installation", "Shelves", "Sealing a jar", "Labels",
        "On this page", "(Top)", "Before you start", "Seal the jar", "Limits",
    ),
    "Sealing a jar",
    (
        "A sealed jar keeps its contents for a year.", "Before you start", "You need a jar and a new lid.",
        "Seal the jar", "larder seal --jar 12 --lid new", "Option", "Default", "lid", "new", "close()",
        "The lid clicks when it is tight.", "Limits", "No jar may hold more than two litres.",
    ),
    ("Was this page helpful?", "Yes", "No", "Edit this page on the forge", "Privacy policy"),
)  # fmt: skip
CHINESE = (
    ("首页 分类 登录", "潮音阁百科", "收藏 点赞 36", "目录", "1 历史沿革", "2 建筑布局", "2.1 藏经楼", "3 文物保护"),
    "白石塔",
    (
        "白石塔位于青石镇东郊，始建于唐代。", "历史沿革", "宋代毁于兵火，明代重建。", "建筑布局", "坐北朝南，共七层。",
        "藏经楼", "楼高两层，藏有经书三百卷。", "文物保护", "该塔已列为文物保护单位。",
    ),
    ("词条标签：古塔 青石镇", "浏览次数：1203", "关于我们"),
)  # fmt: skip
ARABIC = (
    ("الرئيسية", "تسجيل الدخول", "المحتويات", "التاريخ", "العمارة", "الترميم"),
    "برج الملح",
    (
        "برج الملح حصن قديم يقع على تلة شرق المدينة.", "التاريخ", "بناه الوالي لحماية طريق القوافل.", "العمارة",
        "له أربعة أبراج وسور من الحجر.", "الترميم", "بدأت أعمال الترميم قبل عشر سنوات.",
    ),
    ("هل كانت هذه الصفحة مفيدة؟", "سياسة الخصوصية"),
)  # fmt: skip
BOOK = (
    "THE SALT TOWER", "Contents", "I. The Storm", "II. A Stranger", "III. Home", "I. The Storm",
    "The wind had been rising since noon.", "II. A Stranger", "He came along the shingle with one boot.", "III. Home",
    "They buried the bell under the pear tree.",
)  # fmt: skip
README = (
    "# tidewatch", "Print the tide of a harbour.", "## Contents", "- Install", "- Usage", "- Copy", "## Install",
    "Run the script below as root.", "## Usage", "Name a harbour and a number of days.", "## Copy",
    "Copy the table to the clipboard with the option -c.",
)  # fmt: skip


@pytest.mark.parametrize("page", [ENGLISH, CHINESE, ARABIC], ids=["english", "chinese", "arabic"])
def test_a_page_keeps_its_text_and_drops_its_contents_menu_and_questions(document, page) -> None:
    above, title, text, below = page
    found = document("\n".join((*above, title, *text, *below)))
    assert [line for line in text if line not in found["body"].split("\n")] == []
    kept = found["body"].split("\n")
    assert [line for line in (*above, *below) if line in kept and line not in text] == []
    assert all(kept.count(line) == 1 for line in text)
    assert found["title"] in (title, None)


@pytest.mark.parametrize("text", [BOOK, README], ids=["book", "readme"])
def test_the_contents_of_a_text_without_furniture_are_its_authors(document, text) -> None:
    found = document("\n".join(text))
    printed = [text[0]] if found["title"] else []
    assert sorted([*printed, *found["body"].split("\n")]) == sorted(text)
    assert found["title"] in (text[0].removeprefix("# "), None)


def _named(*text: str) -> list[tuple[range, list[int]]]:
    return [(found.entries, list(found.headings)) for found in outlines(Rows(lines(["\n".join(text)])))]


def test_entries_name_headings_whatever_numbers_marks_and_links_these_have() -> None:
    text = "Salt.", "Lime.", "Ash."
    heads = ("## 1. Walls", "Roof¶", "Floor [edit]")
    whole = [line for pair in zip(heads, text, strict=True) for line in pair]
    assert _named("Contents", "Top", "1 Walls", "2 Roof", "2.1 Floor", *whole) == [(range(1, 5), [5, 7, 9])]


@pytest.mark.parametrize(
    "menu",
    [
        ("Walls", "Roof", "Floor", "Salt.", "Walls", "Roof", "Floor"),  # the same list twice
        ("Walls", "Roof", "Floor", "Salt.", "Floor", "Lime.", "Roof", "Ash.", "Walls"),  # in no order
        ("Walls", "Salt.", "Roof", "Lime.", "Floor", "Ash."),  # nothing is repeated
    ],
)
def test_lists_that_name_no_headings_in_order_are_no_contents(menu) -> None:
    assert _named(*menu) == []


def test_a_menu_that_the_footer_repeats_over_other_links_makes_no_text_of_these(document) -> None:
    links = ("Walls", "Bricks and tiles", "Roof", "Slates and gutters", "Floor", "Boards and carpets")
    prose = [f"The house stands on the hill above the river, and it has stood there for {n} years." for n in range(9)]
    page = ("Home", "Log in", "Walls", "Roof", "Floor", "The house on the hill", *prose, *links, "Privacy policy")
    assert document("\n".join(page))["body"].split("\n")[-1] == prose[-1]


def test_a_question_about_a_page_is_dropped_and_one_about_other_things_stays(document) -> None:
    said = "The ferry runs daily.", "Was this helpful to your uncle?", "It was, he said, and he paid twice."
    body = document("\n".join((*said, "Was this page helpful?", "Yes", "No")))["body"].split("\n")
    assert body == list(said)


def test_the_line_right_above_the_label_of_the_contents_is_the_title(document) -> None:
    menu = "Home", "Log in", "Larder", "Jars", "Sealing", "Lids"
    text = "Walls", "They keep the wind out.", "Roof", "It keeps the rain out."
    page = "\n".join(
        (*menu, "Building a small house", "3 May 2026", "In this guide", "Walls", "Roof", *text, "Privacy")
    )
    assert document(page)["title"] == "Building a small house"


def test_words_of_buttons_stay_in_a_text_without_furniture(document) -> None:
    said = "TOWER: Hold short of runway nine.", "Copy", "TOWER: Contents of your message?", "Contents", "Twelve crates."
    found = document("\n".join(said))
    assert [line for line in said if line not in (found["title"], *found["body"].split("\n"))] == []
