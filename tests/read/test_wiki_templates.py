"""Templates inside a sentence are printed; boxes, notes and unknown ones are not."""

from __future__ import annotations

import pytest

from audit.read.dumps.wikitext import plain_text


@pytest.mark.parametrize(
    ("wikitext", "text"),
    [
        ("It lies {{convert|3|km}} from the quay.", "It lies 3 km from the quay."),
        ("It lies {{convert|3|-|5|km|mi}} away.", "It lies 3–5 km away."),
        ("Il pèse {{unité|1200|kg}}.", "Il pèse 1200 kg."),
        ("A ferry ({{lang|de|Fähre}}, {{lang-fr|bac}}) is a boat.", "A ferry (Fähre, bac) is a boat."),
        ("The {{nowrap|[[Salt pan|salt pans]] of ''Ada''}} are dry.", "The salt pans of Ada are dry."),
        (
            "It is {{frac|2|1|2}} metres, or {{frac|3}} of a rod, built {{circa|1820}}.",
            "It is 2 1/2 metres, or 1/3 of a rod, built c. 1820.",
        ),
        ("It ran from {{start date|1884|3|9}} to {{end date|1962}}.", "It ran from 9 March 1884 to 1962."),
        ("Le bac du {{s|XIX}} fut vendu le {{date|4|mars|1962}}.", "Le bac du XIXe siècle fut vendu le 4 mars 1962."),
        ("他坐{{le|渡船|Ferry}}過河。", "他坐渡船過河。"),
        ("彼は{{仮リンク|渡し船|en|Ferry}}に乗った。", "彼は渡し船に乗った。"),
        ("{{Quote|The ferry is late.|A. Roe}}", "The ferry is late."),
    ],
)
def test_words_of_a_sentence_are_printed(wikitext: str, text: str) -> None:
    pytest.importorskip("mwparserfromhell")
    assert plain_text(wikitext) == text


@pytest.mark.parametrize(
    "template",
    ["{{Infobox ferry|name=Ada|length=30}}", "{{citation needed|date=March 2026}}", "{{convert}}",
     "{{convert|in|km}}", "{{lang|de}}", "{{frac}}", "{{small}}", "{{sfn|Roe|1901}}", "{{start date}}", "{{s}}",
     "{{Main|Quay}}"],
)  # fmt: skip
def test_what_is_no_part_of_a_sentence_is_not(template: str) -> None:
    pytest.importorskip("mwparserfromhell")
    assert plain_text(f"{template}The ferry is late.") == "The ferry is late."


@pytest.mark.parametrize("space", ["Kategori", "Категорія", "Thể loại", "קטגוריה", "Fájl", "tập tin", "Luokka"])
def test_categories_and_pictures_are_no_text_in_any_language(space: str) -> None:
    assert plain_text(f"The ferry is late.\n[[{space}:Ferries]]") == "The ferry is late."


def test_a_link_to_another_space_is_text() -> None:
    assert plain_text("See [[Portal:Ferries]] and [[:Kategori:Boats]].") == "See Portal:Ferries and :Kategori:Boats."
