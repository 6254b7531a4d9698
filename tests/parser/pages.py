"""Pages written for these tests, one in Chinese, one in English, with the furniture around them that real ones have."""

from __future__ import annotations

import pyarrow as pa

from audit.tables import TEXTS

CHINESE_BODY = (
    "上周六清晨，青石镇的老渡口迎来了停航十二年后的第一班船。船工林满仓早早擦亮了船头的铜铃，等着乘客上来。",
    "渡口的复航并不容易。镇里用了三年时间清淤，又请来县里的工程师重新测量水位，前后换了四份图纸才定下方案。",
    "重新学会慢",
    "“快有快的好处，慢也有慢的好处。”林满仓说，他父亲撑了四十年船，从来没有催过任何一位客人。",
    "按照计划，渡船每天往返六趟，票价两元，老人和学生免费。镇政府表示，明年春天还会增加夜航。",
)
CHINESE = "\n\n".join((
    "首页",
    "登录",
    "打开青石报APP",
    "渡口复航：青石镇等来了停航十二年后的第一班船",
    "2021-03-09 07:05",
    "来源：清江晚报　作者：周小渡",
    "图片来源：视觉资料",
    *CHINESE_BODY,
    "微信扫码关注青石报公众号",
    "分享到：",
    "版权所有，未经允许不得转载",
    "相关阅读",
    "县城新开三家书店，周末人气很旺...",
    "今年春茶价格上涨，茶农说收成不错...",
    "本月起公交车改走新线路，这些站点有变化...",
    "京ICP备00000000号",
))  # fmt: skip
ENGLISH_BODY = (
    "The last wooden ferry on the Marl river went back into service on Saturday, twelve years after it was tied up.",
    "Volunteers spent three winters on the hull. They replaced forty planks, the rudder and, in the end, the bell.",
    "A slower crossing",
    "“Nobody is in a hurry on a river,” said Ada Finch, who steers the boat on weekends and teaches physics otherwise.",
    "The ferry will cross six times a day until the end of October. Pupils and pensioners travel free of charge.",
)
ENGLISH = "\n".join((
    "Skip to main content",
    "Home",
    "Sign in",
    "Wooden ferry on the Marl river sails again after twelve years",
    "By Peter Quill",
    "Published March 9, 2021 7:05 pm",
    *ENGLISH_BODY[:2],
    "Advertisement",
    *ENGLISH_BODY[2:],
    "Share this article",
    "Sign up for our newsletter",
    "Related stories",
    "Bridge toll goes up",
    "New mayor, old promises",
    "Where to swim this summer",
    "Privacy policy",
    "© 2021 Marl Valley Courier. All rights reserved.",
))  # fmt: skip


def framed(*lines: str) -> str:
    """Return a page with a menu and a footer around a headline, its day and some lines."""
    head = ("Home", "News", "Sign in", "Wooden ferry sails again on the Marl", "March 9, 2021")
    return "\n".join((*head, *lines, "Privacy policy"))


def table(*texts: str) -> pa.Table:
    rows = [
        {"id": f"{n}.txt", "text": text, "encoding": "utf-8", "sha256": f"{n:064x}"} for n, text in enumerate(texts)
    ]
    return pa.Table.from_pylist(rows, schema=TEXTS.arrow)
