"""Clauses about rights at the end of contracts and statutes, and notices of pages, which are numbered too."""

from __future__ import annotations

import pytest

from audit.parser import parse
from tests.parser.pages import table

CLAUSES = (
    "本协议由用户与河畔网络科技有限公司共同订立，双方应当遵守以下条款。",
    "用户应当妥善保管账号和密码，因保管不善造成的损失由用户自行承担。",
    "本协议自用户注册之日起生效，解释适用中华人民共和国法律。",
    "本软件版权所有，未经许可不得复制。",
)
NUMBERS = {
    "一、": ("一、", "二、", "三、", "四、"),
    "（一）": ("（一）", "（二）", "（三）", "（四）"),
    "第一条": ("第十一条 ", "第十二条 ", "第十三条 ", "第十四条 "),
    "1.": ("1. ", "2. ", "3. ", "4. "),
}
NEWS = (
    "新桥昨日通车",
    "河上新桥昨日正式通车，附近村民纷纷前来观看，孩子们在岸边放起了风筝。",
    "据介绍，新桥全长三百二十米，历时两年建成，方便了两岸居民的出行。",
    "市交通局负责人表示，下一步还将修建连接新桥的步行道和自行车道。",
)


def _kept(*lines: str) -> list[str]:
    (body,) = parse(table("\n".join(lines))).documents["body"].to_pylist()
    return (body or "").splitlines()


@pytest.mark.parametrize("numbers", NUMBERS.values(), ids=NUMBERS)
def test_the_last_of_numbered_clauses_stays(numbers: tuple[str, ...]) -> None:
    clauses = [number + clause for number, clause in zip(numbers, CLAUSES, strict=True)]
    assert _kept("软件许可协议", *clauses)[-4:] == clauses


def test_a_clause_between_others_stays() -> None:
    clauses = [f"{number}{CLAUSES[at]}" for number, at in zip(NUMBERS["一、"], (0, 1, 3, 2), strict=True)]
    assert _kept("软件许可协议", *clauses)[-4:] == clauses


@pytest.mark.parametrize(
    "notice",
    [
        ("一、凡注明“来源：河畔网”的作品，版权所有，未经授权不得转载。", "二、本网转载的作品，不代表本网观点。"),
        ("本网站版权所有，未经许可不得转载。",),
        ("1、版权所有，未经许可不得复制。",),
    ],
)
def test_a_notice_below_news_goes(notice: tuple[str, ...]) -> None:
    assert _kept(*NEWS, *notice) == list(NEWS[1:])


def test_a_notice_without_a_number_below_clauses_goes() -> None:
    clauses = [number + clause for number, clause in zip(NUMBERS["一、"][:3], CLAUSES, strict=False)]
    assert _kept("软件许可协议", *clauses, CLAUSES[3])[-3:] == clauses
