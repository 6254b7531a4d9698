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
