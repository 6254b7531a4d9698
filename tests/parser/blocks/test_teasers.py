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
