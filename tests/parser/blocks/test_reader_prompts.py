"""Sentences that ask the readers of a page leave it; those that tell of the same acts stay."""

from __future__ import annotations

import pytest

from tests.parser.pages import CHINESE, CHINESE_BODY, ENGLISH, ENGLISH_BODY

ASKING = (
    "Share this article with your neighbours.",
    "Please log in to leave a comment.",
    "This story is only for members.",
    "Found a mistake? Write to the desk.",
    "Teilen Sie diesen Beitrag mit Ihren Nachbarn.",
    "Um einen Kommentar zu schreiben, melden Sie sich an.",
    "Diesen Beitrag können nur Mitglieder lesen.",
    "Rejoignez notre chaîne sur Telegram.",
    "La suite est réservée aux abonnés.",
    "Sigue nuestro canal de WhatsApp.",
    "Compartilhe esta matéria com os vizinhos.",
    "Devi essere registrato per lasciare un commento.",
    "Deel dit bericht met je buren.",
    "Kommentarerna är stängda.",
    "Udostępnij ten tekst sąsiadom.",
    "Чтобы оставить комментарий, нужно войти.",
    "Увійдіть, щоб залишити коментар.",
    "יש להתחבר כדי להגיב.",
    "برای ارسال دیدگاه وارد شوید.",
    "टिप्पणी करने के लिए लॉग इन करें।",
    "মন্তব্য করতে লগ ইন করুন।",
    "เข้าสู่ระบบเพื่อแสดงความคิดเห็น",
    "Bültenimize abone olun.",
    "Bagikan berita ini kepada tetangga.",
    "Theo dõi kênh của chúng tôi.",
    "هذا المحتوى متاح للمشتركين فقط.",
    "記事が気に入ったらシェアしてください。",
    "댓글을 쓰려면 로그인해 주세요.",
    "登录后才能发表评论。",
    "發現錯字請告訴編輯部。",
)
TELLING = (
    "Read this page of the ledger aloud, the judge says.",
    "Members share the app with their neighbours and pay nothing.",
    "The clerks sign in to reply to every letter.",
    "The upper pool is only for members.",
    "Our channel is the only one the ferries use.",
    "Folgen Sie dem Fluss bis zur alten Brücke.",
    "Lisez cet article de loi deux fois, conseille le notaire.",
    "Sigue el río hasta el puente viejo.",
    "Este texto é lido pelos membros da irmandade.",
    "Questo articolo è di lana e si vende a peso.",
    "Leden krijgen dit brood alleen op zaterdag.",
    "Följ vår guide genom vassen till kvarnen.",
    "Nasz kanał zimą zamarza.",
    "Войдите в дом с северной стороны.",
    "Увійти до млина можна лише з боку греблі.",
    "टिप्पणी पढ़कर दादी देर तक हँसती रहीं।",
    "Bu haberi köye çoban getirir.",
    "Ikuti pemandu kami melewati rawa, lalu belok ke kiri.",
    "شارك الجيران في بناء الجدار على مراحل، ثم عادوا إلى بيوتهم قبل الليل.",
    "チャンネルを変えるのはいつも父だ。",
    "채널을 바꾸는 것은 늘 아버지다.",
    "发现错字的学生，先生奖一支笔。",
)


def _page(sentence: str) -> str:
    page, story = (CHINESE, CHINESE_BODY) if sentence[-1] == "。" else (ENGLISH, ENGLISH_BODY)
    return page.replace(story[2], f"{sentence}\n{story[2]}")


@pytest.mark.parametrize("sentence", ASKING)
def test_what_asks_the_reader_leaves_the_page(document, sentence: str) -> None:
    assert sentence not in document(_page(sentence))["body"].split("\n")


@pytest.mark.parametrize("sentence", TELLING)
def test_what_tells_of_it_stays(document, sentence: str) -> None:
    assert sentence in document(_page(sentence))["body"].split("\n")


def test_a_text_without_furniture_keeps_what_it_asks(document) -> None:
    sentences = [ENGLISH_BODY[0], *ASKING[:1], *ASKING[4:5], *ENGLISH_BODY[1:]]
    assert document("\n".join(sentences))["body"].split("\n") == sentences
