"""Title, day, publisher, author: stated, or null."""

from __future__ import annotations

from datetime import date

import pytest

from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY

ZH, EN = "\n".join(CHINESE_BODY), "\n".join(ENGLISH_BODY)
TITLE = "青石镇渡口复航，第一班船坐满了人"
FERRY = "Wooden ferry sails again on the Marl"
COOKIES = "We and our partners keep small files on your device, and you may change your mind at any time.\n" * 3
MENU = "\n".join(f"Section {number}" for number in range(40))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{TITLE}\n{ZH}", TITLE),
        (f"青石新闻\n{TITLE}\n2021年3月9日\n{ZH}", TITLE),
        (f"首页 > 新闻 > 正文\n{TITLE}\n{TITLE}\n{ZH}", TITLE),
        (f"Wooden ferry sails again on the Marl\nBy Peter Quill\n{EN}", "Wooden ferry sails again on the Marl"),
        (f"清江文摘\n当前位置：首页 > 热门\n一周简讯\n2021-03-09　来源：清江文摘\n{ZH}\n扫码关注公众号", "一周简讯"),
        (f"Found: one key\nMarl Courier, 9 March 2021\n{ENGLISH_BODY[0]}", "Found: one key"),
        (f"清江文摘\n{ZH}\n未经允许不得转载：清江文摘 » 清江文摘", "清江文摘"),
        (f"{COOKIES}\n{MENU}\n{FERRY}\nBy Peter Quill\n9 March 2021\n{EN}", FERRY),
        (f"Home » Rivers » {FERRY}\n{FERRY}\nBy Peter Quill\n{EN}", FERRY),
        (f"清江晚报\n{TITLE}\n清江晚报 2021-03-09 07:05\n{ZH}", TITLE),
        (f"清江晚报\n{TITLE}\n来源：清江晚报\n{ZH}", TITLE),
        (f"Rivers | Weather | Letters | Shop | Games\n{FERRY}\n9 March 2021\n{EN}", FERRY),
        (f"Home>Rivers>{FERRY}\n{FERRY}\nBy Peter Quill\n{EN}", FERRY),
        (f"{FERRY} - Marl Courier\nMenu\n{FERRY}\nBy Peter Quill\n{EN}", FERRY),
        (f"Marl BlogRivers{FERRY}\n{FERRY}\n9 March 2021\n{EN}", FERRY),
        (f"渡船租赁合同\n甲方：青石镇某公司\n乙方：某某，身份证登记日期：1985年7月8日\n{ZH}", "渡船租赁合同"),
        (f"{FERRY}\nMarl Courier, 9 March 2021\n{EN}", FERRY),
        (f"Menu\nRivers\nPumps\n9 March 2021\n{ENGLISH_BODY[0]}\nRelated stories\n{FERRY}\nPrivacy policy", "Pumps"),
        (f"{FERRY}: a diary\nBy Peter Quill\n{EN}", f"{FERRY}: a diary"),
        (EN, None),
        (ZH, None),
        (f"，渡口终于等来了它的第一班船。\n{ZH}", None),
        ("一行字", None),
    ],
    ids=[
        "first line",
        "above the date",
        "printed twice",
        "above the byline",
        "four characters",
        "above a date line",
        "quoted by a notice",
        "below prose that is no article",
        "below its bread crumb",
        "below its masthead, which stands again by the day",
        "below its masthead, which is named as the source",
        "below a menu in one line",
        "below its bread crumb without blanks",
        "below its window title",
        "below its bread crumb, run together",
        "above the parties to a contract",
        "above a paper and a day",
        "not of a related article",
        "with a colon of its own",
        "no headline in English",
        "no headline",
        "begins inside a sentence",
        "one line",
    ],
)
def test_title(document, text: str, title: str | None) -> None:
    assert document(text)["title"] == title


