"""A text of ASCII but for a few bytes: words of the language around tell the codec, damage tells none."""

import pytest

from audit.read.codec.decode import decode
from audit.read.codec.statistical.few import codec_of_few
from audit.read.containers.codec import codec_of

WORDS = {
    "de": ("Die Kinder gingen langsam nach Hause, und der Bäcker winkte ihnen aus dem Laden zu.", "cp1252"),
    "de capital": ("Am Abend sagte der Wirt, dass nur noch Äpfel und Brot im Keller liegen.", "cp1252"),
    "fr": ("Le facteur a ouvert la porte du jardin et la lettre est tombée dans la neige.", "cp1252"),
    "es": ("La maestra cuenta que los niños cantan en el patio cuando llega la tarde.", "cp1252"),
    "pt": ("O pescador voltou para casa com a irmã e contou como foi a viagem.", "cp1252"),
    "sv": ("Fiskaren lagade sina nät vid sjön och gick sedan hem till sin familj.", "cp1252"),
    "pl": ("Stary nauczyciel kupił dwa bilety i od razu pojechali razem do miasta.", "cp1250"),
    "pl no capital within": ("Prosze w tym tygodniu zrobic nowa analizę tego kodu i zapisac wynik.", "cp1250"),
    "cs": ("Starosta otevřel novou halu a lidé pak slavili do noci na trhu.", "cp1250"),
    "en quotes": ("The keeper said “the gate is shut” and went back to the house.", "cp1252"),
    "en apostrophe": ("It’s a long way to the river, but the road is good in the summer.", "cp1252"),
    "en dash": ("The bridge – the old one near the mill – was closed for the winter.", "cp1252"),
}
PLAIN = b"The keeper opened the gate and the people of the town came to see the garden"
DAMAGED = {
    "a letter for another": PLAIN.replace(b"garden", b"g\xe1rden"),
    "one within a word": PLAIN.replace(b"people", b"peo\xeeple"),
    "a quote within a word": PLAIN.replace(b"people", b"peo\x93ple"),
    "a space within a word": PLAIN.replace(b"people", b"peo\xa0ple"),
    "a letter alone": PLAIN.replace(b" town", b" \xe7 town"),
    "a power of nothing": PLAIN.replace(b" town", b" \xb3 town"),
    "no character": PLAIN.replace(b"people", b"peo\x81ple"),
    "two that are no Han": PLAIN.replace(b"people", b"p\xb0\xa1ople"),
}


@pytest.mark.parametrize("name", WORDS)
def test_words_of_the_language_around_tell_the_codec_in_a_text_and_in_records(name: str) -> None:
    text, codec = WORDS[name]
    table = f'id;text;date\r\n1;"{text}";2023-05-06\r\n2;;2023-05-07\r\n'.encode(codec)
    lines = f'{{"id": 1, "text": "{text}"}}\n{{"id": 2, "text": "x"}}\n'.encode(codec)
    assert (decode(text.encode(codec)).text, table.decode(codec_of(table))) == (text, table.decode(codec))
    assert lines.decode(codec_of(lines)) == lines.decode(codec)
    assert decode(table).encoding == codec_of(table)


@pytest.mark.parametrize("name", DAMAGED)
def test_a_byte_that_makes_no_word_tells_none(name: str) -> None:
    assert codec_of_few(DAMAGED[name]) is None
    assert codec_of(b"id,text\n1," + DAMAGED[name] + b"\n2," + PLAIN + b"\n") == "utf-8"


def test_letters_of_utf_8_beside_it_are_the_codec() -> None:
    raw = "Die Kinder gingen über die Wiese, und der Bäcker winkte ihnen zu.".encode().replace("ä".encode(), b"\xe4")
    assert codec_of_few(raw) is None
    assert (decode(raw).encoding, codec_of(raw)) == ("utf-8", "utf-8")


def test_few_bytes_at_the_head_of_a_long_stream_say_nothing_of_its_rest() -> None:
    raw = WORDS["de"][0].encode("cp1252") + b"\n"
    assert codec_of(raw) == "cp1252"
    assert codec_of((raw + PLAIN * 14_000)[: 1 << 20]) == "utf-8"


@pytest.mark.parametrize("stray", [b"peo\x93ple", b"peop\xffle", b"pe\xabople"])
def test_damage_within_an_english_word_is_named_and_read_in_no_code_page(stray: bytes) -> None:
    found = decode(PLAIN.replace(b"people", stray))
    assert (found.encoding, [bad.end - bad.start for bad in found.errors]) == ("utf-8", [1])


@pytest.mark.parametrize("loan", ["café", "naïve", "Müller", "José", "Zürich", "10µm", "3×4", "60°", "†", "it’s"])
def test_what_english_borrows_is_no_damage(loan: str) -> None:
    text = PLAIN.decode().replace("people", loan)
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize("end", ["’", "…", "😀", "é", "ž"])
def test_a_text_that_ends_within_a_character_of_utf_8_was_cut(end: str) -> None:
    for head in (PLAIN + b" as it", b"Zo"):
        for kept in range(1, len(end.encode())):
            raw = head + end.encode()[:kept]
            if raw[-1] != 0xF0:
                found = decode(raw)
                assert (found.encoding, found.text, len(found.errors)) == ("utf-8", head.decode() + "\ufffd", 1)


@pytest.mark.parametrize("text", ["Zoë", "café", "«Le café»", "“le café”", "A MANHÃ", "Opět též"])
def test_a_last_character_of_a_code_page_is_no_cut_one(text: str) -> None:
    codec = "cp1250" if "ž" in text else "cp1252"
    assert decode(text.encode(codec)).text == text
