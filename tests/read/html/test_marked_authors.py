"""Authors named by a page's markup: by `rel`, microdata or class, in every language; several classes name nobody."""

from __future__ import annotations

import pytest

from audit.read.html.page import read_page

TEXT = "".join(f"<p>{'渡船又开了，乘客很多。' * 6}</p>" for _ in range(3))
NAMES = ("林一帆", "김민수", "高橋 真一", "Ada Finch", "Jörg O’Neil-Groß")
BYLINES = {
    "rel": "<p class=byline><span rel=author>{}</span> <time datetime=2023-05-06>2023-05-06</time></p>",
    "rel-among-others": "<address>by <a href=/w rel='author external'>{}</a></address>",
    "class": "<p class=info><span class=author>{}</span> <span class=date>2023-05-06</span></p>",
    "class-twice": "<p><b class='name author-name'>{0}</b></p>",
}


def _author(body: str) -> str | None:
    return read_page(f"<html><body><main><h1>渡口恢复通航</h1>{body}</main></body></html>")[1].stated.author


@pytest.mark.parametrize("byline", BYLINES.values(), ids=BYLINES)
def test_the_marked_name_is_the_author_in_every_script(byline: str) -> None:
    assert [_author(byline.format(name) + TEXT) for name in NAMES] == [*NAMES]


@pytest.mark.parametrize("marked", ["作者：林一帆", "记者 林一帆", "林一帆 记者", "林一帆　记者"])
def test_the_word_for_an_author_is_no_part_of_the_name(marked: str) -> None:
    assert _author(f"<div><em class=author>{marked}</em></div>{TEXT}") == "林一帆"
    assert _author(f"<div><em class=reporter>김민수 기자</em></div>{TEXT}") == "김민수"


SILENT = {
    "of two posts": "<b class=author>Ada Finch</b>{}<b class=author>Ben Roe</b>",
    "of a reader": "{}<div class=comments><b class=author>Ada Finch</b><p>Well said.</p></div>",
    "of a book": "{}<aside><i class=author>Ada Finch</i></aside>",
    "a life": "{}<p class=author>Ada Finch has written about ferries since 1998. She lives in Saltmere.</p>",
    "a count": "<span class=author>12 posts</span>{}",
    "a class like it": "<span class=authorship-of-tools>Ada Finch</span>{}",
}


@pytest.mark.parametrize("around", SILENT.values(), ids=SILENT)
def test_classes_that_name_several_or_no_person_name_nobody(around: str) -> None:
    assert _author(around.format(TEXT)) is None


FOOT = (
    "<footer>By <a class='p-author h-card' href=/a>Ada Finch</a> on "
    "<time class=dt-published datetime=2024-03-05>x</time>"
)


def _entry(body: str) -> tuple[str | None, str | None]:
    found = read_page(f"<html><body>{body}</body></html>")[1].stated
    return found.author, found.published and found.published.date().isoformat()


def test_an_entry_names_its_author_and_day_also_in_its_foot() -> None:
    assert _entry(f"<article class=h-entry><h1>Dawn</h1>{TEXT}{FOOT}</footer></article>") == ("Ada Finch", "2024-03-05")


@pytest.mark.parametrize(
    "body",
    [
        f"<article><h1>Dawn</h1>{TEXT}{FOOT}</footer></article>",
        f"<article class=h-entry><h1>Dawn</h1>{TEXT}<footer><div class=h-cite>{FOOT}</div></footer></article>",
        f"<article><h1>Dawn</h1>{TEXT}</article><aside><div class=h-entry>{FOOT}</footer></div></aside>",
    ],
)
def test_the_foot_of_a_page_a_comment_or_another_entry_names_nobody(body: str) -> None:
    assert _entry(body) == (None, None)
