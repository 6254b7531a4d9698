"""A name is the site's where the page says so, or its words do; an author alone behind a bar stays an author."""

from __future__ import annotations

from itertools import product

import pytest

from audit.read.html.page import read_page
from tests.read.html.page import PROSE, json_ld, page

TITLE = "New winch for the ferry"
WRITERS = ("Ada Finch", "Ben van Roe", "阿达", "saltmarsh", "Ирина Волкова")
SITES = ("Bay Courier", "Marl Gazette", "清江日报", "青石论坛", "Вечерние вести")
MARKS = (" | ", " - ", " — ", "_", " » ", " · ")


def _author(title: str, author: str, head: str = "", body: str = "") -> str | None:
    whole = page(
        f"<main><h1>{TITLE}</h1>{PROSE}</main>{body}",
        f'<title>{title}</title><meta name="author" content="{author}"><link rel="canonical" '
        f'href="https://www.saltmere-post.example/1">{head}',
    )
    return read_page(whole)[1].stated.author


@pytest.mark.parametrize("mark", MARKS)
def test_an_author_behind_a_bar_stays(mark: str) -> None:
    assert [_author(f"{TITLE}{mark}{writer}", writer) for writer in WRITERS] == [*WRITERS]
    assert [_author(f"{TITLE}{mark}{writer}{mark}Bay Courier", writer) for writer in WRITERS] == [*WRITERS]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="og:site_name" content="{}">', ""),
        ('<meta name="application-name" content="{}">', ""),
        (json_ld('{{"@type": "WebSite", "name": "{}"}}'), ""),
        ("", '<header><a href="/">{}</a></header>'),
        ("", '<a rel="home" href="/en"><img alt="{}" src="a.png"></a>'),
        ("", '<a href="https://www.saltmere-post.example/">{}</a>'),
        ("", "<footer><p>© {}</p></footer>"),
        ("", "<div>Copyright © 2019–2024 {}. All rights reserved.</div>"),
    ],
)
def test_what_the_page_says_is_its_site_is_no_author(head: str, body: str) -> None:
    assert [_author(TITLE, name, head.format(name), body.format(name)) for name in WRITERS] == [None] * len(WRITERS)
    # Another site's name says nothing of the author.
    others = [_author(TITLE, name, head.format("Tarn Weekly"), body.format("Tarn Weekly")) for name in WRITERS]
    assert others == [*WRITERS]


def test_names_that_only_sites_have_are_no_authors() -> None:
    assert [_author(TITLE, name) for name in (*SITES, "Saltmere Post")] == [None] * (len(SITES) + 1)


def test_the_photographer_of_a_page_is_its_author_all_the_same() -> None:
    captions = [f"<figcaption>{sign} {name}</figcaption>" for sign, name in product(("©", "Photo ©"), WRITERS[:2])]
    assert [_author(TITLE, name, body=caption) for caption, name in zip(captions, WRITERS[:2] * 2, strict=True)] == [
        *WRITERS[:2] * 2
    ]


def _source(title: str, body: str) -> str | None:
    return read_page(page(f"{body}<main><h1>{TITLE}</h1>{PROSE}</main>", f"<title>{title}</title>"))[1].stated.source


SHOWN = (
    "<header>{}</header>", '<header><a href="/">{}</a></header>',
    '<div><a href="/"><img alt="{}" src="a.png"></a></div>', "<footer>© 2024 {}. All rights reserved.</footer>",
)  # fmt: skip


@pytest.mark.parametrize("shown", SHOWN)
def test_what_window_and_page_agree_on_is_the_source(shown: str) -> None:
    for name, mark in product(("The Valve", "Saltmarsh", "青石", "Вечерка"), MARKS):
        assert _source(f"{TITLE}{mark}{name}", shown.format(name)) == name
        assert _source(f"{TITLE}{mark}Sport{mark}{name}", shown.format(name)) == name


@pytest.mark.parametrize("shown", SHOWN)
def test_one_alone_is_no_source(shown: str) -> None:
    titles = (TITLE, f"{TITLE} | Sport", f"{TITLE}: The Valve goes home", "All our pumps | The Valve", "The Valve")
    assert [_source(title, shown.format("The Valve")) for title in titles] == [None] * len(titles)
    assert [_source(f"{TITLE} | {word}", shown.format(word)) for word in ("Home", "首页", "Blog")] == [None] * 3


def test_the_head_of_an_article_is_none_of_the_page() -> None:
    written = f"<article><header>Ada Finch</header><h1>{TITLE}</h1>{PROSE}</article>"
    assert read_page(page(written, f"<title>{TITLE} | Ada Finch</title>"))[1].stated.source is None
