"""A short text in UTF-8 that lost a byte is no text in another codec; one in another codec stays one."""

import pytest

from audit.read.codec.decode import decode

TEXTS = [
    "le système",
    "gewährt das Recht",
    "la configuración del puerto",
    "zamknęli szkołę",
    "příklad z praxe",
    "çok ilginç bir kitap",
    "phần mềm tự do",
    "können wir später gehen",
    "från början till slut",
    "Он сказал привет",
    "村里的合作社",
]
DAMAGE = {
    "lost": lambda raw, at: raw[:at] + raw[at + 1 :],
    "replaced": lambda raw, at: raw[:at] + b"?" + raw[at + 1 :],
}
PAGES = {
    "cp1252": ["die Änderung", "Übrigens: Öl", "l'été à l'île", "ÄRGER", "señor", "¿Qué?", "Måske", "fünf"],
    "cp850": ["die Änderung", "été", "señor", "får", "über"],
    "mac-roman": ["die Änderung", "été", "señor"],
    "cp1250": ["żółw", "ąką Bąćżą", "šťastný", "żaba", "łąka"],
    "iso8859-2": ["żółw", "podpięła", "łajza"],
    "cp852": ["żółw", "něžnými", "žluťoučký kůň"],
    "cp1254": ["çiçek", "İşletim", "ığdır"],
    "cp1251": ["Моё", "её ёж", "ВЁДРА"],
    "koi8-r": ["Привет", "её тётя", "зелёный"],
    "cp866": ["работа", "Андреасом Ти", "редак"],
    "cp932": ["この章では、Unix", "カタカナ"],
    "gb18030": ["新修的山路", "你好"],
    "cp950": ["功課很多", "你好"],
}


@pytest.mark.parametrize("how", DAMAGE)
@pytest.mark.parametrize("text", TEXTS)
def test_a_short_text_that_lost_a_byte_is_utf_8(text: str, how: str) -> None:
    raw = text.encode()
    for at in (at for at, byte in enumerate(raw) if byte >= 0x80):
        found = decode(DAMAGE[how](raw, at))
        assert (found.encoding, "\ufffd" in found.text) == ("utf-8", True), at


@pytest.mark.parametrize(("codec", "text"), [(codec, text) for codec, texts in PAGES.items() for text in texts])
def test_a_short_text_in_another_codec_is_none_in_utf_8(codec: str, text: str) -> None:
    assert decode(text.encode(codec)).encoding != "utf-8"


def test_a_text_that_begins_within_a_sign_is_damaged() -> None:
    found = decode("édition du matin".encode()[1:])
    assert (found.encoding, found.text) == ("utf-8", "\ufffddition du matin")


def test_a_long_text_in_which_no_character_is_whole_is_in_another_codec() -> None:
    """Some of many words are known with any byte before their letter; one in three is, where bytes are lost."""
    text = "Tar kpôô a lu sha môm. " + "".join(f"Er mba ôr {n} ve gbôr sha hôngor la. " for n in range(40))
    assert decode(text.encode("cp850")).encoding != "utf-8"
    lost = "".join(f"Il était à {n} lieues, près de là, où le système a été créé. " for n in range(4))
    assert decode(lost.encode().replace(b"\xc3", b"")).encoding == "utf-8"
