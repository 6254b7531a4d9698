# ruff: noqa: E501 pages stand as they are
"""Pages whose article is hard to cut out: lists, code, tables, comments, menus."""

from __future__ import annotations

from datetime import date

from tests.read.html.page import CHROME, FIRST, HAN, HAN_SECOND, PROSE, SECOND, THIRD, Case, json_ld, page

ARTICLES: dict[str, Case] = {
    "lists-lost": Case(
        page(
            f"<div><h1>What to bring aboard</h1><p>{FIRST}</p><ul><li><span class='t' tabindex='0'>A dry pair of socks "
            "for the way back.</span></li><li><span class='t'>Bread for the crew.</span></li></ul><ol><li>Ring the bell."
            f"</li><li>Wait for the boat.</li></ol><p>{SECOND}</p></div>"
        ),
        "What to bring aboard",
        body=(FIRST, "A dry pair of socks for the way back.", "Bread for the crew.", "Ring the bell.", SECOND),
    ),
    "a-list-at-the-end": Case(
        page(
            f"{CHROME}<article><h1>Fish soup of the crew</h1><p>{FIRST}</p><p>{SECOND}</p><h2>What is needed</h2><ul>"
            "<li>two onions</li><li>a pound of cod</li><li>cream</li></ul></article><ul class='related'><li><a href='/z'>"
            "Bread of the crew</a></li></ul>"
        ),
        "Fish soup of the crew",
        body=(FIRST, SECOND, "What is needed", "two onions", "a pound of cod", "cream"),
        never=("Bread of the crew",),
    ),
    "code": Case(
        page(
            f"<main><h1>Tide tables by machine</h1><p>{FIRST}</p><pre><code>for tide in tides:\n    print(tide)\n\nprint"
            f"(&quot;done&quot;)</code></pre><p>{SECOND}</p></main>"
        ),
        "Tide tables by machine",
        body=(FIRST, "for tide in tides:", "print(tide)", 'print("done")', SECOND),
    ),
    "table": Case(
        page(
            f"<main><h1>Tides of May</h1><p>{FIRST}</p><table><tr><th>Day</th><th>High</th></tr><tr><td>1 May</td><td>"
            f"4.10 m</td></tr><tr><td>2 May</td><td>4.30 m</td></tr></table><p>{SECOND}</p></main>"
        ),
        "Tides of May",
        body=(FIRST, "4.10 m", "2 May", SECOND),
    ),
    "quotation": Case(
        page(
            f"<article><h1>What the smith said</h1><p>{FIRST}</p><blockquote><p>Nobody throws iron away.</p><footer>The "
            f"smith</footer></blockquote><p>{SECOND}</p></article>"
        ),
        "What the smith said",
        body=(FIRST, "Nobody throws iron away.", SECOND),
    ),
    "comments-and-hidden": Case(
        page(
            f"<article><h1>New winch for the ferry</h1>{PROSE}<!-- not for print --><p style='display:none'>Buy ropes "
            "here, the best ropes of the whole coast, cheaper than anywhere else.</p><p hidden>secret text of the editor "
            "that nobody sees on the page at all.</p></article><section id='comments'><h2>2 comments</h2><div class="
            "'comment'><p>I was there on that very day, and it was far colder than this article makes you believe it was."
            "</p></div><div class='comment'><p>The smith is my uncle and he says thank you to all who came.</p></div>"
            "</section>"
        ),
        "New winch for the ferry",
        never=("ropes", "secret", "far colder", "my uncle", "not for print"),
    ),
    "a-thread-is-its-comments": Case(
        page(
            "<h1>Who knows the old winch?</h1>"
            + "".join(f"<div class='comment'><p>{text}</p></div>" for text in (FIRST, SECOND, THIRD))
        ),
        "Who knows the old winch?",
    ),
    "han": Case(
        page(
            f"<div class='nav'><a href='/'>首页</a></div><div class='content'><h1>旧水磨重新转动</h1><p>2024-03-05 09:00　"
            f"来源：山城晚报</p><p>{HAN}</p><p>{HAN_SECOND}</p></div><div class='footer'>版权所有</div>",
            "<title>旧水磨重新转动_山城新闻网</title>",
            "zh",
        ),
        "旧水磨重新转动", "山城晚报", date(2024, 3, 5),
        body=(HAN, HAN_SECOND), never=("首页", "版权所有"),
    ),
    "short-in-han-above-comments": Case(
        page(
            f"<article><h1>旧水磨重新转动</h1><p>{HAN}</p><p>{HAN_SECOND}</p></article><div id='comments' class='comment-list'>"
            "<ul><li><span>磨坊客</span><p>我小时候就住在水磨旁边。</p></li><li><span>阿秋</span><p>什么时候可以进去看？</p></li></ul></div>",
            lang="zh",
        ),
        "旧水磨重新转动",
        body=(HAN, HAN_SECOND),
        never=("小时候", "进去看"),
    ),
    "a-short-question-in-han": Case(
        page(
            "<h1>旧水磨还能修吗？</h1><p>河边那座旧水磨坏了，谁会修？</p><div id='comments' class='comment-list'>"
            f"<p>{HAN}</p><p>{HAN_SECOND}</p></div>",
            lang="zh",
        ),
        "旧水磨还能修吗？",
        body=(HAN, HAN_SECOND),
    ),
    "header-left-out": Case(
        page(
            "<div class='PageHeadline'><h1>New winch for the ferry</h1></div><div class='ArticleText'><div class="
            f"'FeatureByline'><p>By <b>Ada Finch</b><br>March 5, 2024</p></div>{PROSE}</div>"
        ),
        "New winch for the ferry", date=date(2024, 3, 5), author="Ada Finch",
    ),
    "a-headline-that-is-the-site": Case(
        page(
            f"<div class='menu-bar'><h1 class='menu-title'>Bay Handbook</h1></div><main><h2>How to ring the bell<a href='#h'>#</a></h2>{PROSE}</main>",
            "<title>How to ring the bell - Bay Handbook</title>",
        ),
        "How to ring the bell",
    ),
    "a-numbered-list": Case(
        page(
            f"<div><h1>Fish soup</h1><h2>Ingredients</h2><ul><li>2 onions</li><li>cream</li></ul><h2>Method</h2><ol><li>{SECOND}"
            f"</li><li>Add the cream, and let it simmer for ten minutes without ever boiling.</li></ol><p>{FIRST}</p></div>",
            "<title>Fish soup | Crew kitchen</title>"
            + json_ld('{"@type": "Recipe", "name": "Fish soup", "author": {"name": "Ben Roe"}, "datePublished": "2023-11-02"}'),
        ),
        "Fish soup", date=date(2023, 11, 2), author="Ben Roe",
        body=("Ingredients", "- 2 onions", "- cream", f"1. {SECOND}", "2. Add the cream", FIRST),
    ),
    "a-menu-longer-than-its-page": Case(
        page(
            "<nav><ul>" + "".join(f"<li><a href='/{n}'>Landing stage {n}</a></li>" for n in range(1, 30)) + "</ul></nav>"
            "<main><p>Closed until Sunday.</p></main>"
        ),
        body=("Closed until Sunday.",), never=("Landing stage",),
    ),
    "items-behind-their-metas": Case(
        page(
            f"<div><h1>What to bring aboard</h1><p>{FIRST}</p><ul><li><span class='t' tabindex='0'><meta itemprop='amount' "
            f"content='2'>Two dry socks.</span></li><li><span class='t'>Bread.</span></li></ul><p>{SECOND}</p></div>"
        ),
        "What to bring aboard", body=(FIRST, "Two dry socks.", "Bread.", SECOND),
    ),
    "a-list-below-most-read": Case(
        page(
            f"<div><h1>New winch for the ferry</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><b>Most read</b><ul><li>Tides "
            "of May are higher than ever</li><li>Bread prices fall</li></ul></div>"
        ),
        "New winch for the ferry", never=("Tides", "Bread"),
    ),
    "no-markup-of-blocks": Case(
        page(f"<h1>New winch for the ferry</h1>{FIRST}<br><br>{SECOND}<br><br>{THIRD}"),
        "New winch for the ferry",
    ),
    "a-sidebar-in-the-name-of-the-page": Case(
        page(
            f"<div class='has-sidebar'><div class='content-with-sidebar'><h1>New winch for the ferry</h1>{PROSE}<ul><li>"
            "Boats land again.</li></ul></div></div>"
        ),
        "New winch for the ferry",
        body=(FIRST, SECOND, THIRD, "Boats land again."),
    ),
}  # fmt: skip
