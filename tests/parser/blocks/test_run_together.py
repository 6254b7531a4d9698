"""A page run together in one line is never dropped for a word in it; a line of furniture among few lines still is."""

from __future__ import annotations

import pytest

ZH = "村里的水渠上周修好了，三百亩地赶在插秧前浇上了水。老支书说，往年这个时候要排队等水。"
ZH_TOO = "县里派来两名技术员，教大家怎样用新的闸门。村民把旧水车搬进了祠堂，留给孩子们看。"
EN = (
    "The canal was mended last week, and the fields got water before the planting. "
    "In other years the farmers had to wait in line, the mayor said."
)
EN_TOO = "Two engineers came to show how the new gates work. The old wheel went to the chapel, for children to see."
HEAD = "首页 新闻 财经 > 正文 水渠修好了 2021-04-02 09:00 来源：青禾日报 作者：张三 "
FOOT = " 责任编辑：李四 分享到：微信 微博 版权所有 青禾日报"


@pytest.mark.parametrize(
    "text",
    [
        HEAD + ZH + FOOT,
        HEAD + ZH + ZH_TOO * 8 + FOOT,
        HEAD + "水渠修好了。" + FOOT,
        "水渠修好了。扫码关注我们 版权所有",
        f"扫码关注我们 责任编辑：李四 {ZH}{ZH_TOO} 版权所有",
        f"水渠修好了 文/王二 {ZH}阅读原文 点赞 在看 扫一扫下载APP",
        f"{ZH_TOO}\n{ZH}{FOOT}",
        f"{HEAD}{ZH}\n{ZH_TOO} 扫描二维码 关注我们 版权所有",
        f"Home News Sport By Ann Finch April 2, 2021 {EN} Share this © 2021 Vale Post. All rights reserved.",
        "The canal is open again. Share this Copyright 2021 Vale Post. All rights reserved.",
        f"By Ann Finch {EN} Photo: Ann Finch",
        f"By Ann Finch April 2, 2021 {EN} Sign up for our newsletter. Copyright 2021 Vale Post\n{EN_TOO}",
    ],
    ids=lambda text: f"{text[:6]} {len(text)}",
)
def test_what_is_run_together_stays(document, text: str) -> None:
    made = document(text)
    assert (made["body"], made["boilerplate"]) == (text, False)


@pytest.mark.parametrize(
    ("article", "line"),
    [
        (ZH, "版权所有 青禾日报"),
        (ZH, "版权所有 青禾日报。未经书面授权，任何人不得转载本站内容。违者将追究法律责任。"),
        (ZH, "本网凡注明来源的作品，版权均属于本网所有。未经授权不得转载。违者将追究法律责任。"),
        (EN, "Copyright 2021 Vale Post. All rights reserved. This material may not be published or rewritten."),
        (EN, "Follow us on Facebook. Sign up for our newsletter. All rights reserved."),
        (EN, "Ann Finch lives in the valley with two dogs and writes for a living. She is a reporter for Vale Post."),
        ("", "版权所有：青禾日报社。未经授权不得转载。"),
        ("", "One moment please. Verify you are human."),
        ("", "Page not found. The page you are looking for does not exist."),
    ],
)
def test_furniture_among_few_lines_goes(document, article: str, line: str) -> None:
    too = {ZH: ZH_TOO, EN: EN_TOO}.get(article)
    kept = f"{article}\n{too}" if too else ""
    assert document(f"{kept}\n{line}")["body"] == kept


def test_the_only_prose_of_a_text_stays(document) -> None:
    line = "村里的水渠上周修好了，三百亩地赶在插秧前浇上了水。（记者 李明 摄影报道）未经授权不得转载"
    assert line in document(f"水渠修好了\n{line}\n青禾日报")["body"]


@pytest.mark.parametrize(
    ("text", "source", "author"),
    [
        (HEAD + ZH + FOOT, "青禾日报", "张三"),
        (f"水渠修好了\n2021-04-02 来源：青禾日报 {ZH}{FOOT}", "青禾日报", None),
        (f"作者：张三{ZH}版权所有", None, None),
        (f"{ZH} 来源：青禾日报责任编辑：李四 版权所有", None, None),
        (f"Source: Vale Post {EN} All rights reserved.", None, None),
    ],
)
def test_a_name_is_read_where_it_surely_ends(document, text: str, source: str | None, author: str | None) -> None:
    made = document(text)
    assert (made["source"], made["author"]) == (source, author)
