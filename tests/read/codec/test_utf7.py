"""UTF-7 is read where it is one, and nothing else is taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.read.codec.decode import byte_offsets, decode
from audit.read.codec.utf7 import Utf7Walk, read_utf7

SENTENCES = {
    "fr": "Le matin, le port est très calme : les pêcheurs étendent leurs filets, l'été s'achève déjà.",
    "de": "Über die alte Brücke gehen die Schüler früh am Morgen zur Schule.",
    "ru": "Утром на пристани тихо, рыбаки развешивают сети, а дети идут в школу.",
    "zh": "清晨的码头很安静，渔民们把网晾在木架上，孩子们沿着堤岸去上学。",
    "ja": "朝の港はとても静かで、漁師たちは木の棚に網を干している。",
    "emoji": "The ferry 🛳 leaves at noon + the café on board sells cake 🍰 for 3 €.",
    "one": "The café opens at seven, and the ferry leaves at eight.",
}


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES)
def test_utf_7_is_read(text: str) -> None:
    found = decode(text.encode("utf-7"))
    assert found is not None
    assert (found.text, found.encoding, found.source, found.errors) == (text, "utf-7", "escapes", ())


def test_its_mark_is_taken_off() -> None:
    found = decode(b"+/v8-" + SENTENCES["ru"].encode("utf-7"))
    assert found is not None
    assert (found.text, found.encoding, found.bom) == (SENTENCES["ru"], "utf-7", True)


@pytest.mark.parametrize(
    "raw",
    [
        b"In C++ one writes i++ and 1+1.",
        b"Call +49 30 1234567 or +4930123456 in the morning.",
        b"The sum a+internet is no word, said the teacher to the class.",
        b"Search for ferry+timetable+winter in the box on the left.",
        b"It is +abc-like, and +AbCdEfGh too, in the names of these parts.",
        b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
        b"https://example.org/?q=tram+line&lang=en",
        b"A plus (+) and a minus (-), or both: +-.",
        b"Die A+B-Regel gilt auf Google+Kalender wie im Kino+Theater.",
    ],
)
def test_other_texts_with_a_plus_stay_ascii(raw: bytes) -> None:
    found = decode(raw)
    assert found is not None
    assert (found.text, found.encoding) == (raw.decode(), "utf-8")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60))
def test_every_code_point_has_its_byte(text: str) -> None:
    raw = text.encode("utf-7")
    points = range(len(text) + 1)
    walk = Utf7Walk(raw, 0, 0)
    places = [walk.to(point, len(raw)) for point in points]
    assert places == sorted(places)
    assert places[-1] == len(raw)
    letters = [(char, raw[byte : byte + 1].decode()) for char, byte in zip(text, places, strict=False)]
    assert [pair for pair in letters if pair[0].isascii() and pair[0].isalnum() and pair[0] != pair[1]] == []


def test_offsets_of_plain_stretches_are_exact() -> None:
    text = SENTENCES["emoji"] * 3
    raw = text.encode("utf-7")
    found = decode(raw)
    assert found is not None
    starts = [text.index("leaves"), text.rindex("cake"), text.rindex("🍰"), len(text)]
    places = byte_offsets(found, raw, starts)
    assert [raw[places[0] :][:6], raw[places[1] :][:4], raw[places[2] :][:1], places[3]] == [
        b"leaves",
        b"cake",
        b"+",
        len(raw),
    ]


@given(st.binary(max_size=80).map(lambda raw: b"+" + bytes(byte & 0x7F for byte in raw)))
def test_any_ascii_gets_an_answer(raw: bytes) -> None:
    found = read_utf7(raw)
    assert found is None or found == raw.decode("utf-7")


def test_a_run_of_megabytes_is_read_once() -> None:
    text = "码头" * 400_000
    raw = text.encode("utf-7")
    found = decode(raw)
    assert found is not None
    assert byte_offsets(found, raw, [0, 700_000, len(text)])[2] == len(raw)