def test_the_title_is_not_in_the_body(document) -> None:
    assert TITLE not in document(f"{TITLE}\n\n{TITLE}\n\n{ZH}")["body"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{TITLE}\n2021-03-09 07:05\n{ZH}", date(2021, 3, 9)),
        (f"{TITLE}\n发布时间：2021年3月9日\n{ZH}", date(2021, 3, 9)),
        (f"2021年3月9日\n{TITLE}\n{ZH}", date(2021, 3, 9)),
        (f"{TITLE}\n更新于 2021-03-11 发布于 2021-03-09\n{ZH}", date(2021, 3, 9)),
        (f"{TITLE}\n{ZH}\n©2024 青石报社", None),
        (f"{TITLE}\n3月9日\n{ZH}", None),
        (f"{TITLE}\n{ZH}\n2019年5月1日，渡口曾经短暂开放过一天，来的人挤满了整条石板路。\n" + ZH[:60] + "。", None),
        (
            f"{TITLE}\n{ZH}\n相关阅读\n2025年7月9日 书店开张...\n2025年7月10日 春茶涨价...\n2025年7月11日 公交改线...",
            None,
        ),
        (f"{TITLE}\n2021-03-09\n{ZH}\n相关阅读\n2025年7月9日 县城新开三家书店...", date(2021, 3, 9)),
    ],
    ids=[
        "below the title",
        "with a label",
        "above the title",
        "not that of the update",
        "copyright",
        "no year",
        "in the prose",
        "of other articles",
        "not the later one",
    ],
)
def test_date(document, text: str, day: date | None) -> None:
    found = document(text)
    assert found["date"] == day
    assert (found["published_at"] is None) == ("07:05" not in text)


@pytest.mark.parametrize(
    ("line", "source", "original", "author"),
    [
        ("文 | 清江观察，作者 | 周小渡", "清江观察", None, "周小渡"),
        ("来源：清江晚报", "清江晚报", None, None),
        ("本文来自微信公众号：清江观察（ID：qjgc0001），作者：周小渡", "清江观察", None, "周小渡"),
        ("文/周小渡", None, None, "周小渡"),
        ("图片来源：视觉资料", None, None, None),
        ("数据来源：统计年鉴", None, None, None),
        ("来源：网络", None, None, None),
        ("来源很多，无法一一列出", None, None, None),
    ],
)
def test_origin_in_chinese(document, line: str, source: str | None, original: str | None, author: str | None) -> None:
    found = document(f"{TITLE}\n{line}\n{ZH}")
    assert (found["source"], found["source_original"], found["author"]) == (source, original, author)


def test_the_site_that_shows_and_the_origin_it_names(document) -> None:
    found = document(
        f"{TITLE}\n本文来自微信公众号：清江观察\n{ZH}\n本文为作者独立观点，不代表青石网立场，未经允许不得转载。"
    )
    assert (found["source"], found["source_original"]) == ("青石", "清江观察")


def test_a_site_that_forbids_copying_names_itself(document) -> None:
    assert document(f"{TITLE}\n{ZH}\n未经允许不得转载：慢生活 » {TITLE}")["source"] == "慢生活"


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        (f"{TITLE}_清江网_清江日报", TITLE),
        (f"{TITLE} - 清江网", TITLE),
        (f"{TITLE}_社会频道_清江在线", TITLE),
        (f"【清江网】{TITLE}", TITLE),
        ("【提醒】渡口今天停航一天", "【提醒】渡口今天停航一天"),
    ],
)
def test_a_window_title_loses_the_names_of_its_site(document, printed: str, title: str) -> None:
    assert document(f"{printed}\n{ZH}")["title"] == title


def test_the_day_below_a_vietnamese_headline(document) -> None:
    text = "Bến đò cũ mở cửa lại\nThứ ba, 9/3/2021, 08:15 (GMT+7)\n\nBến đò cũ mở cửa trở lại sau mười một tuần."
    assert str(document(text)["date"]) == "2021-03-09"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Peter Quill", "Peter Quill"),
        ("By Peter Quill | March 9, 2021", "Peter Quill"),
        ("By Peter Quill on March 9, 2021", "Peter Quill"),
        ("By the time it left, it was full", None),
        ("Standby for more", None),
    ],
)
def test_bylines(document, line: str, author: str | None) -> None:
    assert document(f"Wooden ferry sails again on the Marl\n{line}\n{EN}")["author"] == author
