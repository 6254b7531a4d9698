"""Which pages say by their markup alone what their article is."""

from __future__ import annotations

import pytest

from audit.read.html.marked_article import marked_article
from audit.read.html.page import parsed, shown_lines
from tests.read.html.page import CHROME, FIRST, FOOT, PROSE, SECOND, THIRD, page

BODY = f"{PROSE}<h2>What is next</h2><ul><li>a new bell</li></ul><p>And then?</p><p>{FIRST}</p>"
TOLD = [FIRST, SECOND, THIRD, "What is next", "a new bell", "And then?", FIRST]


def found(body: str) -> list[str]:
    return marked_article(shown_lines(parsed(page(body)))).splitlines()


@pytest.mark.parametrize(
    "body",
    [
        f"{CHROME}<article><h1>New winch</h1><time>5 March 2024</time>{BODY}</article>{FOOT}",
        f"{CHROME}<h1>New winch</h1><main>{BODY}<aside>Most read</aside></main>{FOOT}",
        f"<main><article><h1>New winch</h1>{BODY}</article><p>© Bay Courier</p></main>",
    ],
    ids=["article", "main part", "article in the main part"],
)
def test_the_one_article_of_a_page_is_its_text(body: str) -> None:
    assert found(body) == TOLD


@pytest.mark.parametrize(
    "body",
    [
        f"{CHROME}<div>{BODY}</div>{FOOT}",
        f"<article>{BODY}</article><article>{BODY}</article>",
        f"<article>{BODY}<article><p>{SECOND}</p></article></article>",
        f"<article>{BODY}</article><div><p>{SECOND}</p></div>",
        f"<article>{PROSE}<div>Ada Finch</div>{PROSE}</article>",
        f"<article>{PROSE}<figure><figcaption>The bay.</figcaption></figure>{PROSE}</article>",
        f"<article>{PROSE}<p><a href='/tides'>Tides of May, and why they are high.</a></p>{PROSE}</article>",
        f"<article>{BODY}<div>Print this page</div></article>",
        f"<article><p>{THIRD}</p></article>",
    ],
    ids=["none", "two", "a comment", "prose beside", "a name", "a caption", "a link", "a button", "little"],
)
def test_where_there_is_doubt_an_extractor_is_asked(body: str) -> None:
    assert found(body) == []
