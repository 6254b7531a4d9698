"""The subject of a mail is its headline, without the label; a line that only looks like one is none."""

from __future__ import annotations

import pytest

from tests.parser.pages import ENGLISH_BODY

EN = "\n".join(ENGLISH_BODY)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("From: Ada Finch <ada@marl.example>\nTo: crew@marl.example\nSubject: Keys of the bell", "Keys of the bell"),
        ("Von: Ada Finch <ada@marl.example>\nBetreff: Schlüssel zur Glocke", "Schlüssel zur Glocke"),
        ("发件人: 周小渡 <zhou@marl.example>\n主题: 渡口的钥匙", "渡口的钥匙"),
        ("From: Ada Finch <ada@marl.example>\nTo: crew@marl.example", None),
        ("Subject: Keys of the bell", "Keys of the bell"),
        ("主旨：渡口的鑰匙", "渡口的鑰匙"),
        ("Тема: Ключи от колокола", "Ключи от колокола"),
        ("Subject: Mathematics\nGrade: 7\nTeacher: Finch", None),
        ("Subject: The patient was a ferryman of fifty.", None),
    ],
)
def test_the_subject_of_a_mail(document, head: str, title: str | None) -> None:
    assert document(f"{head}\nDear all,\n{EN}\nAda")["title"] == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "From: Finch, Ada\nSent: Monday, May 4, 2020 9:12 AM\nTo: Holm, Kit\nSubject: Keys of the bell",
            "Keys of the bell",
        ),
        ("Från: Finch, Ada\nSkickat: den 4 maj 2020 09:12\nTill: Holm, Kit\nÄmne: Klockans nyckel", "Klockans nyckel"),
        ("De: Ada Finch\nEnviado: lunes, 4 de mayo de 2020 9:12\nPara: Kit\nAsunto: La llave", "La llave"),
        ("差出人: 山田\n送信日時: 2020年5月4日 9:12\n宛先: 全員\n件名: 鐘の鍵について", "鐘の鍵について"),
        ("发件人：周小渡\n发送时间：2020年5月4日 9:12\n收件人：全体\n主题：渡口的钥匙", "渡口的钥匙"),
        # No time of day and no address: a form.
        ("Teacher: Finch\nSubject: Mathematics\nGrade: 7", None),
        # So is a time of every day.
        ("Meeting: Harbour board\nSubject: Fees for moorings\nTime: 18:30\nRoom: 4", None),
        # What an article says of itself, below its headline.
        ("The keys of the bell\nBy Ada Finch\nSubject: Music\nTime: 9:12\nPlace: Marl", None),
    ],
)
def test_the_head_of_a_printed_mail_is_known_in_any_language(document, head: str, title: str | None) -> None:
    assert document(f"{head}\n\nDear all,\n\n{EN}\n\nAda")["title"] == title


def test_the_head_of_a_mail_is_known_above_the_mail_that_it_answers(document) -> None:
    head = "Von: Finch, Ada\nGesendet: Montag, 4. Mai 2020 {}\nAn: Holm, Kit\nBetreff: {}"
    old = f"-----Ursprüngliche Nachricht-----\n{head.format('08:01', 'Schlüssel')}\n\nHallo Ada, wo ist er?"
    found = document(f"{head.format('09:12', 'AW: Schlüssel')}\n\nHallo Kit,\n\n{EN}\n\nAda\n\n{old}\n")
    assert found["title"] == "AW: Schlüssel"


HEAD = "De : Ada Finch\nEnvoyé : lundi 4 mai 2020 09:12\nÀ : Kit Holm\nObjet : La clef de la cloche"
ASKED = "Bonjour Kit, savez-vous où se trouve la clef de la cloche ? Nous voulons sonner demain matin."


def test_a_reply_has_the_subject_of_the_mail_below_but_not_its_day(document) -> None:
    found = document(f"Bonjour Ada,\n\n{EN}\n\nKit\n\n{HEAD}\n\n{ASKED}")
    assert (found["title"], found["date"]) == ("La clef de la cloche", None)
    assert EN in found["body"]
    assert ASKED in found["body"]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("-------- Message transféré --------\n", "La clef de la cloche"),
        # Who printed it.
        ("Kit Holm\n\n", "La clef de la cloche"),
        ("The bell of Marl\n\n", "The bell of Marl"),
    ],
)
def test_the_head_of_a_mail_below_a_line(document, above: str, title: str) -> None:
    assert document(f"{above}{HEAD}\n\n{ASKED}\n{EN}\n")["title"] == title


def test_a_form_within_a_text_is_no_head_of_a_mail(document) -> None:
    form = "Time: 9:12\nPlace: Marl\nTeacher: Ada\nSubject: Music"
    assert document(f"{EN}\n\n{form}\n\n{EN}")["title"] is None


def test_the_subject_that_web_mail_prints(document) -> None:
    mail = (
        "Gmail - Keys of the bell\n{}\nKeys of the bell\nAda Finch {}\nTo: Kit <kit@marl.example>\nHello Kit,\n\n" + EN
    )
    sent = "<ada@marl.example>\tMon, May 4, 2020 at 9:12 AM"
    assert document(mail.format("1 message", sent))["title"] == "Keys of the bell"
    assert document(mail.format("1 message", "of 12 Quay Lane, 2020"))["title"] != "1 message"


def test_the_head_of_a_mail_is_no_item_of_a_list_of_such_heads(document) -> None:
    head = "Von: {}\nGesendet: Freitag, 12. März 2021 {}\nAn: {}\nBetreff: {}"
    own = (
        head.format("Ufer, Jana", "18:04", "Holm, Peter", "AW: Glocke") + "\n\nHallo Peter,\n\n" + EN + "\n\nGruß\nJana"
    )
    old = head.format("Holm, Peter", "09:11", "Ufer, Jana", "Glocke") + "\n\nHallo Jana, steht der Termin noch?"
    found = document(f"{own}\n\n-----Ursprüngliche Nachricht-----\n{old}\n")
    assert (found["title"], str(found["date"])) == ("AW: Glocke", "2021-03-12")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "old boats\ncomments\nWhere is the bell kept (self.boats)\nsubmitted 2 years ago by adaf",
            "Where is the bell kept",
        ),
        ("渡口吧\n关注：1,203 贴子：8,455\n老渡船的钟在哪里\n只看楼主 收藏 回复\n周小渡", "老渡船的钟在哪里"),
        ("首页 会员 发现\n老渡船的钟在哪里？\n关注问题 写回答\n周小渡", "老渡船的钟在哪里？"),
        ("渡口吧\n老渡船的钟在哪里 只看楼主 收藏 回复\n周小渡", "老渡船的钟在哪里"),
    ],
)
def test_the_topic_of_a_thread_is_above_the_buttons_of_the_board(document, head: str, title: str) -> None:
    assert document(f"{head}\n{EN}\n回复\n{EN[:90]}.\n回复")["title"] == title


def test_what_is_submitted_in_a_sentence_has_no_topic_above(document) -> None:
    said = "submitted 2 years ago by the crew, the plan of the bell has not been read since then."
    assert document(f"The bell of Marl\n{EN}\n{said}\n{EN}")["title"] == "The bell of Marl"
