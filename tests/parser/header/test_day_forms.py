"""The day below a headline, in the forms in which sites of many languages print it."""

from __future__ import annotations

import pytest

from audit.parser import parse
from tests.benchmarks.field_words import LANGUAGES
from tests.parser.pages import table

FORMS = {
    "en": (
        "Dec 13, 2023 11:11am PDT", "12/13/2023 12:15 PM PT", "Dec 13, 2023, 14:04 IST", "13 December, 2023",
        "Wed., Dec. 13, 2023 at 9:05 p.m. EST", "13th of December 2023", "13-Dec-2023 09:15 GMT",
        "Posted: 12/13/23 at 3:15 pm", "First published on Wed 13 Dec 2023 06.00 CET", "2023/12/13 09:15 UTC+8",
        "Thứ tư, 13/12/2023, 18:05 (GMT+7)", "13 december 2023 om 18:05", "13 grudnia 2023, 18:05",
        "13 Dicembre 2023", "13 de dezembro de 2023 às 18h05", "2023년 12월 13일 (수) 18:05",
        "13 ธันวาคม 2566 เวลา 18:05 น.", "13 ธ.ค. 66", "چهارشنبه ۲۲ آذر ۱۴۰۲ - ۱۸:۰۵", "יום רביעי, 13 בדצמבר 2023",
        "बुधवार, 13 दिसंबर 2023, 06:05 PM IST",
    ),
    "de": ("Von Ada Finck am 13/12/2023", "Stand: 13.12.2023, 18:05 Uhr", "Mi., 13.12.23, 18:05"),
    "fr": ("Publié le mercredi 13 décembre 2023 à 18h05", "Le 13/12/2023 à 18:05, mis à jour le 14/12/2023 à 9:00"),
    "es": ("13/12/2023 Actualizado", "13 DIC 2023 - 18:05 CET", "Publicado: 13/12/2023 18:05h"),
    "ru": ("13 декабря 2023 г., 18:05", "Среда, 13 дек. 2023", "Вечерний Приозёрск, 13 декабря 2023 г."),
    "zh": ("二〇二三年十二月十三日", "二零二三年十二月十三日 星期三", "2023年12月13日（星期三）18时05分"),
    "ja": ("令和5年12月13日", "2023年12月13日(水) 18時05分"),
    "ar": ("الأربعاء 13 ديسمبر 2023 18:05", "13 كانون الأول 2023"),
}  # fmt: skip


@pytest.mark.parametrize("language", FORMS)
def test_the_day_of_a_page_is_read_in_every_form(language: str) -> None:
    words = LANGUAGES[language]
    pages = ["\n".join((*words.menu, words.titles[0], line, *words.prose, *words.foot)) for line in FORMS[language]]
    days = parse(table(*pages)).documents["date"].to_pylist()
    assert [line for line, day in zip(FORMS[language], days, strict=True) if str(day) != "2023-12-13"] == []


@pytest.mark.parametrize(
    "line", ["Паром затонул у старой пристани 13 декабря 2023 г.", "Он ждал парома до 13 декабря 2023 г."]
)
def test_a_sentence_that_ends_with_the_abbreviation_of_a_year_is_no_day_of_a_page(document, line: str) -> None:
    words = LANGUAGES["ru"]
    assert document("\n".join((words.titles[0], words.prose[0], line, *words.prose[1:])))["date"] is None
