"""Who wrote a page, and whom it only names: below teasers, behind a section of the site, as the last to post."""

from __future__ import annotations

import pytest

from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY

EN, ZH = "\n".join(ENGLISH_BODY), "\n".join(CHINESE_BODY)
TITLE = "Wooden ferry sails again"
OTHER = "Bridge toll doubles before the summer"
FOOT = "Privacy policy\nAbout Marl News\nFollow Marl News\n© 2021 Marl News. All rights reserved."


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("By Ada Finch Marl News\nMarch 9, 2021", "Ada Finch"),
        ("By MARL NEWS SPORT\nMarch 9, 2021", None),
        ("by Ada Finch + BIO\nMarch 9, 2021", "Ada Finch"),
        ("By Ada Finch Last Updated: March 9, 2021", "Ada Finch"),
        ("Ada Finch • MarlRivers\nNational Rivers Analyst\n@ada_finch", "Ada Finch"),
        ("Ada Finch, journaliste\n9 mars 2021", "Ada Finch"),
        ("1.9K views 11 replies last post by Peter Quill Jan 18, 2024", None),
        ("Topic starter 08/05/2021 1:58 pm", None),
        ("Ada Finch USA TODAY NETWORK", "Ada Finch"),
        ("By Ada Finch and Peter Quill The Associated Press", "Ada Finch and Peter Quill"),
        ("Ada Finch Tarn Hill Courier", None),
        ("The Ferry Bell Courier", None),
        ("Ada Finch, Print Managing Editor", "Ada Finch"),
        ("Ada Finch (Content Manager)", "Ada Finch"),
        ("Wooden boats (Content Manager)", None),
        ("by millpond\nMarch 9, 2021", "millpond"),
        ("by millpond", None),
        ("by admin\nMarch 9, 2021", None),
        ("March 9, 2021 By Ada Finch, Representative to the Ferry Committee", "Ada Finch"),
        ("Authors: Ada Finch and Peter Quill\nMarch 9, 2021", "Ada Finch and Peter Quill"),
        ("Authors:Ada Finch, Peter Quill, Bo Doe\nMarch 9, 2021", "Ada Finch, Peter Quill, Bo Doe"),
        ("Authors: river and sea\nMarch 9, 2021", None),
        ("ADA FINCH\nAssociated Press\nMarch 9, 2021", "ADA FINCH"),
        ("Ada Finch (avec AFP)\nMarch 9, 2021", "Ada Finch"),
        ("By Ada Finch of Reuters\nMarch 9, 2021", "Ada Finch"),
        ("Reviewed by Ada Finch\nMarch 9, 2021", "Ada Finch"),
        ("Reviewed by Dr. Ada Finch\nMarch 9, 2021", None),
        ("Reviewed by Ada Finch, MD\nMarch 9, 2021", None),
        ("Reviewed by\nAda Finch, RD\nMarch 9, 2021", None),
        ("Edited by\nAda Finch\nMarch 9, 2021", None),
        ("Judge Ada Finch\nMarch 9, 2021", None),
        ("Thread Tools Display Modes\nMarch 9, 2021", None),
    ],
)
def test_a_writer_is_named_without_what_is_around(document, head: str, author: str | None) -> None:
    assert document(f"Menu\nHome\nSign in\n{TITLE}\n{head}\n{EN}\n{FOOT}")["author"] == author


@pytest.mark.parametrize(
    ("below", "author"),
    [
        (f"Related\n{OTHER}\nBy Peter Quill", None),
        (f"Related\n{OTHER}\nThe council voted for it on Friday\nBy Peter Quill\nUpdated July 9, 2021", None),
        ("By Peter Quill", "Peter Quill"),
        ("Follow\nBy Peter Quill", "Peter Quill"),
    ],
)
def test_the_byline_of_a_teaser_is_not_the_articles(document, below: str, author: str | None) -> None:
    assert document(f"Menu\nHome\nSign in\n{TITLE}\n{EN}\n{below}\n{FOOT}")["author"] == author


