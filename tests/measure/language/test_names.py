"""Names alone are in no language surely; headlines, menus and sentences with capitals are."""

import pytest

from audit.measure.language.words.usual_words import are_names
from tests.measure.language.measured_texts import batch

NAMES = (
    "Königsallee 27, 40212 Düsseldorf",
    "Via Condotti 12, 00187 Roma",
    "ul. Nowy Świat 15, 00-029 Warszawa",
    "Trattoria da Enzo",
    "Giorgia Meloni",
    "Château Margaux 2015",
    "Cristiano Ronaldo dos Santos Aveiro",
)
# All words but small ones have capitals, or a number is beside a name.
SAID = {
    "Nachrichten Sport Wetter Kultur": "de",
    "Scientists Discover Ancient City Under Desert": "en",
    "Inicio Productos Servicios Contacto": "es",
    "Главная Новости Контакты О Нас": "ru",
    "Zwei Tote nach Unfall auf der A9": "de",
    "AUSFAHRT TAG UND NACHT FREIHALTEN": "de",
    "Le musée reste fermé jusqu'en 2026": "fr",
}


def test_names_alone_are_in_doubt() -> None:
    assert max(batch(*NAMES).columns["language_confidence"].to_pylist()) < 0.5


def test_headlines_and_menus_have_their_language_surely() -> None:
    found = batch(*SAID).columns
    assert found["language"].to_pylist() == list(SAID.values())
    assert min(found["language_confidence"].to_pylist()) >= 0.7


@pytest.mark.parametrize(("text", "told"), [("42, 17", False), ("the Old Bridge", False), ("Gruber GmbH 3", True)])
def test_a_name_begins_with_a_capital(text: str, told: bool) -> None:
    assert are_names(text, 1.0) is told
