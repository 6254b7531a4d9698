"""A word or sign of a code page among UTF-8 is read where it is sure; a byte lost from UTF-8 stays damage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.read.codec.decode import byte_offsets, decode

EN = "The ferryman’s ledger – a note. He wrote down every crossing, the weather and the fare, in a neat hand. "
FR = "Le maire a présenté le projet à la réunion d’hier soir, et les habitants étaient très étonnés. "
DE = "Die Gäste kamen später als erwartet, und der Bürgermeister eröffnete das Fest erst am Abend. "
PL = "Burmistrz otworzył nową szkołę i zaprosił wszystkich mieszkańców na wieczór. "
RU = "Мэр открыл новую школу и пригласил всех жителей города. "
ZH = "村里的合作社打算再买一台烘干机。今年的产量比去年高了两成。"
JA = "彼は古い本を机の上に置いて、窓のそばまで歩き、雨がやむのを見ていました。"
KO = "그는 낡은 책을 책상 위에 놓고 창가로 걸어가 비가 그치는 것을 바라보았다."
AROUND = (EN, FR, DE, PL, RU, ZH)

SURE = [
    ("The baker’s shop is closed, and they don’t say why.", "cp1252"),
    ("The keeper said “come in” and closed the gate.", "cp1252"),
    ("The old road – closed since March – opens on Friday.", "cp1252"),
    ("A room costs 80 € in summer and £70 in winter.", "cp1252"),
    ("• Bring warm clothes", "cp1252"),
    ("It was 20°C outside.", "cp1252"),
    ("© 2021 Northern Light Books", "cp1252"),
    ("¿Donde vive tu hermano?", "cp1252"),
    ("The café owner sent her résumé.", "cp1252"),
    ("La lettre est tombée dans la neige.", "cp1252"),
    ("Der Bäcker winkte ihnen aus dem Laden zu.", "cp1252"),
    ("Burmistrz otworzył dom.", "cp1250"),
    ("The café owner closed the gate.", "mac-roman"),
    ("The café owner closed the gate.", "cp850"),
]


@pytest.mark.parametrize(("text", "codec"), SURE, ids=[f"{text[:20]!a} {codec}" for text, codec in SURE])
@pytest.mark.parametrize("around", AROUND, ids=["en", "fr", "de", "pl", "ru", "zh"])
def test_a_stray_word_or_sign_of_a_code_page_is_read(text: str, codec: str, around: str) -> None:
    raw = f"{around}\n".encode() + text.encode(codec) + f"\n{around}".encode()
    found = decode(raw)
    assert (found.encoding, found.text, found.errors) == ("utf-8", f"{around}\n{text}\n{around}", ())
    assert found.passages
    for one in found.passages:
        assert raw[one.start : one.end].decode(one.codec) == found.text[one.char : one.char_end]
        assert byte_offsets(found, raw, [one.char, one.char_end]) == [one.start, one.end]


DAMAGE = {
    "an accent that lost its end": FR.encode().replace("é".encode(), b"\xc3", 1),
    "an accent that lost its beginning": FR.encode().replace("à".encode(), b"\xa0", 1),
    "a Polish letter at the end of its word": "To są, jak mówią, dobre drogi do domu. ".encode().replace(
        b"\xc4", b"", 1
    ),
    "a byte between the letters of a word": EN.encode().replace(b"weather", b"wea\x92ther"),
    "a dash in a word": EN.encode().replace(b"weather", b"wea\x97ther"),
    "a quote without another": EN.encode().replace(b"weather", b"\x93weather"),
    "a letter that makes no word": EN.encode().replace(b"weather", b"we\xe9ther"),
    "a letter by itself": EN.encode().replace(b" the ", b" \xed ", 1),
    "the beginning of a hanzi": ZH.encode()[:-2],
    "a hanzi without its end, at a word": f"{ZH}caf".encode() + b"\xe9",
    "a page's mark in a number": PL.encode() + b"1\xb0.3 " + PL.encode(),
    "no character": EN.encode().replace(b"weather", b"wea\xffther"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_what_a_lost_byte_explains_is_damage(name: str) -> None:
    found = decode(DAMAGE[name])
    assert (found.encoding, found.passages) == ("utf-8", ())
    assert found.errors


@given(st.sampled_from(AROUND), st.integers(0, 400), st.sampled_from(["drop", "cut", "double"]))
def test_a_byte_dropped_doubled_or_cut_anywhere_makes_no_word_of_another_codec(text: str, at: int, how: str) -> None:
    raw = (text * 3).encode()
    at %= len(raw)
    hurt = {"drop": raw[:at] + raw[at + 1 :], "cut": raw[:at], "double": raw[: at + 1] + raw[at:]}[how]
    found = decode(hurt)
    assert found is None or found.passages == ()


@given(st.sampled_from(AROUND), st.sampled_from(SURE), st.integers(0, 40))
def test_wherever_lines_break_a_stray_word_is_read_alike(text: str, sure: tuple[str, str], lines: int) -> None:
    said, codec = sure
    found = decode(f"{text}\n".encode() * (1 + lines) + said.encode(codec))
    assert (found.text, found.errors) == (f"{text}\n" * (1 + lines) + said, ())


@pytest.mark.parametrize(
    ("text", "other", "codec"),
    [
        ("Le maire a présenté le projet hier soir", ZH, "gb18030"),
        ("El alcalde presentó el proyecto ayer", JA, "cp932"),
        ("Die Gäste kamen später als erwartet", KO, "cp949"),
        ("Burmistrz otworzył nową szkołę", RU, "cp1251"),
        ("The ferryman’s ledger – a note", FR, "cp1252"),
    ],
    ids=["gb18030", "cp932", "cp949", "cp1251", "cp1252"],
)
@pytest.mark.parametrize("seam", ["\n", " "], ids=["a line", "in a line"])
def test_a_few_words_of_utf_8_beside_a_sentence_in_another_codec_are_read(text: str, other: str, codec: str, seam: str):
    found = decode(f"{text}{seam}".encode() + other.encode(codec))
    assert found is not None
    assert (found.text, found.errors) == (f"{text}{seam}{other}", ())


@pytest.mark.parametrize(
    ("text", "codec"),
    [(f"{ZH}\nApp门店和Web门户都在改版。\n", "gb18030"), (f"{FR}\n", "cp1252"), (f"{JA}\nWebﾃｽﾄとAppﾃﾞｰﾀ\n", "cp932")],
    ids=["names beside hanzi", "accents", "half-width kana"],
)
def test_words_beside_letters_of_their_own_codec_are_no_words_of_utf_8(text: str, codec: str):
    found = decode((3 * text).encode(codec))
    assert found is not None
    assert (found.text, found.passages) == (3 * text, ())
