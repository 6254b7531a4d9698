"""Lines of spam between the paragraphs of an article, and lines that only name what spam is about."""

from __future__ import annotations

import pytest

from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY


@pytest.mark.parametrize("place", [1, len(CHINESE_BODY)], ids=["between paragraphs", "at the end"])
@pytest.mark.parametrize("line", ["香港马会资料大全 开奖记录", "北京赛车pk10开奖直播", "手机棋牌游戏下载"])
def test_a_line_of_gambling_spam(blocks, line: str, place: int) -> None:
    text = "\n".join((*CHINESE_BODY[:place], line, *CHINESE_BODY[place:]))
    assert {b["kind"] for b in blocks(text) if b["text"] == line} == {"injected_ad"}


@pytest.mark.parametrize("line", ["slot gacor hari ini gampang menang", "best online casino no deposit bonus"])
def test_a_line_of_gambling_spam_in_other_languages(blocks, line: str) -> None:
    text = "\n".join((*ENGLISH_BODY, line))
    assert {b["kind"] for b in blocks(text) if b["text"] == line} == {"injected_ad"}


@pytest.mark.parametrize(
    "line",
    ["镇里的棋牌室周末不开", "彩票站搬到了桥头", "六合彩今晚搅珠", "警方关闭一家真人荷官网站，抓获四人。"],
    ids=["a room", "a shop", "a draw", "a sentence"],
)
def test_a_line_that_names_a_game(blocks, line: str) -> None:
    text = "\n".join((*CHINESE_BODY[:1], line, *CHINESE_BODY[1:]))
    assert "injected_ad" not in {b["kind"] for b in blocks(text)}
