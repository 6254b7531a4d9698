"""Poems, manuals, statutes and notes as people hold them: no page is around them, and they keep their lines."""

from __future__ import annotations

import pytest

from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY

VERSE = [f"{word} the river, {word.lower()} the oar" for word in ("Slow", "Cold", "Wide", "Grey", "Long", "Old")]
MANY = 60
# Lines that begin with a word for authors, or that are somewhere a label, among others of their kind.
NOTED = (
    "20. ~by lot~, etc. When the ferrymen drew oars",
    "[10.0.0.7] by the landing (8.11.6/8.11.6) with a bell",
    "4. By usunąć znak pod wiosłem, wciśnij:  x",
    "编辑器字段设置为空白，渡口的名字写在后面",
    "X",
    "like this: >",
    "EDUCATION",
    ":help oars",
)


@pytest.mark.parametrize("line", NOTED)
@pytest.mark.parametrize("around", [VERSE, [*ENGLISH_BODY, *CHINESE_BODY]], ids=["verse", "prose"])
def test_a_line_far_inside_a_text_without_furniture_stays(blocks, around: list[str], line: str) -> None:
    some = around * (MANY // len(around) * 3)
    told = blocks("\n".join((*some, line, *some)))
    assert [block["text"] for block in told if block["boilerplate"]] == []


def test_an_editor_named_at_the_end_is_no_part_of_the_text(document) -> None:
    assert document("\n".join((*CHINESE_BODY, "责任编辑：周小渡")))["body"].split("\n") == list(CHINESE_BODY)


# Surnames that few have, and two of three characters.
WRITERS = ("釋重顯", "敖陶孫", "丘崈", "王之道", "周小渡")


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("title", ["渡口", "秋楼月・忆渡船", "四月二十三日始過渡口羹一杯其味甚真  其三"])
def test_a_poem_names_its_author_behind_a_label(document, title: str, writer: str) -> None:
    verse = ["云不卷。", "浇愁莫放金杯浅。", "金杯浅。", "新词丽句，要人裁翦。", "酒酣思致天同远。"]
    found = document("\n".join((title, f"作者：{writer}", "", *verse)))
    assert (found["author"], found["body"].split("\n")[-len(verse) :]) == (writer, verse)


@pytest.mark.parametrize("line", ["Note: the ferry", "By the river we sat", "渡口：小船", "Author: of the landing"])
def test_a_line_at_the_top_that_names_nobody_states_no_author(document, line: str) -> None:
    found = document("\n".join(("The landing", line, *VERSE)))
    assert (found["author"], line in found["body"]) == (None, True)
