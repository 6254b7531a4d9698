"""A page that announces articles is none, whatever line of it is half believed; a short article is one."""

from __future__ import annotations

import pytest

HEADLINES = (
    "The slow return of the river otter",
    "How to grow beans on a north wall",
    "A bell maker looks back at sixty years",
    "What the ferry captain saw at dawn",
    "Ten ways to mend a wooden gate",
)
MENU = "Home\nNews\nSport\nWeather\nTravel\nFood\nLog in\nSearch\n"
FOOTER = "\nMore\nAbout Us\nContact\nTerms of Use\nPrivacy policy\nCopyright 2025. All rights reserved."
CHINESE = (
    "首页\n新闻\n财经\n登录\n要闻\n老水渠为何一直开着？\n2025-08-07\n水獭慢慢回来了\n2025-07-24\n北墙种豆记\n2025-07-10\n"
    "铸钟人回望六十年\n2025-07-01\n木门十修\n2025-06-20\n更多\n上一篇\n下一篇\n关于我们\n联系我们\n版权所有 青禾日报"
)


def index(first: str, *, dated: bool) -> str:
    below = "".join(f"Rivers\n{line}\n" + f"{n} July 2025\n" * dated for n, line in enumerate(HEADLINES, 10))
    return f"{MENU}Rivers\n{first}\n{'7 August 2025' if dated else ''}\nExplore More\n{below}{FOOTER}"


@pytest.mark.parametrize(
    "page",
    [
        index("Beans are said to like the shade. But do they really?", dated=True),
        index("Beans are said to like the shade. A gardener tried it on a wall.", dated=True),
        index("A gardener tried beans in the shade and found that they like it there.", dated=False),
        index("Why the valley keeps its oldest canal open", dated=True),
        CHINESE,
    ],
    ids=["a teaser that asks", "a teaser that tells", "without days", "headlines", "Chinese"],
)
def test_a_list_of_articles_is_none(document, page: str) -> None:
    made = document(page)
    assert (made["boilerplate"], made["title"], made["date"], made["source"]) == (True, None, None, None)


AGES = ("{} hours ago", "vor {} Stunden", "il y a {} heures", "{}小时前", "{} часов назад")


def by_age(age: str, below: str = "Ann Miller") -> str:
    listed = "\n".join(f"{line}\n{age.format(n)}\n{below}" for n, line in enumerate(HEADLINES * 2, 5))
    return f"{MENU}Local news\n{listed}\nLoad more{FOOTER}"


@pytest.mark.parametrize("age", AGES)
def test_a_list_of_articles_by_age_is_none(document, age: str) -> None:
    made = document(by_age(age))
    assert (made["boilerplate"], made["title"], made["date"], made["author"]) == (True, None, None, None)


def test_posts_by_age_are_a_thread(document) -> None:
    body = document(by_age("{} hours ago", "Reply"))["body"]
    assert all(line in body for line in HEADLINES)


DAYS = "\n".join(f"{n} May 2021\n{line}. It is." for n, line in enumerate(HEADLINES, 2))
NEWS = "The canal was opened again this morning, the mayor said."


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        (f"{MENU}Canal reopens\n9 March 2021\n{NEWS}{FOOTER}", NEWS),
        (f"{MENU}Canal reopens\n{NEWS}{FOOTER}", NEWS),
        (f"{MENU}A chronicle\n" + "\n".join(f"{1901 + n}\n{h}" for n, h in enumerate(HEADLINES)) + FOOTER, "otter"),
        (f"{MENU}Minutes\n{DAYS}{FOOTER}", "It is."),
    ],
    ids=["a short article", "a short article without its day", "a chronicle", "days and sentences"],
)
def test_what_is_short_or_dated_and_no_list(document, page: str, kept: str) -> None:
    assert kept in document(page)["body"]


# The article speaks of what the heading says, so that the heading looks like one of its own.
TALE = (
    "老船工今天清晨把渡船推下水，岸上站满了来送他的人，谁也没有说话，只听见水声一阵一阵地拍着石阶，像是有人在门外轻轻地叩门。",
    "他说：“这条河养了我一辈子，我不走。”",
    "他在渡口的告示栏上也贴出了相关内容，但这是今年汛期以来他贴出的唯一一张告示。",
    "镇上的人记得，去年汛期桥被冲断以后，是他一个人撑着竹篙，把三百多个学生一趟一趟地送到对岸，没有收过一分钱，也没有误过一节课。",
    "新桥明年秋天才能修好，在那之前，渡船仍是两岸之间唯一的路，而老船工已经七十四岁了。",
)
CLOSING = "如何能保证渡口的安全不被遗忘？这件事跟技术无关，真相很有可能很快变成现实。"
ARTICLE = "\n".join(("渡船下水", "2025-08-07", *TALE * 12, CLOSING))
TEASERS = "\n".join(
    f"{name}... {TALE[2]}"
    for name in ("渡船下水记录", "新桥动工在即", "老人讲述往事", "学生过河日记", "汛期水位公告", "镇上新闻一束")
)


@pytest.mark.parametrize("headings", ["相关内容\n热门资讯", "相关阅读\n相关内容\n热门资讯"], ids=["two", "three"])
def test_a_heading_above_another_list_s_heading_goes(blocks, headings: str) -> None:
    found = {b["text"]: b["boilerplate"] for b in blocks(f"{ARTICLE}\n{headings}\n{TEASERS}\n")}
    assert [line for line in headings.split("\n") if not found[line]] == []


def test_a_heading_of_that_name_among_the_article_s_own_text_stays(blocks) -> None:
    found = {
        b["text"]: b["boilerplate"]
        for b in blocks(f"{ARTICLE}\n相关内容\n" + "\n".join(TALE[3:]) + f"\n热门资讯\n{TEASERS}")
    }
    assert (found["相关内容"], found["热门资讯"]) == (False, True)


WORKS = (
    "Hester Lang, Quill and Her Rivers, Kell University Press, 1994.",
    "Tom Ashby, “Chalk Lines: Property in the Late Novels”, Orme Review 12 (2003), pp. 44-61.",
)
NOVELS = (
    "Marta Quill wrote seven novels about the ferry, and there is no agreement among readers about where to begin.",
    "Most begin with the one in which a lighthouse keeper's daughter learns to read from forecasts for ships.",
    "Her only comedy is set in a theatre where nobody has ever seen the lead, and it was written in nine days.",
)


def test_works_cited_below_an_article(document) -> None:
    text = "\n".join((*NOVELS, "Further reading", *WORKS))
    assert document(f"{MENU}The novels of Marta Quill\nBy Ben Stroud\n9 May 2024\n{text}{FOOTER}")["body"] == text


def test_dated_teasers_are_no_works_cited(document) -> None:
    teasers = "\n".join(f"{line}\nJuly {n}, 2025" for n, line in enumerate(HEADLINES, 10))
    text = "\n".join((*NOVELS, "Further reading", teasers))
    page = f"{MENU}The novels of Marta Quill\nBy Ben Stroud\n9 May 2024\n{text}{FOOTER}"
    assert document(page)["body"] == "\n".join(NOVELS)
