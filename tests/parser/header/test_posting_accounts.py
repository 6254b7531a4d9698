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
