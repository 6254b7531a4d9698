"""The first sentence of news names its agency, place, day and reporter, and stays in the body."""

from __future__ import annotations

import pytest

HEADS = {
    "zh": "老渡口复航，两岸的人都来了",
    "en": "Ferry sails again on the Marl",
    "de": "Alte Fähre fährt wieder",
    "fr": "Le vieux bac repart",
    "ko": "옛 나룻배 다시 뜨다",
    "ru": "Старый паром снова ходит",
}
STORY = "The ferry sailed again on Tuesday with every seat taken, and people waved from both banks of the Marl.\n"


@pytest.mark.parametrize(
    ("language", "lead"),
    [
        ("zh", "本报讯(记者 周小渡)老渡口昨天复航，第一班船坐满了人。"),
        ("zh", "青石社清江3月9日电(记者周小渡)老渡口昨天复航，第一班船坐满了人。"),
        ("zh", "記者周小渡／青石報導 老渡口昨天復航，第一班船坐滿了人。"),
        ("en", "By Peter Quill, MARL — The ferry sailed again on Tuesday with every seat taken."),
        ("de", "Von Ute Kern, Marl. Die alte Fähre ist am Dienstag wieder ausgelaufen."),
        ("de", "Marl, 09.03.2021 - Die alte Fähre ist am Dienstag wieder ausgelaufen."),
        ("fr", "Par Lise Aubin, Marl, le 9 mars 2021 - Le vieux bac a repris la rivière mardi."),
        ("ko", "[마를=나루통신] 한서윤 기자 = 옛 나룻배가 화요일 다시 강을 건넜다."),
        ("ko", "한서윤 기자 | 옛 나룻배가 화요일 다시 강을 건넜다."),
        ("ru", "МАРЛ, 9 марта 2021 года. /Вести/. Старый паром снова вышел на реку во вторник."),
    ],
)
def test_a_sentence_that_also_states_a_field_is_text(document, language: str, lead: str) -> None:
    assert lead in document(f"{HEADS[language]}\n\n{lead}\n")["body"]


@pytest.mark.parametrize(
    "line",
    [
        "By Peter Quill Jr.",
        "Published: March 9, 2021, 3:35 a.m.",
        "By Peter Quill and Ada Finch, Updated March 9, 2021.",
    ],
)
def test_a_line_that_only_states_a_field_is_none(document, line: str) -> None:
    assert line not in document(f"{HEADS['en']}\n{line}\n\n{STORY * 3}")["body"]
