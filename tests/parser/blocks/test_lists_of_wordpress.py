"""The lists that WordPress prints below an article, in its languages: their headings are none of the article's."""

from __future__ import annotations

import pytest

from tests.parser.pages import ENGLISH_BODY, framed

TITLE = "Wooden ferry sails again on the Marl"
OTHERS = "The mill on the upper river closes\nA new bridge for Tarn\nWhat the harbour costs the town"


@pytest.mark.parametrize(
    "heading",
    [
        "Ähnliche Beiträge", "Neueste Kommentare", "Articles récents", "Entradas recientes", "Posts recentes",
        "Articoli recenti", "Gerelateerde berichten", "Свежие записи", "Недавні записи", "最近の投稿", "최근 글",
        "Recent Comments", "Najnowsze wpisy", "Senaste inläggen", "Seneste indlæg", "Siste innlegg", "Son Yazılar",
        "Nejnovější příspěvky", "Bài viết mới", "Legutóbbi bejegyzések", "أحدث المقالات", "Πρόσφατα άρθρα", "近期评论",
    ],
)  # fmt: skip
def test_a_heading_of_other_posts_ends_the_article(parsed, heading: str) -> None:
    body = "\n".join(ENGLISH_BODY)
    found = parsed(framed(body, heading, OTHERS))
    assert found.documents["body"][0].as_py() == body
    kinds = dict(zip(found.blocks["text"].to_pylist(), found.blocks["kind"].to_pylist(), strict=True))
    assert kinds[heading] == "related_heading"


def test_such_words_in_an_article_stay(parsed) -> None:
    """A heading that says more, and a sentence that begins so."""
    said = "Ähnliche Beiträge leisten die Vereine seit Jahren für ihre Ufer und Brücken im ganzen Land."
    page = "\n".join((TITLE, *ENGLISH_BODY[:3], "Letzte Beiträge zur Fähre von 1912", said, *ENGLISH_BODY[3:]))
    body = parsed(page).documents["body"][0].as_py()
    assert "Letzte Beiträge zur Fähre von 1912" in body
    assert said in body
