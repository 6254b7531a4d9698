"""Signs of UTF-8 that are a text's only damage are found in every codec that it is misread in."""

from __future__ import annotations

import pyarrow as pa
import pytest

from audit.measure.encoding.characters import encoding
from audit.measure.encoding.mojibake.codec_pairs import HALF_EMPTY, PAIRS, read_carelessly
from tests.measure.encoding.mojibake.test_every_pair import mojibake
from tests.measure.encoding.mojibake.test_misread_marks import MARKS

WRONGS = tuple(wrong for right, wrong in PAIRS if right == "utf-8")
SIGNS = {
    "currency": "The bell tower costs £900 a year and the clock £300 more.",
    "rights": "© 2021 Northern Light Books. Photos © the authors.",
    "names of wares": "SoftStep® shoes and DryCoat® jackets are made in our own shop.",
    "spaces": "You can\xa0order online or\xa0call us on weekdays.",
    "guillemets": "Elle a dit « merci » et ferma la porte du jardin.",
    "Spanish": "¡Que suerte! ¡Nadie esperaba ganar el partido!",
    "Dutch": "Ze drinkt ’s avonds thee en kijkt naar oude video’s.",
    "Portuguese": "Tres quartos – todos com vista – ainda estao livres.",
}


def _shown(text: str, wrong: str) -> str:
    raw = text.encode()
    return (read_carelessly(raw, wrong) or "") if wrong in HALF_EMPTY else raw.decode(wrong, "replace")


@pytest.mark.parametrize("wrong", WRONGS)
def test_signs_alone_are_found(wrong: str) -> None:
    own = ("one apostrophe", "quotes", "a dash", "an ellipsis", "bullets", "euros", "Italian")
    shown = [_shown(text, wrong) for text in (*(MARKS[name] for name in own), *SIGNS.values())]
    # Where nothing but U+FFFD is left, there is nothing to read.
    told = [text for text in shown if any(char > "\x7f" and char not in "\xa0\ufffd" for char in text)]
    assert all(mojibake(*told)), list(zip(mojibake(*told), told, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Zoho offersÂ a fully-featuredÂ free editionÂ of its software",
        "No hidden costsâ\x80\x93you see every price withoutÂ paying",
        "3.Â Â Â Myth: You canâ\x80\x99t get there by train.",
        "The toolsÂ and seeds",
    ],
)
def test_the_most_common_codec_is_named_where_blanks_took_the_place_of_spaces(text: str) -> None:
    found = encoding(pa.table({"text": pa.array([text], pa.large_string())}))
    assert found.columns["mojibake_kind"].to_pylist() == ["utf-8 read as cp1252"]


def test_each_line_is_counted() -> None:
    assert mojibake("тАв Wash the rice\nPlain\nтАв Cook it") == [2]


def test_what_the_chinese_web_shows_of_them_is_found() -> None:
    texts = [
        "他说 isn鈥檛 可以这样讲吗",
        "鈥淭he man said",
        "The road 鈥?closed since 鈥?March",
        "I don窶冲 know",
    ]
    assert mojibake(*texts) == [1] * len(texts)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "鈥 (Ho) 67 holmium, 鈧 (Sc) 21 scandium. What is 鈥? It is holmium. And 鈧? Scandium.", id="elements"
        ),
        pytest.param("The character 聽 means to listen and 漏 means to leak.", id="hanzi in English"),
        pytest.param("貧窶論 窶かに", id="a rare kanji"),
        pytest.param("AC 220В\xa050Hz 60W", id="a unit in Cyrillic before a space"),
        pytest.param("тАк и знала, сосТАв, СтАвИл, ПрИвЕт тАж", id="capitals in turn"),
        pytest.param("В«Google» и В«Yandex»", id="a preposition before a quote"),
        pytest.param("‚Ärger‘ und ‚Öl‘ – ‚Ä‘", id="German between quotes"),
        pytest.param("├── notes │ ┬ £5", id="a drawn table"),
        pytest.param("ก.ย. 2019 ราคา 80 บาท ยฃ80", id="Thai"),
        pytest.param("Â, Ê, Î – a letter, CÂ and DÂ too; l’Â de Âge", id="a capital with a hat"),
        pytest.param("¬p ∧ ¬q, ¬£, 5 ¬† 6", id="logic"),
    ],
)
def test_what_looks_like_them_is_silent(text: str) -> None:
    assert mojibake(text) == [0]
