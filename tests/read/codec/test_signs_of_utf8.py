"""Letters of another script that happen to be sequences of UTF-8 are no passage in it; passages are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.read.codec.decode import decode
from audit.read.codec.odd_lines import utf8_marks
from audit.read.codec.signs_of_utf8 import is_partly_utf8, signs_of_utf8

LOOKING_GUILTY = {
    "cp874": "ข่าวประจำวันจากเพจในประเทศ แนะนำเพจในเครือ",
    "koi8-r": "Её письмо пришло в среду, и её сестра прочла его вслух.",
    "cp1251": "В ЇЇ Ґазеті",
    "cp866": "Её письмо пришло в среду.",
    "gb18030": "他们在图书馆里读了三个小时的书，然后一起走回家去。",
}
PASSAGES = {"ru": "утром всё было тихо", "th": "ข่าวประจำวัน", "zh": "今天没有人来", "fr": "le café fermé"}


@pytest.mark.parametrize("codec", LOOKING_GUILTY)
def test_text_in_its_codec_holds_no_utf_8(codec: str):
    raw = LOOKING_GUILTY[codec].encode(codec)
    assert not is_partly_utf8(raw, codec)
    assert [match.group() for match in signs_of_utf8(raw, codec, 0)] == []


@pytest.mark.parametrize(
    "line", ["第3模b，每人一份", "A模b and B目c", "A模b B目c C农d，每人一份", "模板 = 目录 + 每农"]
)
def test_hanzi_between_letters_are_no_letters_of_utf_8(line: str):
    raw = f"{line}\n{LOOKING_GUILTY['gb18030']}".encode("gb18030")
    assert not list(signs_of_utf8(raw, "gb18030", 0))


@pytest.mark.parametrize("codec", ["cp874", "koi8-r", "cp1251"])
@pytest.mark.parametrize("language", PASSAGES)
def test_a_passage_in_utf_8_is_found_in_a_code_page_of_another_script(codec: str, language: str):
    raw = LOOKING_GUILTY[codec].encode(codec) + b"\n" + PASSAGES[language].encode() + b"\n"
    assert [match.start() for match in signs_of_utf8(raw, codec, 0)] != []


@pytest.mark.parametrize("text", ["这个地方很适合度假，明年还会再来。", "我们而且患上了感冒"])
def test_halves_of_hanzi_are_no_letters_of_utf_8(text: str):
    raw = text.encode("gb18030")
    assert utf8_marks(raw, "gb18030", 0) == []


@pytest.mark.parametrize("codec", ["gb18030", "cp950", "cp932", "cp949"])
@pytest.mark.parametrize("before", ["", "A", "、", "a、1"])
def test_a_passage_in_utf_8_is_found_between_characters_of_two_bytes(codec: str, before: str):
    raw = before.encode(codec) + "日本人".encode() + before.encode(codec)
    assert utf8_marks(raw, codec, 0) == [len(before.encode(codec))]


@given(st.lists(st.sampled_from([b"\xc3\xa9", b"\xe4\xb8\xad", b"\xa9", b"\xe4", b"A"]), max_size=16).map(b"".join))
def test_no_sign_is_lost_by_looking_for_rows_first(raw: bytes):
    assert [match.start() for match in signs_of_utf8(raw, "gb18030", 0)] == [
        match.start() for match in re.finditer(rb"(?:\xe4\xb8\xad|\xe4\xa9\xa9){2,}|(?:\xc3\xa9){6,}", raw)
    ]


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Šta je bilo na kraju", "iso8859-2"),
        ("Öffentlich bekannt", "cp1252"),
        ("Århus by ligger der", "cp1252"),
        ("Órdenes del día", "cp1252"),
        ("élève de cinquième", "mac-roman"),
    ],
)
def test_the_first_letter_of_a_text_weighs_as_much_as_others(text: str, codec: str):
    found = decode(text.encode(codec))
    assert found is not None
    assert found.text == text
