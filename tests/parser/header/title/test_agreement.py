"""A line that the page names again, as the end of its path or right below, is its headline, whoever posts below it."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from audit.parser.blocks.page import Pages
from audit.parser.header.title.agreement import is_said_twice
from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY

EN, ZH = "\n".join(ENGLISH_BODY), "\n".join(CHINESE_BODY)
FOOT = "Log in or register to reply\nPrivacy policy"
OFFERS = "\n".join(f"{ware} {how}" for ware in ("Roofs", "Tillers") for how in ("for sale", "by post", "to rent"))
ASKED = "Squeak of the tiller only upstream"


@pytest.mark.parametrize(
    ("top", "title"),
    [
        (f"FerryTalk › Repairs › {ASKED}\n{ASKED}\nPost reply\nOP | millpond\nPosted 2021-03-09 08:42", ASKED),
        (f"Menu\nFerryTalk\n{ASKED}\nThread starter millpond\nStart date Mar 9, 2021", ASKED),
        (f"Get started\n{OFFERS}\nHomeRiver LoreTillers{ASKED}\n{ASKED}\nContact us\n£30\n£40\n£50\nTillers", ASKED),
        (f"Get started\n{OFFERS}\nBlog/rivers/{ASKED}\n{ASKED}\non this page\nTillers\n{OFFERS}", ASKED),
        ("Home\nNews\nSport\nCulture\nBusiness\nSign in\nOn squeaks\nBy Dr. Ada Reed\nMarch 9, 2021", "On squeaks"),
        (f"Get started\n{OFFERS}\nNow with {ASKED}\n{ASKED}\nContact us\n£30\n£40\n£50\nTillers", None),
        (f"Menu\nMarl\nRivers\n{ASKED}\nThree summers long it was silent. Now it is back.\nBy Ada Finch", ASKED),
    ],
)
def test_a_headline_whose_words_the_text_does_not_use(document, top: str, title: str | None) -> None:
    assert document(f"{top}\n{EN}\n{FOOT}")["title"] == title


def test_a_headline_in_the_path_of_a_chinese_forum(document) -> None:
    title = "求助：舵柄逆水时总是响怎么办？"
    top = f"青石论坛\n注册 登录 首页 版块 搜索\n青石论坛 › 修船 › {title}\n{title}\n楼主 | 磨坊\n发表于 2021-3-9 08:42"
    assert document(f"{top}\n{ZH}\n回复 举报")["title"] == title


LEAD = (
    "As the ferry goes back to work on the river, its bells, its landings and the ferrymen who ring them are changing "
    "the way in which the valley lives. From the old mill to the new bridge, from the tar of the planks to the ropes "
    "of the bells, this year’s biggest bells promise to bring together the valley."
)
MENU = "Boats\n\nBells\n\nWho rows here?\n\nIt is us. We row.\n\nWhere\n\nThe mill. The bridge. The bell.\n\nDeutsch"


def test_a_likely_headline_stands_below_a_menu_of_sentences_that_was_kept(document) -> None:
    title, text = "Biggest river bells 2021", "\n\n".join((LEAD, *ENGLISH_BODY))
    assert document(f"{MENU}\n\n{title}\n\n{text}")["title"] == title
    assert document(f"{MENU}\n\nMarl and Tarn\n\n{text}")["title"] != "Marl and Tarn"


@pytest.mark.parametrize(("times", "is_said"), [(1, False), (2, True), (3, True), (4, False)])
def test_a_line_said_two_or_three_times_in_a_row_is_no_line_of_a_menu(times: int, is_said: bool) -> None:
    texts = ["news", *["ferry 101"] * times, "sport"]
    lines = pl.DataFrame({
        "document": np.zeros(len(texts), np.int64),
        "folded": texts,
        "chars": [len(text) for text in texts],
        "times": [texts.count(text) for text in texts],
        "twin": [texts.count(text) > 1 for text in texts],
    })  # fmt: skip
    found = is_said_twice(Pages(lines, np.array([0, len(texts)])), np.arange(len(texts)))
    assert found.tolist() == [text == "ferry 101" and is_said for text in texts]


@pytest.mark.parametrize("mark", [" - Rivers - ", " | ", " — ", " < Rivers < ", "_"])
@pytest.mark.parametrize("meta", ["By Ada Finch", "March 9, 2021"])
def test_a_window_title_right_above_its_headline_is_neither_title_nor_text(document, mark: str, meta: str) -> None:
    window = f"Squeaks of the tiller{mark}Oakfield"
    found = document(f"{window}\nSqueaks of the tiller\n{meta}\n{EN}")
    assert found["title"] == "Squeaks of the tiller"
    assert found["body"] == document(f"Squeaks of the tiller\n{meta}\n{EN}")["body"]


@pytest.mark.parametrize(
    "top",
    [
        "Squeaks - a tale of tillers\nSqueaks",
        "Squeaks – The Story of a Tiller\nSqueaks",
        "Squeaks - Oakfield\nTillers",
        "Squeaks\nSqueaks - Oakfield",
    ],
)
def test_a_line_that_says_more_than_the_one_below_stays(document, top: str) -> None:
    found = document(f"{top}\nBy Ada Finch\n{EN}")
    assert all(line in f"{found['title']}\n{found['body']}".split("\n") for line in top.split("\n"))
