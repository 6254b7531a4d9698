"""Whole pages: what belongs to the article stays, everything else goes, and each block says why."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.parser.pages import CHINESE, CHINESE_BODY, ENGLISH, ENGLISH_BODY


def test_a_chinese_page(document) -> None:
    found = document(CHINESE)
    assert found["body"] == "\n".join(CHINESE_BODY)
    assert found["title"] == "渡口复航：青石镇等来了停航十二年后的第一班船"
    assert found["date"] == date(2021, 3, 9)
    assert found["published_at"] == datetime.fromisoformat("2021-03-09T07:05")
    assert (found["source"], found["source_original"], found["author"]) == ("青石报", "清江晚报", "周小渡")
    assert not found["boilerplate"]


def test_an_english_page(document) -> None:
    found = document(ENGLISH)
    assert found["body"] == "\n".join(ENGLISH_BODY)
    assert found["title"] == "Wooden ferry on the Marl river sails again after twelve years"
    assert found["published_at"] == datetime.fromisoformat("2021-03-09T19:05")
    assert (found["source"], found["author"]) == ("Marl Valley Courier", "Peter Quill")


def test_half_width_punctuation_changes_nothing(document) -> None:
    folded = CHINESE.translate({ord(c): ord(c) - 0xFEE0 for c in "，：；！？（）"})
    wide, narrow = document(CHINESE), document(folded)
    assert narrow["body"] == wide["body"].translate({ord(c): ord(c) - 0xFEE0 for c in "，：；！？（）"})
    assert all(narrow[k] == wide[k] for k in ("source", "source_original", "author", "date"))


@pytest.mark.parametrize(
    ("line", "kind", "reason"),
    [
        ("打开青石报APP", "app_banner", "app banner: 打开青石报app"),
        ("微信扫码关注青石报公众号", "qr_prompt", "QR prompt: 微信扫码关注"),
        ("分享到：", "share_prompt", "share prompt: 分享到"),
        ("版权所有，未经允许不得转载", "rights_notice", "rights notice: 版权所有"),
        ("相关阅读", "related_heading", "heading of other articles: 相关阅读"),
        ("今年春茶价格上涨，茶农说收成不错...", "related_item", "truncated line below a heading of other articles"),
        ("京ICP备00000000号", "footer_links", "registration or legal notice: icp备"),
        ("登录", "navigation", "navigation: 登录"),
    ],
)
def test_furniture_says_what_it_is_and_why(blocks, line: str, kind: str, reason: str) -> None:
    found = next(b for b in blocks(CHINESE) if b["text"] == line)
    assert found["boilerplate"]
    assert found["score"] >= 0.5
    assert found["kind"] == kind
    if kind != "app_banner":
        assert found["reason"] == reason


def test_what_is_the_articles_own(blocks) -> None:
    found = {b["text"]: b for b in blocks(CHINESE)}
    assert found["渡口复航：青石镇等来了停航十二年后的第一班船"]["kind"] == "title"
    assert found["2021-03-09 07:05"]["kind"] == "date"
    assert found["图片来源：视觉资料"]["kind"] == "image_credit"
    assert found["重新学会慢"]["kind"] == "heading"
    assert found[CHINESE_BODY[0]]["kind"] == "paragraph"
    assert not any(found[line]["boilerplate"] for line in CHINESE_BODY)


MENU = "Home\nNews\nSport\nSign in\nSearch\nContact us\nPrivacy policy\nTerms of use\n© 2021 Marl Valley Courier"
MENU_ZH = "首页\n新闻\n体育\n登录\n注册\n联系我们\n版权所有 青石报社"


@pytest.mark.parametrize("text", [MENU, MENU_ZH, "扫码关注公众号", "", "\n \n", "Subscribe to our newsletter"])
def test_no_article(document, text: str) -> None:
    found = document(text)
    assert found["boilerplate"]
    assert found["body"] == ""


@pytest.mark.parametrize(
    "text",
    [
        "这家店的面条很筋道，下次还来。",
        "房间干净，早餐一般，离地铁站有点远",
        "她下载了那个app，又删掉了。",
        "这家店没有营业执照，被罚了两千元。",
        "他用微信扫码付了车钱。",
        "Ukraine wants to become a member of NATO.",
        "Mit Nachdruck forderte sie mehr Geld.",
        "Great value, terrible coffee",
        "他扫码付了钱，转身就走了。",
        "She shared the story with her sister and went home.",
        "昨夜的雨下了整整一夜。\n早上醒来，院子里全是落叶。",
        "Der Zug hatte Verspätung.\nWir haben trotzdem gelacht.",
        "第一章 山路\n他背着包走进了雾里。\n雾里有人在唱歌。",
        "Roses\nare red\nand nobody\nmows the lawn",
    ],
)
def test_plain_texts_are_kept(document, text: str) -> None:
    found = document(text)
    assert not found["boilerplate"]
    kept = found["body"] if found["title"] is None else f"{found['title']}\n{found['body']}"
    assert kept == text


def test_a_broken_sentence_is_one_block_and_stays_as_it_stands(document, blocks) -> None:
    text = "雨停了\n，大家从屋檐下走出来\n。孩子们跑在最前面\n，鞋上全是泥。"
    assert [b["text"] for b in blocks(text)] == [text]
    assert document(text)["body"] == text


def test_a_machine_summary_is_told_and_left_out(document, kinds) -> None:
    text = CHINESE.replace(
        CHINESE_BODY[0],
        "文章摘要\n本文讲述了渡口复航的经过，并介绍了今后的安排。\n• 渡船每天往返六趟，票价两元。\n" + CHINESE_BODY[0],
    )
    assert document(text)["body"] == "\n".join(CHINESE_BODY)
    assert kinds(text).count("ai_summary") == 3


def test_advertising_planted_between_paragraphs(document, kinds) -> None:
    text = "\n\n".join((*CHINESE_BODY[:2], "飞鱼播放器安卓版下载", *CHINESE_BODY[3:]))
    assert "飞鱼" not in document(text)["body"]
    assert "injected_ad" in kinds(text)


@pytest.mark.parametrize("heading", ["重新学会慢", "票价两元的官网", "夜航从明年春天开始"])
def test_a_heading_is_no_advertising(document, heading: str) -> None:
    text = "\n\n".join((*CHINESE_BODY[:2], heading, *CHINESE_BODY[3:]))
    assert heading in document(text)["body"].splitlines()
