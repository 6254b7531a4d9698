"""News pages with menu, labels and footer in seventeen languages: the article stays, and what is around it goes.

In `pages_in_languages` a page begins the line of its headline with `=` and those of its paragraphs with `+`.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from audit.parser import parse
from tests.parser.pages import table

PAGES = sorted((Path(__file__).parent / "pages_in_languages").glob("*.txt"))
# A breadcrumb of two words with a slash may be a line of an article.
KEPT = {"Start / Inrikes"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_article_stays_and_the_page_around_it_goes(page: Path) -> None:
    lines = page.read_text().splitlines()
    found = parse(table("\n".join(line.lstrip("=+") for line in lines)))
    document = found.documents.to_pylist()[0]
    assert document["title"] == next(line[1:] for line in lines if line[0] == "=")
    assert document["date"] == date(2023, 3, 14)
    assert [b["text"] for b in found.blocks.to_pylist() if not b["boilerplate"] and b["kind"] != "title"] == [
        line.lstrip("+") for line in lines if line[0] == "+" or line in KEPT
    ]


def test_a_page_is_read_alike_alone_and_among_others() -> None:
    texts = [*(page.read_text() for page in PAGES), *LINES.values()]
    together = parse(table(*texts, *reversed(texts))).blocks.to_pylist()
    for number, text in enumerate(texts):
        alone = [{**b, "id": ""} for b in parse(table(text)).blocks.to_pylist()]
        for place in (number, 2 * len(texts) - 1 - number):
            assert [{**b, "id": ""} for b in together if b["id"] == f"{place}.txt"] == alone


def test_a_thread_is_read_alike_alone_and_above_another_text() -> None:
    thread = (Path(__file__).parent / "pages_in_languages" / "thread.de").read_text()
    batches = [thread], [thread, "Moin"], [thread, thread]
    alone, *others = (parse(table(*batch)).documents.to_pylist()[0] for batch in batches)
    assert others == [alone, alone]
    assert alone["author"] is None


# What stands above the last paragraph: advertisements, walls, consent, prompts.
BETWEEN = {
    "ar": ("إعلان", "حمل التطبيق", "سجل الدخول لمتابعة القراءة"),
    "bn": ("বিজ্ঞাপন", "এই ওয়েবসাইট কুকি ব্যবহার করে।"),
    "cs": ("Článek pokračuje pod reklamou", "Pro pokračování se přihlaste"),
    "el": ("ΔΙΑΦΗΜΙΣΗ", "Ακολουθήστε μας στο Facebook"),
    "he": ("פרסומת", "התחברו כדי להמשיך לקרוא"),
    "hu": ("HIRDETÉS", "Ez a cikk csak előfizetőknek érhető el."),
    "id": ("Unduh aplikasi", "Gulir untuk melanjutkan membaca"),
    "nl": ("Advertentie", "Log in om verder te lezen"),
    "pl": ("Dalszy ciąg materiału pod wideo", "Obserwuj nas w Google News"),
    "pt": ("Continua após a publicidade", "Faça login para continuar lendo"),
    "sv": ("Artikeln fortsätter efter annonsen", "Logga in för att läsa vidare"),
    "tr": ("REKLAM", "Okumaya devam etmek için abone olun."),
    "uk": ("На правах реклами", "Увійдіть, щоб читати далі"),
}


@pytest.mark.parametrize("page", [page for page in PAGES if page.stem in BETWEEN], ids=lambda page: page.stem)
def test_a_label_above_the_last_paragraph_goes_and_the_paragraph_stays(page: Path) -> None:
    lines = page.read_text().splitlines()
    last = max(n for n, line in enumerate(lines) if line[0] == "+")
    texts = [
        "\n".join(line.lstrip("=+") for line in (*lines[:last], label, *lines[last:])) for label in BETWEEN[page.stem]
    ]
    kept = [(b["id"], b["text"]) for b in parse(table(*texts)).blocks.to_pylist() if not b["boilerplate"]]
    for number, label in enumerate(BETWEEN[page.stem]):
        assert (f"{number}.txt", lines[last][1:]) in kept
        assert (f"{number}.txt", label) not in kept


# One word of a menu among other lines is one of the text's.
LINES = {
    "pl": "Stary prom\nPłynie prom przez rzekę.\nSzukaj\nciszy pod mostem.\nPrzyjdź, gdy zgaśnie światło.",
    "fi": "Vanha lautta\nAamu on kirkas ja kylmä.\nHae\nminut illalla kotiin.\nLeipä on lapsille.",
    "tr": "Eski vapur\nSabah oldu, su sessiz.\nAra\nbeni akşam olunca.\nNehir akar gider.",
    "bg": "Старият сал\nРеката е широка.\nСвят\nголям зад реката.\nСалът чака на брега.",
    "nl": "De oude pont\nDe pont ligt stil in de mist.\nZoek\nmij bij het water.\nHet brood is op.",
    "he": "המעבורת הישנה\nהנהר רחב והערב יורד.\nחפש\nאותי ליד המים.\nהלחם מחכה על השולחן.",
}


@pytest.mark.parametrize("text", LINES.values(), ids=LINES)
def test_a_poem_keeps_lines_that_are_words_of_menus(text: str) -> None:
    assert [b["text"] for b in parse(table(text)).blocks.to_pylist() if b["boilerplate"]] == []
