"""Poems, manuals, statutes and notes as people hold them: no page is around them, and they keep their lines."""

from __future__ import annotations

import pytest

from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY

VERSE = [f"{word} the river, {word.lower()} the oar" for word in ("Slow", "Cold", "Wide", "Grey", "Long", "Old")]
STANZA, MANY = "\n".join(VERSE), 60
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


# Lines that no text is named by, right above the line that they go on in, or above what they say of a file.
NO_TITLES = (
    "This paper was made by Ada Finch <ada@marl.example> on\nTue, 9 Mar 2021 10:00:00 +0100.\n\nIt is free.",
    "A SPEECH FOR THE LIBERTY OF THE FERRYMEN BEFORE THE COUNCIL OF\nMARL\n\nThis is what they said.",
    "oars-12.txt  Last edited 2021-03-09 for Ferry 3.4.3\nOars of Ferry 3.4\n\nNo oar is like another.",
    "*oars.txt*   For Ferry version 9.0.  Last change: 2021 Mar 09\n\n\nHow to row a boat.",
    "From ada@marl.example  Tue Mar  9 10:00:00 2021\nReturn-Path: <ada@marl.example>\n\nThe boat is late.",
    ".. include:: ../oars.rst\n\n:Original: oars.rst\n\nThe boat is late.",
    "Oar-Version: 2.1\nName: ferry\nSummary: Rows a boat\nHome-page: https://marl.example/oars\n\nIt rows.",
    "oar:part-of-a-boat:Wood\nbell:part-of-a-landing:Iron\nrope:part-of-a-boat:Hemp",
    "- give the ferryman a bell\n\n- paint the landing before the summer\n\n- buy a rope",
    "[This paper was put into the box at the landing by somebody\nwho did not leave a name.]\n\nThe boat is late.",
)


@pytest.mark.parametrize("top", NO_TITLES)
def test_a_line_that_goes_on_or_says_what_a_file_is_names_no_text(document, top: str) -> None:
    assert document(f"{top}\n\n{STANZA}")["title"] is None


def test_a_setting_is_no_label(blocks) -> None:
    fields = ["group=*", "case=1", "comment= as hot", "score = kill", "home=/oars", "search = all", "help=yes"] * 3
    assert [block["text"] for block in blocks("\n".join(("Oars", *fields))) if block["boilerplate"]] == []


@pytest.mark.parametrize("writer", ["佚名", "无名氏", "無名氏"])
def test_a_poem_of_nobody_has_no_author(document, writer: str) -> None:
    assert document(f"渡口\n作者：{writer}\n\n云不卷。\n浇愁莫放金杯浅。\n金杯浅。\n新词丽句。")["author"] is None


@pytest.mark.parametrize("title", ["The boat that the ferrymen of the old town believe in", "Last edited by the river"])
def test_a_headline_that_looks_like_one_is_one(document, title: str) -> None:
    assert document("\n\n".join((title, *ENGLISH_BODY)))["title"] == title
