"""Boilerplate is counted by its blocks, and prompts left in prose are found where prose prompts somebody."""

from __future__ import annotations

import pytest

from audit.measure.boilerplate import boilerplate
from audit.measure.measure import Measured
from tests.measure.block_rows import batch

PAGE = [
    ("!navigation", "首页"),
    ("title", "渡口复航"),
    ("!byline", "周小渡"),
    ("paragraph", "第一班船在清晨开出"),
    ("!image_credit", "图:周小渡"),
    ("!share_prompt", "分享到"),
    ("paragraph", "傍晚的船上坐满了人"),
    ("!related_heading", "相关阅读"),
    ("!related_item", "书店开张"),
    ("!related_list", "春茶涨价公交改线" * 50),
]


def measured(*documents: list[tuple[str, str]]) -> Measured:
    return boilerplate(batch(*documents))


def test_a_page() -> None:
    row = measured(PAGE).columns.to_pylist()[0]
    ink = sum(len(text) for _, text in PAGE)
    assert row.pop("boilerplate_share") == pytest.approx((ink - 4 - 9 - 9) / ink)
    assert row == {
        "no_article": False,
        "blocks": 10,
        "boilerplate_blocks": 7,
        "boilerplate_inside": 1,
        "related_items": 2,
        "related_cut_off": 0,
        "run_together": 1,
        "residual_prompts": 0,
        "prose_dropped": 0,
        "prose_left_out": 0,
    }


def test_places_are_the_blocks() -> None:
    places = measured(PAGE).places[0]
    assert [(p.fact, p.evidence[:4]) for p in places] == [
        ("boilerplate_inside", "分享到"),
        ("related_items", "书店开张"),
        ("related_items", "春茶涨价"),
        ("run_together", "春茶涨价"),
    ]
    assert [p.start for p in places] == sorted(p.start for p in places)


def test_rows_keep_their_order() -> None:
    found = measured([("paragraph", "雨停了")], [], [("!navigation", "首页")], [("paragraph", "天晴了")])
    assert found.columns["blocks"].to_pylist() == [1, 0, 1, 1]
    assert found.columns["boilerplate_share"].to_pylist() == [0, 0, 1, 0]
    assert found.columns["no_article"].to_pylist() == [False, True, True, False]


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        ("船开走了。欢迎关注我们的公众号，第一时间收到消息。", "欢迎关注"),
        ("The ferry left at noon. Sign up for our newsletter to read more.", "Sign up for our"),
        ("微信扫一扫可以看到船票", "微信扫一扫"),
    ],
)
def test_prompts_left_in_prose(text: str, prompt: str) -> None:
    found = measured([("paragraph", "雨停了"), ("paragraph", text)])
    assert found.columns["residual_prompts"].to_pylist() == [1]
    (place,) = found.places[0]
    assert ("雨停了\n" + text)[place.start : place.end] == place.evidence == prompt


@pytest.mark.parametrize(
    "text", ["她关注河水的颜色", "He subscribed to no opinion", "Please resign up for air", "两人分享了一把伞"]
)
def test_prose_that_prompts_nobody(text: str) -> None:
    assert measured([("paragraph", text)]).columns["residual_prompts"].to_pylist() == [0]


def test_a_prompt_in_its_own_flagged_block_is_not_left_over() -> None:
    assert measured([("paragraph", "雨停了"), ("!follow_prompt", "欢迎关注我们")]).columns[
        "residual_prompts"
    ].to_pylist() == [0]


def test_other_articles_that_break_off() -> None:
    cut = [("!related_item", "书店在旧粮仓开张，头一天就…"), ("!related_item", "The toll goes up, and..."), PAGE[-2]]
    assert measured([*PAGE[:-2], *cut]).columns["related_cut_off"].to_pylist() == [2]


def test_a_paragraph_that_trails_off_is_no_cut_off_item() -> None:
    assert measured([("paragraph", "他没有说下去…")]).columns["related_cut_off"].to_pylist() == [0]
