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
