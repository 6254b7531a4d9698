"""What a form for comments says below an article, in the languages of blog systems: nothing of the article."""

from __future__ import annotations

import pytest

from tests.parser.pages import ENGLISH_BODY, framed


@pytest.mark.parametrize(
    "said",
    [
        "Deine E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert",
        "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
        "Ваш адрес email не будет опубликован. Обязательные поля помечены *",
        "メールアドレスが公開されることはありません。 ※ が付いている欄は必須項目です",
        "이메일 주소는 공개되지 않습니다. 필수 필드는 *로 표시됩니다",
        "Meinen Namen, meine E-Mail-Adresse und Website in diesem Browser für die nächste Kommentierung speichern.",
        "Guarda mi nombre, correo electrónico y web en este navegador para la próxima vez que comente.",
        "Zapamiętaj moje dane w tej przeglądarce podczas pisania kolejnych komentarzy.",
        "在此浏览器中保存我的显示名称、邮箱地址和网站地址，以便下次评论时使用。",
        "Benachrichtige mich über neue Beiträge via E-Mail.",
        "Prévenez-moi de tous les nouveaux articles par e-mail.",
        "有新文章时通过电子邮件通知我。",
        "Um einen Kommentar zu hinterlassen, musst du angemeldet sein.",
        "Musisz się zalogować, aby móc dodać komentarz.",
        "Hozzászólás küldéséhez be kell jelentkezni.",
        "Для отправки комментария вам необходимо авторизоваться.",
        "Hozzászólások lehetősége itt nem engedélyezett.",
        "Felhívjuk a figyelmedet, hogy a hozzászólásokat jóvá kell hagyni a közzétételük előtt.",
    ],
)
def test_what_a_form_says_is_none_of_the_article(parsed, said: str) -> None:
    body = "\n".join(ENGLISH_BODY)
    assert parsed(framed(body, said)).documents["body"][0].as_py() == body


@pytest.mark.parametrize(
    "said",
    [
        "Unter dem Formular steht, die E-Mail-Adresse wird nicht veröffentlicht, und kaum jemand glaubt es dem Verein.",
        "Die Kommentare sind geschlossen, sagte die Redaktion am Montag, weil zu viele die Regeln nicht kannten.",
        "Les commentaires sont fermés depuis lundi, a dit la rédaction, parce que trop de lecteurs se disputaient.",
        "С понедельника комментарии закрыты, сообщила редакция, потому что слишком многие не соблюдали правила.",
        "从周一起，这家网站的评论已关闭，编辑部说，因为太多读者不遵守规则，讨论变成了争吵。",
        "Pazartesiden beri yorumlar kapalı, dedi yazı işleri, çünkü çok fazla okur kurallara uymuyordu.",
        "Możliwość komentowania jest wyłączona od poniedziałku, powiedziała redakcja, bo zbyt wielu łamało zasady.",
    ],
)
@pytest.mark.parametrize("last", [False, True])
def test_who_tells_of_such_a_form_keeps_it(parsed, said: str, last: bool) -> None:
    lines = (*ENGLISH_BODY, said) if last else (*ENGLISH_BODY[:3], said, *ENGLISH_BODY[3:])
    assert said in parsed(framed(*lines)).documents["body"][0].as_py()
