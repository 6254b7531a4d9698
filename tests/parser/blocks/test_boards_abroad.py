"""What software of boards and newsletters says below what its users write, in its languages."""

from __future__ import annotations

import pytest

from tests.parser.pages import ENGLISH_BODY, framed

TITLE = "Wooden ferry sails again on the Marl"


@pytest.mark.parametrize(
    "said",
    [
        "Dieses Thema wurde automatisch 30 Tage nach der letzten Antwort geschlossen.",
        "Este tema se cerró automáticamente 30 días después de la última publicación. No se permiten respuestas.",
        "Эта тема была автоматически закрыта через 30 дней после последнего ответа. В ней больше нельзя отвечать.",
        "此话题已在最后回复的 30 天后被自动关闭。不再允许新回复。",
        "このトピックは最後の返信から30日が経過したので自動的にクローズされました。",
        "Wer ist online?\nMitglieder in diesem Forum: 0 Mitglieder und 1 Gast\nAlle Zeiten sind UTC+01:00",
        "Сейчас этот форум просматривают: нет зарегистрированных пользователей и 1 гость\nВы не можете начинать темы",
        "Werde Mitglied, um zu kommentieren",
    ],
)
def test_what_a_board_says_of_a_thread_is_none_of_its_text(parsed, said: str) -> None:
    body = "\n".join(ENGLISH_BODY)
    assert parsed(framed(body, said)).documents["body"][0].as_py() == body


@pytest.mark.parametrize(
    "said",
    [
        "Seit Montag sind in dem Forum keine neuen Antworten mehr erlaubt, sagte der Betreiber der Seite.",
        "En el foro no se permiten nuevas respuestas desde el lunes, dijo su dueño.",
        "Dreihundert Mitglieder und viele Gäste feierten am Samstag das Jubiläum.",
        "Nie możesz tworzyć nowych bytów, mawiał mój profesor od logiki.",
        "Вы не можете начинать с конца, сказал учитель и улыбнулся детям.",
        "这个话题已在会议上讨论过，不再允许新的意见。",
        "토론은 끝났고 더 이상 새 답글을 달 수 없습니다 하고 운영자가 말했다.",
    ],
)
def test_who_tells_of_a_board_keeps_it(parsed, said: str) -> None:
    page = "\n".join(("Home", "News", TITLE, "March 9, 2021", *ENGLISH_BODY[:2], said, *ENGLISH_BODY[3:], "Privacy"))
    assert said in parsed(page).documents["body"][0].as_py()
