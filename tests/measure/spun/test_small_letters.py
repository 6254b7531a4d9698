"""Advertising of any trade that stands in small letters between two sentences, and names that begin with one."""

from __future__ import annotations

import pytest

from tests.measure.spun.paragraphs import found

HOSTS = {
    "en": "Volunteers spent three winters on the hull of the old ferry. {}In the end they replaced forty planks.",
    "de": "Freiwillige von beiden Ufern kratzten den Rumpf ab. {}Die alte Glocke fanden sie in einer Scheune wieder.",
    "es": "El transbordador pasó nueve inviernos en un cobertizo. {}Los vecinos cambiaron cuarenta tablas del casco.",
    "fr": "Le bac était resté neuf hivers dans un hangar. {}Les volontaires des deux rives ont gratté la coque.",
    "pt": "A balsa passou nove invernos num galpão da margem. {}Os voluntários trocaram quarenta tábuas do casco.",
    "ru": "Паром простоял в сарае девять зим, пока о нём не забыли. {}Они очистили корпус и заменили на нём доски.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "phrase"),
    [
        ("en", "knots tied for sailors while they wait"), ("en", "beeswax polish by the bucket"),
        ("de", "heizöl notdienst bestellen"), ("es", "cometas y peonzas baratas"),
        ("fr", "graveuse pour coquillages pas chère"), ("pt", "pipas e piões baratos"),
        ("ru", "ремонт волчков срочно"),
    ],
)  # fmt: skip
def test_words_of_no_list_between_two_sentences(language: str, phrase: str) -> None:
    host = HOSTS[language]
    assert found(host.format(phrase + " "), host.format("")) == [phrase]


@pytest.mark.parametrize(
    "sentence",
    [
        "iPhone prices fell in May. ", "eBay lists got longer. ", "mRNA vaccines work well. ", "npm builds fail here. ",
        "van Gogh painted barns in Arles. ", "x-ray machines cost money. ", "vitamin pills sold well. ",
        "e-mail lists grew quickly. ", "and so it went. ", "Oars, ropes, etc. paint for the hull and a new bell. ",
    ],
)  # fmt: skip
def test_a_sentence_that_begins_with_a_small_letter_and_ends(sentence: str) -> None:
    host = HOSTS["en"]
    assert found(host.format(sentence), host.format("")) == []


def test_where_other_sentences_begin_with_small_letters() -> None:
    told = "we spent three winters on the hull. knots tied for sailors while they wait In the end. then came the rain."
    assert found(told, told) == []


def test_a_list_item_may_begin_with_a_small_letter_where_sentences_do_not() -> None:
    told = "ferry: an old boat with a bell. {}It lies in a barn. The keys hang in the inn, where nobody asks for them."
    phrase = "beeswax polish by the bucket"
    assert found(told.format(phrase + " "), told.format("")) == [phrase]


def test_an_address_makes_a_phrase_be_looked_at() -> None:
    host = "volunteers spent three winters on the hull and {}replaced forty planks, the rudder and the bell of it."
    assert found(host.format("used cabins at boxharbour.example "), host.format("")) == [
        "used cabins at boxharbour.example"
    ]
    told = host.format("the drawings at boxharbour.example show how they ")
    assert found(told, told) == []


def test_pictographs_part_no_sentence() -> None:
    host = "volunteers spent three winters on the hull and {} replaced forty planks, the rudder and the bell of it."
    assert found(host.format("💊 buy viagra without prescription 💊"), host.format("")) == [
        "buy viagra without prescription"
    ]
    phrase = "cheap 🔥 replica watches 🔥 for sale"
    assert found(host.format(phrase), host.format("")) == [phrase]
    told = host.format("they loved 🛥 the old boat 🔥 and in the end")
    assert found(told, told) == []
