"""What is written above a text to whom it goes, who said it, of its state or its picture is no headline."""

from __future__ import annotations

import pytest

from audit.parser import parse
from tests.parser.pages import table

TOLD = (
    "After dark everybody in the town had closed the door, and only the landing still had a lamp.\n\n"
    "He did not speak much. In the morning he went across the river to buy bread.\n"
)
TOLD_ZH = (
    "天黑以后，镇上的人都关了门，只有渡口还亮着一盏灯。\n\n他话不多。早上他过河去买面包，带回来一封谁也没有要的信。\n"
)
ASIDES = (
    "Dear all", "Dear Mr. Marlow", "Hi Tom", "To whom it may concern", "Sehr geehrte Damen und Herren", "Liebe Eltern",
    "Chers amis", "Madame, Monsieur", "Estimados vecinos", "Уважаемые коллеги", "各位领导", "亲爱的朋友们",
    "Anna wrote", "Anna Marlow schrieb:", "Anna a écrit", "张三写道",
    "Draft", "Draft only", "CONFIDENTIAL", "Continued from page 3", "Updated", "Version 1.2", "Vertraulich", "草稿",
    "Fortsetzung von Seite 3", "Suite de la page 3", "Question", "Answer", "Réponse", "楼主", "Keywords: ferry, river",
    "Photo via Pexels", "图片来自网络", "Monday", "Lundi", "星期一", "Reuters", "转载",
)  # fmt: skip
HEADLINES = (
    "Dear enemies, dear friends and the ferry", "Liebe und Tod", "Hi-fi in the hut", "What Anna wrote", "Photo albums",
    "Drafting a will", "A draft of cold air", "Question time in Marl", "Monday at the landing", "渡口的灯",
    "原创歌曲大赛", "Reuters at the landing", "亲爱的安德烈",
)  # fmt: skip


@pytest.mark.parametrize("aside", ASIDES)
def test_an_aside_above_a_text_is_no_headline_and_stays(aside: str) -> None:
    text = f"{aside}\n\n{TOLD_ZH if ord(aside[0]) > 0x3000 else TOLD}"
    document = parse(table(text)).documents.to_pylist()[0]
    assert document["title"] is None
    assert document["body"].startswith(aside)


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_that_looks_like_one_is_the_title(headline: str) -> None:
    text = f"{headline}\n\n{TOLD_ZH if ord(headline[0]) > 0x3000 else TOLD}"
    assert parse(table(text)).documents["title"].to_pylist() == [headline]
