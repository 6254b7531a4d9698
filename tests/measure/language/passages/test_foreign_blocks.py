"""Blocks, lines and sentences in another language than their article: found at their place, and left alone."""

from __future__ import annotations

import pytest

from audit.measure.language.passages.prose import is_no_speech
from audit.text.classes import codepoints
from tests.measure.language.measured_texts import (
    DE,
    EN,
    HANS,
    HANT,
    JA,
    KO,
    RU,
    boilerplate_inside,
    fact,
    measured,
)

FOREIGN = [
    (HANS, EN, "en in zh-Hans"),
    (HANS, DE, "de in zh-Hans"),
    (HANS, JA, "ja in zh-Hans"),
    (HANS, KO, "ko in zh-Hans"),
    (HANS, RU, "ru in zh-Hans"),
    (HANS, HANT, "zh-Hant in zh-Hans"),
    (EN, HANS, "zh-Hans in en"),
    (EN, DE, "de in en"),
    (DE, EN, "en in de"),
    (JA, EN, "en in ja"),
]


@pytest.mark.parametrize(("main", "guest", "evidence"), FOREIGN, ids=[e for _, _, e in FOREIGN])
def test_a_block_in_another_language_is_found_at_its_place(main: str, guest: str, evidence: str):
    text = "\n".join([main] * 5 + [guest] + [main] * 5)
    (place,) = measured(text).places[0]
    assert (text[place.start : place.end], place.fact, place.evidence) == (guest, "foreign_blocks", evidence)
    assert fact(text, "foreign_blocks") == 1
    assert 0 < fact(text, "foreign_share") < 0.3  # type: ignore[operator]
    assert fact(text, "language") == evidence.split(" in ")[1]


@pytest.mark.parametrize(
    "guest",
    ["Reuters / Associated Press", "https://example.org/a/long/path/that/is/no/language?x=1", "CPU GPU RAM", "王小明"],
)
def test_names_and_addresses_are_no_foreign_blocks(guest: str):
    main = EN if guest == "王小明" else HANS
    assert fact(f"{main}\n{main}\n{guest}\n{main}", "foreign_blocks") == 0


LISTS = {
    "people": "Oskar Lindqvist, Maria Nordgren, Johan Sandström, Erik Bergvall, Anna Holmsten, Lars Wiklund",
    "species": "Larus argentatus, Larus fuscus, Sterna hirundo, Calidris alpina, Numenius arquata, Tringa totanus",
    "matches": "Eintracht Norden - Viktoria Emden 2:1, Werder Leer - Hafener Sportverein 0:0, Aurich - Jever 3:2",
    "paintings": "Jan van Delft: De Nachtwacht; Pieter Steen: Het Vrolijke Huisgezin; Willem Kuyper: De Oude Molenaar",
    "commands": "sudo apt install build-essential cmake ninja pip install numpy pandas matplotlib scipy wheel",
    "a word": "word " * 28 + "word",
    "a chorus": "la la la la la la la, na na na na na na, hey hey hey, la la la la la la la, na na na, hey",
    "figures": "max 34.2 min 12.1 avg 21.7 std 4.4 med 20.9 var 19 max 35.1 min 11.8 avg 22.0 std 4.6 med 21.1 var 21",
    "a shell": "git clone repo.git && cd repo && npm install && npm run build && npm test && docker build -t app .",
    "laughter": "哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈",
}


@pytest.mark.parametrize("guest", LISTS.values(), ids=LISTS)
@pytest.mark.parametrize("main", [EN, DE, HANS], ids=["en", "de", "zh-Hans"])
def test_lists_of_names_and_commands_are_no_foreign_blocks(main: str, guest: str):
    text = "\n".join([main] * 3 + [guest] + [main] * 3)
    assert fact(text, "foreign_blocks") == 0


def test_words_of_the_documents_own_are_no_creole_of_it():
    thanks = "Thank you! Please check your inbox now for your welcome email."
    assert fact("\n".join([EN] * 3 + [thanks] + [EN] * 3), "foreign_blocks") == 0


def test_what_looks_like_a_list_of_names_is_foreign_if_it_is_said_in_words():
    loud = EN.upper()
    nouns = (
        "Der Bürgermeister, der Pfarrer, die Lehrerin und der Lotse saßen mit dem Wirt und dem Zöllner auf der Bank."
    )
    assert fact("\n".join([HANS] * 5 + [loud] + [HANS] * 5), "foreign_blocks") == 1
    assert fact("\n".join([EN] * 5 + [nouns] + [EN] * 5), "foreign_blocks") == 1


def test_the_remark_above_code_is_no_foreign_text_but_its_sentence_elsewhere_is():
    remark, code = "Returns the first boat that is longer than the given one, or none.", "int find(boat *b, int n);"
    assert fact("\n".join([HANS] * 5 + [f"/* {remark} */", code] + [HANS] * 5), "foreign_blocks") == 0
    assert fact("\n".join([HANS] * 5 + [remark] + [HANS] * 5), "foreign_blocks") == 1


