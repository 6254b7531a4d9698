"""The account that posted a page of WeChat: by its card, or alone above the day where the page asks to follow it."""

from __future__ import annotations

import pytest

from tests.parser.pages import CHINESE_BODY

ZH = "\n".join(CHINESE_BODY)
TITLE = "渡口复航：青石镇等来了停航十二年后的第一班船"
ASKS = "微信扫一扫\n关注该公众号\n知道了"


@pytest.mark.parametrize(
    ("head", "source", "author"),
    [
        ("掌上青石\n掌上青石\n微信号 zhangshangQS\n功能介绍 与您一起关注青石。\n发表于\n收录于合集", "掌上青石", None),
        ("掌上青石\n微信号：zhangshangQS\n功能介绍：与您一起关注青石\n2021-03-09 07:05 发表于江苏", "掌上青石", None),
        ("周小渡 掌上青石\n2021-03-09 07:05", "掌上青石", "周小渡"),
        ("掌上青石\n2021年03月09日 07:05", "掌上青石", None),
    ],
)
def test_the_account_of_a_post(document, head: str, source: str, author: str | None) -> None:
    found = document(f"{TITLE}\n{head}\n{ZH}\n{ASKS}")
    assert (found["source"], found["author"]) == (source, author)


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("林满仓\n微信号 linmancang88\n船况良好，价格面议", ""),
        ("联系人：林满仓\n微信号 linmancang88", ASKS),
        ("掌上青石\n2021年03月09日 07:05", "扫码关注我们"),
        ("功能介绍 与您一起关注青石。\n2021年03月09日 07:05", ASKS),
    ],
)
def test_what_only_looks_like_an_account(document, head: str, foot: str) -> None:
    assert document(f"{TITLE}\n{head}\n{ZH}\n{foot}")["source"] is None


@pytest.mark.parametrize("sent", ["2021-3-9 09:12 来自 微博网页版", "3月9日 09:12 来自 iPhone客户端"])
def test_who_sent_a_post_from_a_device_is_no_headline(document, sent: str) -> None:
    assert (
        document(f"青石气象\n{sent}\n今天白天我市大部晴热，请大家减少户外活动，注意防暑降温。\n转发 28 评论 14 赞 103")[
            "title"
        ]
        is None
    )


@pytest.mark.parametrize(
    "line", ["2021-03-09 09:12 来自：清江晚报", "3月9日 09:12 来自上游的第一班船靠了岸，船上坐满了人。"]
)
def test_a_headline_above_a_day_and_where_something_comes_from(document, line: str) -> None:
    assert document(f"{TITLE}\n{line}\n{ZH}")["title"] == TITLE


@pytest.mark.parametrize("day", ["2021年3月9日", "2021年3月9日 "])
def test_a_headline_that_begins_with_its_day_names_no_account(document, day: str) -> None:
    for words in ("青石镇渡口复航例行记者会", "镇政府主持渡口复航座谈会"):
        assert document(f"{day}{words}\n2021-03-09 18:32\n{ZH}")["source"] is None


@pytest.mark.parametrize(
    "line", ["2021年3月9日 青石镇融媒中心", "2021年3月9日清江晚报", "2021-03-09 18:32青石镇融媒中心"]
)
def test_an_account_behind_the_day_is_named(document, line: str) -> None:
    assert document(f"{TITLE}\n{line}\n{ZH}")["source"] in ("青石镇融媒中心", "清江晚报")
