"""Sections of a text worded like labels of a page: kept in a series of sections, dropped as the labels they are."""

from __future__ import annotations

import pytest

FRAME = (
    "Home\nAbout us\nArchive\nLog in\n{}\nShare this article\nSubscribe to our newsletter\n"
    "Privacy policy\n© 2021 Small Waters. All rights reserved."
)
PAPER = """\
Drift of wooden floats in a tidal canal
{0} Introduction
We released forty floats at four locks and counted them for twelve days. Half were never seen again.
{1} Methods
The floats were of pine, eight centimetres across, and painted red by the children of the school.
{2} Results
Most of those from the mill were found below the weir, where the current turns back on itself.
{3} Discussion
Boys take them. The current takes the rest. Wind plays no part, as far as we can tell.
{4} References
Ames, J. Floats. London 1871."""
NUMBERS = [f"{n}" for n in range(1, 6)]
ARTICLE = """\
The ferry sails again
1 Introduction
The ferry across the lower river sails again after three years, and the whole town came to see it leave.
2 History
It was built in the year of the flood, and sank twice: once in a storm and once at its own pier.
"""


def dropped(blocks: list[dict]) -> set[str]:
    return {b["text"] for b in blocks if b["boilerplate"]}


@pytest.mark.parametrize(
    "marks",
    [NUMBERS, [f"{n}." for n in NUMBERS], [f"({n})" for n in NUMBERS], [f"3.{n}" for n in NUMBERS], ["##"] * 5],
    ids=lambda marks: marks[0],
)
@pytest.mark.parametrize("frame", ["{}", FRAME], ids=["alone", "framed"])
def test_a_discussion_among_sections_is_one_of_them(blocks, frame: str, marks: list[str]) -> None:
    paper = PAPER.format(*marks)
    gone = dropped(blocks(frame.format(paper)))
    assert gone.isdisjoint(paper.split("\n")[1:])


def test_sections_of_a_chinese_paper(blocks) -> None:
    paper = (
        "1 引言\n我们在四座船闸放出四十个浮标，观察了十二天。\n2 方法\n浮标为松木制，漆成红色。\n"
        "3 评论\n孩子们会捡走一些。\n4 参考文献"
    )
    assert "3 评论" not in dropped(blocks(f"木制浮标的漂移\n{paper}"))


@pytest.mark.parametrize("label", ["4 Comments", "Comments", "3 Comments", "Discussion"])
def test_comments_below_an_article_with_sections_are_no_section(blocks, label: str) -> None:
    said = "Anna\n2 days ago\nGreat to hear it, I have missed that boat.\nReply\nBen\n1 day ago\nMe too.\nReply"
    assert label in dropped(blocks(FRAME.format(f"{ARTICLE}Conclusion\nIt sails.\n{label}\n{said}")))


def test_counters_that_happen_to_count_up_are_no_sections(blocks) -> None:
    gone = dropped(blocks(FRAME.format("1 Comment\n2 Comments\n3 Comments\n4 Comments\n" + ARTICLE)))
    assert {"2 Comments", "3 Comments"} <= gone


CHANGES = "0.12\n* %s\n* trailing characters are refused\n* only lowercase literals\n* numbers keep their zeros\n0.11"


def test_an_item_of_a_list_is_no_heading_of_comments(document) -> None:
    text = CHANGES % "no comments"
    assert [line for line in text.split("\n")[2:] if line not in document(text)["body"]] == []


@pytest.mark.parametrize("factor", ["3x", "40X", "2.5x", "10x+"])
def test_how_many_times_is_no_button(blocks, factor: str) -> None:
    said = {b["text"]: b["reason"] for b in blocks(FRAME.format(f"Faster ferries\n{factor}\nmore crossings a day"))}
    assert "button" not in said[factor]


def test_the_letter_alone_is_one(blocks) -> None:
    said = {b["text"]: b["reason"] for b in blocks(FRAME.format(f"{ARTICLE}Facebook\nX\nEmail"))}
    assert said["X"] == "button of a post: x"


PONIES = ["Ponies of the fair", "Rusty", "Home", "Belle of Fen", "Search", "Old Duke", "Thistle", "Mrs. Pepper"]
GERMAN = ["Höfe am Deich", "Altenhof", "Mehr", "Brückenhof", "Suche", "Oberkate", "Niederkate", "Kirchhof", "Lehmkuhle"]


@pytest.mark.parametrize("names", [PONIES, GERMAN], ids=["english", "german"])
def test_words_apart_from_each_other_are_entries_of_a_list_of_names(document, names: list[str]) -> None:
    found = document("\n".join(names))
    assert [line for line in names if line not in {found["title"], *found["body"].split("\n")}] == []


@pytest.mark.parametrize(
    ("above", "below"), [(["Home", "Search"], []), ([], ["Search", "Home"])], ids=["above", "below"]
)
def test_one_below_the_other_they_are_a_menu(document, above: list[str], below: list[str]) -> None:
    names = [name for name in PONIES if name not in {"Home", "Search"}]
    kept = document("\n".join([*above, *names, *below, "More", "Privacy policy"]))["body"].split("\n")
    assert not {*above, *below}.intersection(kept)
