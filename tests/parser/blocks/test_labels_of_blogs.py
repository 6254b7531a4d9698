"""Labels that blogs and content systems print below an article, in their languages: none of the article's."""

from __future__ import annotations

import pytest

from tests.parser.pages import ENGLISH_BODY

TITLE = "Wooden ferry sails again on the Marl"
OTHER = "The mill on the upper river closes"


@pytest.mark.parametrize(
    "labels",
    [
        f"Vorheriger Beitrag\n{OTHER}\nNächster Beitrag\nA new bridge for Tarn",
        f"Poprzedni wpis\n{OTHER}\nNastępny wpis\nA new bridge for Tarn",
        "← Entradas anteriores\nEntradas siguientes →\nNavegación de entradas",
        "Mein Profil vollständig anzeigen\nBlog-Archiv\nDieses Blog durchsuchen",
        "詳細プロフィールを表示\nブログ アーカイブ\nこのブログを検索",
        "Diesen Post per E-Mail versenden\nBlogThis!\nAuf Pinterest teilen\nKeine Kommentare:\nNeuerer Post",
        "Bunu paylaş:\nBunu beğen:\nBeğen Yükleniyor...",
        "Понравилось это:\nОтправить комментарий",
        "Zurück zum Blog\nHinterlasse einen Kommentar",
        "Hozzászólás küldése",
        "댓글 남기기",
        "Feed der Einträge\nKommentar-Feed\nWordPress.org",
        "Entries feed\nComments feed\nWordPress.org",
    ],
)
def test_labels_of_a_blog_end_the_article(parsed, labels: str) -> None:
    body = "\n".join(ENGLISH_BODY)
    page = f"{TITLE}\nMarch 9, 2021\n{body}\n{labels}"
    framed = f"Home\nNews\n{page}\nPrivacy policy"
    assert parsed(framed).documents["body"][0].as_py() == body


@pytest.mark.parametrize(
    "said",
    [
        "다음 글을 읽고 물음에 답하시오.",
        "Geef een antwoord op de volgende vraag.",
        "Skriv ett svar på frågan nedan.",
        "Scrivi un commento al testo che hai letto.",
        "Önceki yazımda vapuru anlatmıştım.",
        "Следующая запись сделана другой рукой.",
        "Article suivant la loi de 1901, dit-il.",
        "Kommentare zu „Faust“ füllen ganze Regale in der Bibliothek.",
        "Entradas anteriores del diario dicen otra cosa.",
        "コメントを書くのは難しいと彼は言った。",
    ],
)
def test_a_sentence_that_begins_like_a_label_stays(parsed, said: str) -> None:
    page = "\n".join((TITLE, "", *ENGLISH_BODY[:2], said, *ENGLISH_BODY[3:]))
    assert said in parsed(page).documents["body"][0].as_py()
    framed = "\n".join(("Home", "News", TITLE, "March 9, 2021", *ENGLISH_BODY[:2], said, *ENGLISH_BODY[3:], "Privacy"))
    assert said in parsed(framed).documents["body"][0].as_py()


@pytest.mark.parametrize("heading", ["Followers", "Labels", "Über mich", "Breadcrumb", "Main navigation", "フォロワー"])
def test_a_heading_of_a_text_about_blogs_stays(parsed, heading: str) -> None:
    page = "\n".join(("How our blog is built", "", *ENGLISH_BODY[:2], heading, *ENGLISH_BODY[3:]))
    assert heading in parsed(page).documents["body"][0].as_py().split("\n")
