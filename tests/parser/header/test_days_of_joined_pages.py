"""A page joined in one line is dated where a label stands next to the day in its head, and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest

ZH = "村里的水渠上周修好了，三百亩地赶在插秧前浇上了水。老支书说，往年这个时候要排队等水。"
ZH_FOOT = " 责任编辑：李四 分享到：微信 微博 版权所有 青禾日报"
EN = (
    "The canal was mended last week, and the fields got water before the planting. "
    "In other years the farmers had to wait in line, the mayor said."
)
EN_FOOT = " Share this © 2021 Vale Post. All rights reserved."
HEAD = "首页 新闻 财经 > 正文 水渠修好了"


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD} 2021-04-02 09:00 来源：青禾日报 作者：张三 {ZH}",
        f"{HEAD}？ 2021年4月2日 09:00 作者：张三 {ZH}",
        f"{HEAD} 2021/04/02 09:00:12 | 来源：青禾日报 {ZH}",
        f"{HEAD} 来源：青禾日报 2021-04-02 {ZH}",
        f"{HEAD} 发布时间：2021-04-02 浏览次数：17 {ZH}",
        f"今天是 2024年5月1日 星期三 {HEAD} 发布日期：2021-04-02 更新时间：2021-05-06 {ZH}",
        f"水渠修好了\n2021-04-02 来源：青禾日报 {ZH}",
        f"Home News Sport The canal is open again By Ann Finch April 2, 2021 {EN}",
        f"Home News Sport Published: 2 April 2021 Source: Vale Post {EN}",
    ],
)  # fmt: skip
def test_a_label_in_the_head_dates_a_joined_page(document, text: str) -> None:
    assert document(text + (ZH_FOOT if ZH in text else EN_FOOT))["date"] == date(2021, 4, 2)


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD} 2021-04-02 09:00 {ZH}",
        f"{HEAD} 活动时间：2021-04-02 09:00 地点：祠堂 {ZH}",
        f"{HEAD} 上传截止：2021-04-02 {ZH}",
        f"Home Events Concert By Candle Light April 2, 2021 at the mill. {EN}",
        f"{HEAD} 更新时间：2021-04-02 {ZH}",
        f"{HEAD} {ZH}上一篇：稻田 2021-04-02 来源：青禾日报",
        f"{HEAD} 发布时间：2021-04-02 稻田 发布时间：2021-04-03 {ZH}",
        f"{HEAD} 水渠于2021年4月2日修好，据来源：{ZH}",
        f"Home News Sport The canal was dug by Ann Finch April 2, 2021 and then forgotten. {EN}",
        f"Home News Sport The canal is open again. {EN} Posted: April 2, 2021",
    ],
)  # fmt: skip
def test_other_days_of_a_joined_page_are_not_its_own(document, text: str) -> None:
    assert document(text + (ZH_FOOT if ZH in text else EN_FOOT))["date"] is None
