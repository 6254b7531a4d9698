"""Pages saved as Markdown: menus and bylines that are links are told by what they show; blocks keep what is written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.parser import parse
from audit.parser.shown import as_shown
from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY, table

BODY = "\n\n".join(ENGLISH_BODY[:2])
TITLE = "Wooden ferry on the Marl river sails again after twelve years"
MENU = "[Skip to content](https://marl.example/#main)\n\n* [Home](/)\n* [News](/news)\n* [Sport](/sport)\n"
BELOW = (
    "[Share on Facebook](https://f.example)\n\n## Related stories\n\n* [Bridge toll goes up](/2)\n* [New mayor](/3)\n"
)


def test_a_page_of_links_is_read_as_it_is_shown(document) -> None:
    found = document(
        f"{MENU}\n# {TITLE}\n\nBy [Peter Quill](/quill)\nMarch 9, 2021\n\n{BODY}\n\n{BELOW}\n© 2021 Marl Post\n"
    )
    assert (found["title"], found["author"], str(found["date"])) == (TITLE, "Peter Quill", "2021-03-09")
    assert found["body"].split("\n") == [*ENGLISH_BODY[:2]]


def test_what_is_kept_is_kept_as_it_is_written(document) -> None:
    said = ENGLISH_BODY[0].replace("ferry", '[ferry](https://marl.example/ferry "The ferry")')
    found = document(f"{MENU}\n# {TITLE}\n\n{said}\n\n{ENGLISH_BODY[1]}\n\n{BELOW}")
    assert found["body"].split("\n") == [said, ENGLISH_BODY[1]]


def test_a_converter_says_where_a_page_is_and_that_its_text_follows(document) -> None:
    where = "URL Source: https://marl.example/1\n\nPublished Time: 2021-03-09T07:05:00Z"
    found = document(
        f"Title: {TITLE}\n\n{where}\n\nMarkdown Content:\n{MENU}\n{BODY}\n\n## A slower crossing\n\n"
        f"{ENGLISH_BODY[3]}\n\n{BELOW}"
    )
    assert (found["title"], found["author"], str(found["date"])) == (TITLE, None, "2021-03-09")
    assert found["body"].split("\n") == [*ENGLISH_BODY[:2], "## A slower crossing", ENGLISH_BODY[3]]


def test_chinese_pages_are_read_alike(document) -> None:
    menu = "*   [首页](https://q.example/)\n*   [新闻](https://q.example/n)\n"
    below = "[分享到微信](javascript:;)\n\n相关阅读\n\n*   [县城新开书店](https://q.example/2)\n\n版权所有 青石报\n"
    found = document("\n\n".join([f"{menu}\n# 渡口复航了\n\n2021-03-09 来源：[清江晚报](/w)", *CHINESE_BODY, below]))
    assert (found["title"], found["source"]) == ("渡口复航了", "清江晚报")
    assert found["body"].split("\n") == [*CHINESE_BODY]


def test_a_list_of_links_in_a_text_without_furniture_stays(document) -> None:
    text = "# Trips\n\n* [The old ferry](https://a.example) crosses at dawn.\n* [Marl](https://b.example) at noon.\n"
    assert document(text)["body"].count("](") == 2


@pytest.mark.parametrize("text", ["a[i](x)", "[a] (b)", "[x](y z)", "f[](x)"])
def test_other_brackets_are_no_links(text: str) -> None:
    assert as_shown([text]).texts == [text]


def test_links_that_are_called_like_fields_are_no_head_of_a_record() -> None:
    assert as_shown(["[Source](/a)\n[Author](/b)\nThe ferry left."]).texts == ["Source\nAuthor\nThe ferry left."]
    assert as_shown(["[Source] a\n[Author] b\nThe ferry left."]).texts == ["Source:a\nAuthor:b\nThe ferry left."]


@pytest.mark.parametrize("text", ["![b](/b.png)", "![](/b.png)", "[](/a)", "[![a](/b.png)](/c)", "[ ](/a)"])
def test_a_picture_or_a_link_of_nothing_is_an_object(text: str) -> None:
    (shown,) = as_shown([text]).texts
    assert shown in {"\ufffc[b](/b.png)", "\ufffc[](/b.png)", "\ufffc[a](/b.png)", "\ufffc](/a)", "\ufffc ](/a)"}


PARTS = st.sampled_from(
    ["[", "]", "(", ")", "](", "](/", "[a](/b)", "[ a ](#b 'c')", "a", " ", "\n", "\u3000", "!", "<", ">", "\\"]
)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(PARTS, max_size=30).map("".join), min_size=1, max_size=6))
def test_blocks_rebuild_any_text_of_links(texts: list[str]) -> None:
    blocks = parse(table(*texts)).blocks.to_pylist()
    for number, text in enumerate(texts):
        at = 0
        for block in (block for block in blocks if block["id"] == f"{number}.txt"):
            assert block["text"] == text[block["start"] : block["end"]] == block["text"].strip()
            assert not text[at : block["start"]].strip()
            at = block["end"]
        assert not text[at:].strip()


def test_pictures_are_no_words_and_end_no_line(document) -> None:
    picture = "[![The ferry](https://marl.example/1.jpg)](/1)"
    head = f"# {TITLE}\n\n2021-03-09 10:00 By [Peter Quill](/quill)\n\n{picture}"
    found = document(
        f"{MENU}\n{head}\n\n{ENGLISH_BODY[0]}\n\n![](/2.png)\n\n{ENGLISH_BODY[1]}\n\n* {picture}\n\n{BELOW}"
    )
    assert (found["title"], found["author"], str(found["date"])) == (TITLE, "Peter Quill", "2021-03-09")
    assert found["body"].split("\n") == [*ENGLISH_BODY[:2]]


@pytest.mark.parametrize("sign", ["¶", "#", "🔗"])
def test_the_only_heading_of_the_first_level_is_the_title(document, sign: str) -> None:
    text = (
        f'{MENU}\n# The ferry[{sign}](#ferry "Link")\n\n{BODY}\n\n## Planks[¶](#planks)\n\n{ENGLISH_BODY[3]}\n\n{BELOW}'
    )
    assert document(text)["title"] == "The ferry"


@pytest.mark.parametrize("code", ["# one\nx = 1\n# two\ny = 2\n## three\n", "x = 1\n# one\ny = 2\n"])
def test_remarks_in_code_are_no_titles(document, code: str) -> None:
    assert document(f"{MENU}\n{BODY}\n\n{code}\n{BELOW}")["title"] is None


def test_a_table_with_a_rule_is_kept_below_its_heading(document) -> None:
    rows = ["| Length | 9 m |", "| --- | --- |", "| Planks | forty |"]
    text = "\n".join([MENU, f"# {TITLE}", BODY, "## The hull", *rows, "", BELOW])
    assert [row for row in rows if row in document(text)["body"]] == rows
    menu = "\n".join([MENU, f"# {TITLE}", BODY, "## Related stories", "| [Toll](/2) | [Mayor](/3) |"])
    assert "Mayor" not in document(menu)["body"]


@pytest.mark.parametrize("target", ["a." * 200_000, "a.a" + "(a)" * 200_000, "a.a(" * 200_000])
def test_an_address_without_an_end_is_read_once(target: str) -> None:
    text = f"[ferry]({target} <"
    assert as_shown([text]).texts == [text]
