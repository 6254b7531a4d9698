"""Doubtful sentences of an article stay for what is around them; the page's own go from the same place."""

from __future__ import annotations

import pytest

from tests.parser.pages import ENGLISH_BODY

HEAD = (
    "Zum Inhalt\nStartseite\nPolitik\nSport\nAnmelden\nDie Mühle von Ost mahlt bei Ebbe\nVon Lena Voss, 3. Mai 2024\n"
)
FOOT = "\nTeilen\nImpressum\nDatenschutz\nKontakt\n© 2024 Ostbote"
PARAGRAPHS = (
    "Seit Februar dreht sich das Rad von Ost nur noch, wenn das Meer sich zurückzieht und der Graben leer läuft.",
    "Der Müller schläft am Tag und mahlt in der Nacht, und wer Mehl will, muss den Gezeitenkalender lesen können.",
    "„Das Wasser fragt mich auch nicht, wann es mir passt“, sagt er und hängt die Laterne an den Haken zurück.",
)
LAST = "Bis zum Herbst liegt der Schlüssel nun beim Pfarrer."
COOKIES = (
    "A shop that accepts all cookies may learn that its visitor likes lemons, and accept all is the largest button.",
    "Anyone may withdraw the consent later, but withdraw your consent is written in grey letters on a grey ground.",
)


def test_the_last_sentence_of_a_short_article_right_above_furniture(document) -> None:
    assert document(HEAD + "\n".join((*PARAGRAPHS, LAST)) + FOOT)["body"].endswith(LAST)


def test_no_last_sentence_below_a_heading_of_other_articles(document) -> None:
    page = HEAD + "\n".join((*PARAGRAPHS, "Lesen Sie auch", "Zehn Mühlen am Meer", LAST)) + FOOT
    assert LAST not in document(page)["body"]


@pytest.mark.parametrize("told", [COOKIES[:1], COOKIES])
def test_sentences_of_an_article_on_the_matter_of_notices(document, told: tuple[str, ...]) -> None:
    text = "\n".join((*ENGLISH_BODY[:2], *told, *ENGLISH_BODY[3:]))
    page = (
        f"Skip to content\nHome\nSign in\nBanners\nBy Peter Quill\n9 March 2021\n{text}\nPrivacy policy\nTerms of use"
    )
    assert document(page)["body"] == text


@pytest.mark.parametrize(
    "told",
    [
        ("We independently select what we describe, and earn a commission from what is bought.",),
        ("Accept all to see this.", "Manage preferences at any time.", "Unlimited access costs little.") * 2,
    ],
    ids=["speaks for the page", "many"],
)
def test_notices_between_paragraphs(document, told: tuple[str, ...]) -> None:
    text = "\n".join((*ENGLISH_BODY[:2], *told, *ENGLISH_BODY[3:]))
    page = (
        f"Skip to content\nHome\nSign in\nBanners\nBy Peter Quill\n9 March 2021\n{text}\nPrivacy policy\nTerms of use"
    )
    assert not any(line in document(page)["body"] for line in told)


DECK = "Dopo dodici anni di silenzio il restauro finanziato dai cittadini"
MENU = "Il Giornale di Marle\nHome | Cronaca | Politica | Sport\nCRONACA\n"
BODY = (
    "Riparte sabato mattina il battello vecchio di Marle, fermo per lavori allo scafo e atteso da tutta la valle.\n"
    "«È un pezzo della nostra storia», ha detto la sindaca.\n© Riproduzione riservata\nLeggi anche\nNeve in collina"
)


@pytest.mark.parametrize(
    ("above", "below", "kept"),
    [
        ("Riparte il battello vecchio", "di Ada Finch\n5 gennaio 2021 alle 09:30", True),
        ("Home", "di Ada Finch\n5 gennaio 2021 alle 09:30", False),
        ("Riparte il battello vecchio", "Fiumi\nBattelli\nMolo\n5 gennaio 2021 alle 09:30", False),
        ("4 gennaio 2021\nRiparte il battello vecchio", "5 gennaio 2021 alle 09:30", False),
    ],
)
def test_a_clause_is_a_deck_only_between_headline_and_byline(blocks, above: str, below: str, kept: bool) -> None:
    found = next(b for b in blocks(f"{MENU}{above}\n{DECK}\n{below}\n{BODY}") if b["text"] == DECK)
    assert found["reason"].startswith("between the headline") is kept
