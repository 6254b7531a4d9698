"""What a block is: quotations, and what a page appends below its article."""

from __future__ import annotations

import pytest

from tests.parser.pages import CHINESE, CHINESE_BODY, ENGLISH, ENGLISH_BODY

LONG = "县城新开三家书店周末人气很旺今年春茶价格上涨茶农说收成不错本月起公交车改走新线路这些站点有变化"


def kind_of(blocks: list[dict], text: str) -> str:
    return next(b["kind"] for b in blocks if b["text"] == text)


@pytest.mark.parametrize(
    "line",
    [
        "“重新学会慢，是这条河教给我们的事情，谁也没有催过谁。”",
        "「重新學會慢，是這條河教給我們的事情，誰也沒有催過誰。」",
        "『重新学会慢，是这条河教给我们的事情，谁也没有催过谁。』",
        '"重新学会慢，是这条河教给我们的事情，谁也没有催过谁。"',
        "«重新学会慢，是这条河教给我们的事情，谁也没有催过谁。»",
        "„重新学会慢，是这条河教给我们的事情，谁也没有催过谁。“",
    ],
)
def test_a_paragraph_between_quotation_marks_is_a_quote(blocks, document, line: str) -> None:
    page = CHINESE.replace(CHINESE_BODY[2], line)
    assert kind_of(blocks(page), line) == "quote"
    assert line in document(page)["body"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param(CHINESE_BODY[3], "paragraph", id="goes on behind its mark"),
        pytest.param("林满仓说：“快有快的好处，慢也有慢的好处，谁也没有催过谁。”", "paragraph", id="goes before it"),
        pytest.param("“快有快的好处，慢也有慢的好处，谁也没有催过谁。", "paragraph", id="is never closed"),
        pytest.param("快有快的好处，慢也有慢的好处，谁也没有催过谁。”", "paragraph", id="was never opened"),
        pytest.param("1. “快有快的好处，慢也有慢的好处，谁也没有催过谁。”", "list_item", id="is an item first"),
        pytest.param("重新学会慢", "heading", id="a heading"),
    ],
)
def test_what_is_no_quote(blocks, line: str, kind: str) -> None:
    assert kind_of(blocks(CHINESE.replace(CHINESE_BODY[2], line)), line) == kind


def test_an_english_quotation_is_one_as_well(blocks) -> None:
    line = "“Nobody is in a hurry on a river, and nobody ever was in a hurry to get to the other side of it.”"
    assert kind_of(blocks(ENGLISH.replace(ENGLISH_BODY[3], line)), line) == "quote"


@pytest.mark.parametrize(
    ("times", "kind"),
    [pytest.param(1, "related_item", id="a headline"), pytest.param(9, "related_list", id="many in one line")],
)
def test_what_stands_below_a_heading_of_other_articles(blocks, times: int, kind: str) -> None:
    line = LONG * times
    found = blocks(CHINESE.replace("县城新开三家书店，周末人气很旺...", line))
    assert kind_of(found, line) == kind
    assert kind_of(found, "今年春茶价格上涨，茶农说收成不错...") == "related_item"
    assert kind_of(found, "相关阅读") == "related_heading"


def test_a_text_of_sentences_below_it_is_no_list(blocks) -> None:
    told = "书店老板在镇上住了四十年，他说每天早上都有人来问新书。" * 9
    page = CHINESE.replace("县城新开三家书店，周末人气很旺...", told)
    again = [block for block in blocks(page.replace(CHINESE_BODY[-1], told)) if block["text"] == told][-1]
    assert (again["kind"], again["boilerplate"]) == ("related_item", True)


def test_what_stands_above_that_heading_is_none_of_them(blocks) -> None:
    found = blocks(CHINESE)
    heading = next(n for n, b in enumerate(found) if b["kind"] == "related_heading")
    assert not {b["kind"] for b in found[:heading]} & {"related_item", "related_list"}
    assert {b["kind"] for b in found[heading + 1 : heading + 4]} == {"related_item"}


@pytest.mark.parametrize(
    "page",
    [
        "山城日报\n小镇书店开张\n来源：山城日报　2024年3月5日\n" + "\n".join(CHINESE_BODY),
        "Marl Courier\nWooden ferry sails again\nSource: Marl Courier\n9 March 2021\n" + "\n".join(ENGLISH_BODY),
    ],
    ids=["Chinese", "English"],
)
def test_the_name_of_the_source_above_the_headline_is_none_of_the_article(blocks, page: str) -> None:
    masthead, headline, *_ = blocks(page)
    assert (masthead["kind"], masthead["boilerplate"], headline["kind"]) == ("source_credit", True, "title")


def test_another_line_above_the_headline_stays(blocks) -> None:
    page = "渡口的人\n小镇书店开张\n来源：山城日报　2024年3月5日\n" + "\n".join((*CHINESE_BODY, "山城日报"))
    kept = [b["text"] for b in blocks(page) if not b["boilerplate"]]
    assert kept[0] == "渡口的人"
    assert kept[-1] == "山城日报"


VERSE = """By the river

By the river I sat down
And wept the whole day long
By the willow, by the stone
I sang a little song
"""


@pytest.mark.parametrize(
    "text",
    [
        VERSE,
        "Por la mañana\nPor la tarde\nPor la noche\n\nEl barco sale a las seis.\n",
        "@book{roe2020,\n  author = {Roe, Ada},\n  title = {The Ferry},\n  year = {2020},\n}\n",
        "The bell\n\nThe bell was cast in 1712.\n\nSource: the parish book, second volume\n",
    ],
    ids=["verse", "hours", "a reference", "a source"],
)
def test_a_label_of_authors_in_a_text_without_furniture_is_text(document, text: str) -> None:
    found = document(text)
    kept = [line for line in (found["title"] or "", *found["body"].split("\n")) if line]
    assert kept == [line.strip() for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("label", "author"), [("By Ada Finch", "Ada Finch"), ("作者：周小渡", "周小渡"), ("Author: Ada Finch", "Ada Finch")]
)
def test_a_label_that_states_the_author_is_no_text(document, label: str, author: str) -> None:
    found = document("\n".join(("Wooden ferry sails again", label, *ENGLISH_BODY)))
    assert found["author"] == author
    assert label not in found["body"]


@pytest.mark.parametrize("mark", ["•", "▪", "◦", "➢", "✓", "\uf0b7", "\uf0a7"])
def test_items_of_a_list_are_known_by_the_marks_of_word_processors(kinds, mark: str) -> None:
    items = "\n".join(
        f"{mark} {thing}" for thing in ("a lamp with fresh batteries", "two loaves", "food for two evenings")
    )
    assert kinds(f"Packing for the hut\n\nEverybody brings what follows.\n\n{items}")[2:] == ["list_item"] * 3


@pytest.mark.parametrize("line", ["✓two loaves", "\ue001 two loaves", "o two loaves"])
def test_a_sign_without_a_blank_or_another_private_one_opens_no_item(kinds, line: str) -> None:
    assert kinds(f"Packing for the hut\n\nEverybody brings what follows.\n\n{line}\n{line} and tea")[2] != "list_item"
