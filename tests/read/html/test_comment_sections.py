"""Sections that begin with a heading of comments are readers', whatever their class; an article's own sections stay."""

from __future__ import annotations

import pytest

from audit.read.html.page import read_page

TEXT = "".join(f"<p>{'시립도서관 북관이 다시 문을 열었고 많은 사람들이 줄을 섰다. ' * 3}{n}</p>" for n in "가나다")
SAID = "<ul><li>바다 어제<p>이제야 고쳤네요. 여름마다 너무 더웠어요.</p></li></ul>"
HEADINGS = (
    *("댓글 2", "コメント（2件）", "留言（3）", "网友评论", "2 Kommentare"),
    *("Comments (12)", "全部评论 45条", "12 comments:"),
)


def _text(section: str) -> str:
    found, _ = read_page(f"<html><body><div id=page><h1>북관 다시 문 열다</h1>{TEXT}</div>{section}</body></html>")
    return found.text


@pytest.mark.parametrize(
    "section",
    [
        "<section class=reply_area><h3>{}</h3>{}</section>",
        "<div id=talk><div class=head><strong>{}</strong></div>{}</div>",
        "<details><summary>{}</summary>{}</details>",
    ],
)
def test_what_a_heading_calls_comments_is_no_text(section: str) -> None:
    for heading in HEADINGS:
        text = _text(section.format(heading, SAID))
        assert "더웠어요" not in text
        assert text.count("줄을 섰다") == TEXT.count("줄을 섰다")


@pytest.mark.parametrize("heading", ["Comments on the draft", "Discussion", "Kommentar", "Comment", "댓글 문화의 변화"])
def test_a_chapter_of_an_article_stays(heading: str) -> None:
    assert "더웠어요" in _text(f"<section class=part><h3>{heading}</h3>{SAID}</section>")


def test_a_page_of_comments_alone_stays() -> None:
    found, _ = read_page(f"<html><body><h1>Talk</h1><section><h2>Comments</h2>{TEXT}</section></body></html>")
    assert "줄을 섰다" in found.text
