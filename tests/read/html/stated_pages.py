# ruff: noqa: E501 pages stand as they are
"""Pages that state title, source, date, author or address in several ways."""

from __future__ import annotations

from datetime import date

from tests.read.html.page import CHROME, FIRST, FOOT, PROSE, SECOND, THIRD, Case, json_ld, page

STATED: dict[str, Case] = {
    "json-ld": Case(
        page(
            f"{CHROME}<article><h1>New winch for the ferry</h1>{PROSE}</article>{FOOT}",
            "<title>New winch for the ferry - Bay Courier</title>"
            + json_ld(
                '{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "New winch for the ferry",'
                '"datePublished": "2024-03-05T07:30:00Z", "author": [{"@type": "Person", "name": "Ada Finch"},'
                '{"@type": "Person", "name": "Ben Roe"}], "publisher": {"@type": "Organization", "name": "Bay Courier"},'
                '"mainEntityOfPage": {"@id": "https://bay.example/winch"}}'
            ),
        ),
        "New winch for the ferry", "Bay Courier", date(2024, 3, 5), "Ada Finch, Ben Roe", "https://bay.example/winch",
        never=("News", "Most read", "©", "Tides"),
    ),
    "graph": Case(
        page(
            f"{CHROME}<main><h1>New winch for the ferry</h1>{PROSE}</main>",
            json_ld(
                '{"@graph": [{"@type": "WebSite", "name": "Bay Courier"}, {"@type": "Person", "@id": "#ada", "name":'
                '"Ada Finch"}, {"@type": ["BlogPosting"], "headline": "New winch for the ferry", "author": {"@id":'
                '"#ada"}, "datePublished": "2024-03-05", "url": "https://bay.example/2"}]}'
            ),
        ),
        "New winch for the ferry", "Bay Courier", date(2024, 3, 5), "Ada Finch", "https://bay.example/2",
    ),
    "broken-json": Case(
        page(
            f"<article><h1>New winch for the ferry</h1>{PROSE}</article>",
            json_ld('{"@type": "NewsArticle", "headline": "Another one", }')
            + '<meta property="og:site_name" content="Bay Courier"><link rel="canonical" href="https://bay.example/3">',
        ),
        "New winch for the ferry", "Bay Courier", url="https://bay.example/3",
    ),
    "two-articles": Case(
        page(
            f"<article><h1>New winch for the ferry</h1>{PROSE}</article>",
            json_ld(
                '[{"@type": "NewsArticle", "headline": "Tides of May", "datePublished": "2020-01-01"},'
                '{"@type": "NewsArticle", "headline": "New winch for the ferry", "datePublished": "2024-03-05"}]'
            ),
        ),
        "New winch for the ferry", date=date(2024, 3, 5),
    ),
    "a-shell-with-its-text-in-json-ld": Case(
        page(
            '<div id="root"></div>',
            json_ld(
                f'{{"@type": "Article", "headline": "New winch for the ferry", "articleBody": "{FIRST}\\n{SECOND}\\n'
                f'{THIRD}", "publisher": "Bay Courier"}}'
            ),
        ),
        "New winch for the ferry", "Bay Courier", remark="JSON-LD",
    ),
    "metas": Case(
        page(
            f"{CHROME}<div class='story'><h1>New winch for the ferry</h1>{PROSE}</div>{FOOT}",
            '<title>New winch for the ferry | Bay Courier</title><meta property="og:title" content="New winch for the '
            'ferry | Bay Courier"><meta property="og:site_name" content="Bay Courier"><meta name="author" content="By Ada '
            'Finch"><meta property="article:published_time" content="2024-03-05T07:30:00+02:00"><meta property="og:url" '
            'content="https://bay.example/4">',
        ),
        "New winch for the ferry", "Bay Courier", date(2024, 3, 5), "Ada Finch", "https://bay.example/4",
        never=("Most read", "Tides"),
    ),
    "a-date-that-is-none": Case(
        page(
            f"<main><h1>New winch for the ferry</h1>{PROSE}</main>",
            '<meta property="article:published_time" content="0000-00-00"><meta name="pubdate" content="5 March 2024">',
        ),
        "New winch for the ferry", date=date(2024, 3, 5),
    ),
    "dublin-core": Case(
        page(
            f"<h1>Library</h1><h2>New winch for the ferry</h2>{PROSE}",
            '<meta name="DC.title" content="New winch for the ferry"><meta name="DC.publisher" content="Bay Archive"><meta'
            ' name="DC.date.issued" content="2024-03-05"><meta name="DC.creator" content="Ada Finch">',
        ),
        "New winch for the ferry", "Bay Archive", date(2024, 3, 5), "Ada Finch",
    ),
    "microdata": Case(
        page(
            f'<article itemscope itemtype="https://schema.org/Article"><h1 itemprop="headline">New winch for the ferry</h1>'
            '<p class="meta">by <span itemprop="author"><span itemprop="name">Ada Finch</span></span>, <time '
            f'itemprop="datePublished" datetime="2024-03-05">5 March</time></p>{PROSE}</article>'
        ),
        "New winch for the ferry", date=date(2024, 3, 5), author="Ada Finch",
    ),
    "one-time": Case(
        page(
            "<article><h1>New winch for the ferry</h1><time datetime='2024-03-05T07:00'>Tuesday</time>"
            f"{PROSE}</article><aside><time datetime='2019-01-01'>then</time></aside>"
        ),
        "New winch for the ferry", date=date(2024, 3, 5),
    ),
    "time-in-prose": Case(
        page(
            "<main><h1>Songs at the harbour</h1><p>The choir will sing on <time datetime='2031-04-14'>14 April</time> in "
            f"the boat house, and the doors open an hour before the first song.</p>{PROSE}</main>"
        ),
        "Songs at the harbour",
    ),
    "time-in-a-byline": Case(
        page(
            "<main><h1>Songs at the harbour</h1><p>Ada Finch, <time datetime='2024-03-05'>Tuesday</time></p>"
            f"{PROSE}</main>"
        ),
        "Songs at the harbour", date=date(2024, 3, 5),
    ),
    "two-times": Case(
        page(
            "<main><h1>What happened at the harbour</h1><ul><li><time datetime='2024-03-05'>this spring</time> a new "
            "winch</li><li><time datetime='2021-01-01'>three years before</time> a broken one</li></ul>"
            f"{PROSE}</main>"
        ),
        "What happened at the harbour",
    ),
}  # fmt: skip
