"""Short Vietnamese of code page 1258 is told by its tones; capitals behind vowels in other codecs are no tones."""

from __future__ import annotations

from typing import Final

import pytest

from audit.read.codec.decode import decode
from tests.measure.encoding.mojibake.test_every_pair import tones_apart

SHORT: Final = (
    "cả nhà đều vui vẻ",
    "nước chảy đá mòn",
    "mùa hè nóng lắm",
    "bà kể chuyện cũ",
    "tôi muốn về nhà",
    "sách này của tôi",
)
OTHERS: Final = (
    ("cp1252", "ÀÌÒ ÈÒ ÙÌ: tre gruppi di vocali"),
    ("cp1252", "McÒrdha agus MacÌomhair"),
    ("cp1252", "Caffè, perciò, così, lunedì"),
    ("cp863", "Il est à la maison, là-bas, déjà."),
    ("cp1251", "Хм, эт кто там?"),
)


@pytest.mark.parametrize("text", SHORT)
def test_short_vietnamese_is_read(text: str):
    found = decode(tones_apart(text).encode("cp1258"))
    assert found is not None
    assert (found.encoding, found.text) == ("cp1258", tones_apart(text))


@pytest.mark.parametrize(("codec", "text"), OTHERS)
def test_other_letters_are_no_tones(codec: str, text: str):
    found = decode(text.encode(codec))
    assert found is None or found.encoding != "cp1258"