def test_a_verse_with_a_refrain_is_foreign_text():
    verse = (
        "Row the boat over the bay, row the boat over the bay, hey ho, the wind will take us home, row the boat home."
    )
    assert fact("\n".join([HANS] * 5 + [verse] + [HANS] * 5), "foreign_blocks") == 1


def test_foreign_lines_inside_one_block_are_found_at_their_place():
    text = f"{HANS}\n{HANS}\n{EN}\n{HANS}"
    (place,) = measured(text, spans=[(0, len(text))]).places[0]
    assert text[place.start : place.end] == EN


def test_japanese_place_names_among_chinese_are_found():
    names = "鳥取県、島根県、岡山県、広島県、山口県、徳島県、香川県、愛媛県、高知県の各県"
    text = "\n".join([HANS * 2] * 4 + [names] + [HANS * 2] * 4)
    (place,) = measured(text).places[0]
    assert (text[place.start : place.end], place.evidence) == (names, "ja in zh-Hans")


def test_foreign_sentences_in_boilerplate_inside_the_article_are_found_and_have_no_share_of_it():
    text, found = boilerplate_inside(EN)
    (place,) = found.places[0]
    assert text[place.start : place.end] == EN
    row = found.columns.to_pylist()[0]
    assert (row["foreign_blocks"], row["foreign_share"], row["second_language"]) == (1, 0, None)


def test_a_foreign_menu_inside_the_article_is_no_foreign_text():
    menu = "Home | World | Politics | Business | Technology | Science | Health | Sports | Culture | Travel"
    assert boilerplate_inside(menu)[1].columns["foreign_blocks"].to_pylist() == [0]


PASSING = [
    "git clone --depth 1 https://example.org/ferry.git && cd ferry && make install && sudo systemctl restart ferry",
    "UPDATE ferries SET name = 'old boat' WHERE id IN (SELECT id FROM rivers WHERE length < 1900);",
    "Sortie / Way out — Défense d’entrer / No entry — Sortie de secours / Emergency exit — Billetterie / Tickets",
    "Im Programm stehen „The Long Way Home: A Story of Boats and Rivers“ und „The Bridge at the End of the World“.",
]


@pytest.mark.parametrize("line", PASSING)
def test_commands_signs_and_titles_that_a_sentence_names_are_no_foreign_text(line: str):
    assert fact("\n".join([DE] * 4 + [line] + [DE] * 4), "foreign_blocks") == 0


def test_a_sentence_with_a_quotation_and_a_slash_is_foreign_text_all_the_same():
    line = "The captain and/or owner said “we leave at nine”, and he meant it: nobody who came late was taken on board."
    assert fact("\n".join([DE] * 4 + [line] + [DE] * 4), "foreign_blocks") == 1


ENTRIES = {
    "arias": "Arias: Che gelida manina, Nessun dorma, Una furtiva lagrima, E lucevan le stelle, La donna è mobile",
    "songs": "Side A: La vie en rose; Non, je ne regrette rien; Les feuilles mortes; Ne me quitte pas; Sous le ciel",
    "a menu": "Vitello tonnato, Insalata caprese, Bruschetta al pomodoro. Mains: Risotto ai funghi, Branzino al forno",
    "films": "Films: Les feuilles d'or, La nuit claire, Le dernier bac, La vieille, Le pont du sud et La vie du port",
    "months": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "a reference": "Lefèvre, P. (2004) : Histoire de la navigation côtière en Bretagne et des ports. Rennes : La Rade.",
    "a reference without a comma": "Лефёв П. Р. История берегового судоходства в Бретани и её портов. Ренн, 2004.",
    "a reference of two": "Lefèvre, P.-R., Marchand, J. et Dupont, É. Histoire de la navigation en Bretagne, 1998.",
    "words": "the shed – la cabane; the wheelbarrow – la brouette; the spade – la bêche; the rake – le râteau",
}


@pytest.mark.parametrize("guest", ENTRIES.values(), ids=ENTRIES)
@pytest.mark.parametrize("main", [EN, DE], ids=["en", "de"])
def test_titles_and_words_beside_their_translations_are_no_foreign_blocks(main: str, guest: str):
    assert fact("\n".join([main] * 3 + [guest] + [main] * 3), "foreign_blocks") == 0


@pytest.mark.parametrize(
    "guest",
    [
        "Llegaron Ana, Luis, Carmen, Pedro y Marta con una carretilla, y entre todos repartieron la grava del camino.",
        "François R. Lefèvre fut élu maire de la ville en 1998, et promit que les bateaux partiraient à midi.",
        "Dupont, P. confirma en 2004 que la compagnie avait perdu trois bateaux et que personne ne voulait les payer.",
        "Il pleut. La réunion est annulée. Nous restons à la maison. Le thé est chaud. La route est fermée, dit-on.",
    ],
)
def test_sentences_with_names_and_short_ones_are_foreign_all_the_same(guest: str):
    assert fact("\n".join([EN] * 3 + [guest] + [EN] * 3), "foreign_blocks") == 1


@pytest.mark.parametrize("passage", ["Finch, " + "A." * 100_000 + " x", "Finch, A." + "." * 200_000 + " x"])
def test_many_initials_are_read_once_and_no_speech(passage: str):
    assert is_no_speech(codepoints(passage), "Latn")
