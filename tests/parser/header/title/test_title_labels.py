"""Labels and marks in front of a headline: they are no part of it; a headline that only looks labelled stays whole."""

from __future__ import annotations

import pytest

STORY = "The night market is back after two years, with twice as many stalls.\nPeople came from both banks."
HAN = "停了两年的夜市昨晚恢复营业，摊位比从前多了一倍。\n两岸的人都来了，一直逛到半夜。"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Title: Night market returns", "Night market returns"),
        ("# Night market returns", "Night market returns"),
        ("= Night market returns", "Night market returns"),
        ("== Night market returns ==", "Night market returns"),
        ("Night market returns¶", "Night market returns"),
        ("# [Night market](https://example.org/night) returns", "Night market returns"),
        ("Topic: Night market returns", "Topic: Night market returns"),
        ("Thema: Night market returns", "Night market returns"),
        ("标题：夜市恢复营业", "夜市恢复营业"),
        ("题目: 夜市恢复营业", "夜市恢复营业"),
        ("主题：夜市几点开？", "夜市几点开？"),
        ("《夜市旧事》作者：周小渡", "夜市旧事"),
        ("《夜市旧事》 文/周小渡", "夜市旧事"),
    ],
)
def test_a_label_or_mark_is_no_part_of_the_title(document, line: str, title: str) -> None:
    story = HAN if "：" in line or "夜" in line else STORY
    assert document(f"{line}\n\n{story}")["title"] == title


@pytest.mark.parametrize(
    "line",
    [
        "Title fight returns to the valley",
        "#1 market in the valley",
        "主题公园恢复营业",
        "《主题公园》作者谈夜市",
        "读《夜市旧事》文/周小渡",
        "C# for boatmen",
        "Markets [of the](valley) return",
    ],
)
def test_a_headline_that_looks_labelled_stays_whole(document, line: str) -> None:
    story = HAN if "主" in line or "夜" in line else STORY
    assert document(f"{line}\n\n{story}")["title"] == line


@pytest.mark.parametrize(
    "line",
    [
        "Monday, 4 March",
        "4. März, Montag",
        "3月5日 星期二 晴",
        "发票号码：12345678",
        "Invoice no: 2024-118",
        "“The river is a slow clock.” — Ada Finch",
    ],
)
def test_the_day_of_an_entry_a_number_and_a_quotation_are_no_titles(document, line: str) -> None:
    story = HAN if "日" in line or "发" in line else STORY
    assert document(f"{line}\n\n{story}")["title"] is None


@pytest.mark.parametrize(
    "line", ["Monday market returns", "3月5日学雷锋", "Agenda: 21 steps", "“A slow clock” in the valley"]
)
def test_a_headline_with_a_day_or_quotation_is_one(document, line: str) -> None:
    story = HAN if "日" in line else STORY
    assert document(f"{line}\n\n{story}")["title"] == line


@pytest.mark.parametrize("beside", ["Autor: Karl Riem", "Categories: Breads", "Language: English", "Yield: 24 pieces"])
def test_a_label_beside_what_catalogues_say_is_no_part_of_the_title(document, beside: str) -> None:
    assert document(f"Title: Night market returns\n{beside}\n\n{STORY}")["title"] == "Night market returns"


def test_the_name_of_a_novel_stands_behind_its_label(document) -> None:
    found = document(f"书名：渡船人\n作者：方木\n第一章 雾\n{HAN}")
    assert (found["title"], found["author"]) == ("渡船人", "方木")