def test_the_byline_of_a_chinese_teaser_is_not_the_articles(document) -> None:
    top = "首页\n新闻\n登录\n渡口复航：青石镇等来了停航十二年后的第一班船"
    below = "相关阅读\n大桥收费入夏前翻倍，镇上的人开始算账\n作者：周小渡\n隐私政策"
    assert document(f"{top}\n{ZH}\n{below}")["author"] is None


def test_a_site_named_after_its_writer_does_not_cut_the_name(document) -> None:
    foot = "Privacy policy\nAbout Finch\nFollow Finch\n© 2021 Finch. All rights reserved."
    assert document(f"Menu\nHome\n{TITLE}\nBy Ada Finch\nMarch 9, 2021\n{EN}\n{foot}")["author"] == "Ada Finch"


@pytest.mark.parametrize(
    ("byline", "author"),
    [("By Ada van Reed Marl Weekly", "Ada van Reed"), ("By Ada Finch and Marl Weekly", "Ada Finch and Marl Weekly")],
)
def test_a_site_that_looks_like_a_name_is_cut_behind_a_whole_one(document, byline: str, author: str) -> None:
    foot = "Privacy policy\nAbout Marl Weekly\nFollow Marl Weekly\n© 2021 Marl Weekly. All rights reserved."
    assert document(f"Menu\nHome\n{TITLE}\n{byline}\nMarch 9, 2021\n{EN}\n{foot}")["author"] == author


def test_a_chinese_site_is_cut_behind_a_name(document) -> None:
    top = "首页\n登录\n渡口复航：青石镇等来了第一班船\n作者：陈望江 禾川新闻网\n2021-03-09"
    assert document(f"{top}\n{ZH}\n版权所有 © 2021 禾川新闻网")["author"] == "陈望江"


@pytest.mark.parametrize(
    ("head", "author"),
    [
        (f"{TITLE}\nPeter Quill\nSenior Marketing Director\n9 March 2021", "Peter Quill"),
        (f"{TITLE}\nPeter Quill\nRivers & Community Expert\nUpdated March 9, 2021", "Peter Quill"),
        (f"{TITLE}\nPeter Quill\nManaging Director", None),
        (f"{TITLE}\nSpring Concert\nManaging Director\n9 March 2021", None),
        (f"{TITLE}\nPeter Quill\nLast Updated 4 months ago", "Peter Quill"),
        (f"Peter Quill/\nMarch 9, 2021/9:43 p.m. ET\nShare\n{TITLE}", "Peter Quill"),
        (f"Peter Quill\nShare\nMarch 9, 2021\n{TITLE}", None),
    ],
)
def test_the_role_and_the_day_beside_a_name_tell_the_author(document, head: str, author: str | None) -> None:
    assert document(f"Menu\nHome\nSign in\n{head}\n{EN}\n{FOOT}")["author"] == author


@pytest.mark.parametrize(("label", "author"), [("By", "Peter Quill"), ("Also in", None)])
def test_a_label_at_the_end_of_the_header_names_who_the_next_line_does(
    document, label: str, author: str | None
) -> None:
    deck = "The old boat is back at its landing place, with new planks and a bell."
    head = f"{TITLE}\n{deck}\nShare\nPhoto: River Museum\n9 March 2021\n{label}\nPeter Quill"
    assert document(f"Menu\nHome\nSign in\n{head}\n{EN}\n{FOOT}")["author"] == author


@pytest.mark.parametrize(
    ("below", "author"), [("Peter Quill, who steers it, is glad.", "Peter Quill"), ("All are.", None)]
)
def test_a_name_below_a_headline_that_is_printed_twice(document, below: str, author: str | None) -> None:
    assert document(f"Menu\nHome\n{TITLE}\n{TITLE}\nPeter Quill\n{EN}\n{below}\n{FOOT}")["author"] == author
