"""Files joined from two legacy codecs in like parts are read line by line; strange text in one is not parted."""

from __future__ import annotations

import pytest

from audit.read.codec.decode import decode
from tests.read.codec.test_mixed import DE, JA, RU, ZH

HE = "הוא הניח את הספר הישן על השולחן, ניגש אל החלון והביט בגשם שירד לאט."
# Halves in two codecs, which a third explains least badly as a whole.
HALVES = [
    pytest.param(RU, "koi8-r", "cp866", id="Russian of Unix and DOS"),
    pytest.param(HE, "cp1255", "cp862", id="Hebrew of Windows and DOS"),
    pytest.param(DE, "cp1252", "mac-roman", id="German of Windows and Mac"),
    pytest.param(JA, "cp932", "euc_jp", id="Japanese of Windows and Unix"),
]


def _lines_of(text: str, count: int) -> list[str]:
    words = text.split(" ") if " " in text else list(text)
    return ["".join(words[at:]) if " " not in text else " ".join(words[at:]) for at in range(count)]


@pytest.mark.parametrize(("text", "codec", "other"), HALVES)
def test_halves_in_two_codecs_are_read_with_their_own(text: str, codec: str, other: str):
    half = "".join(line + "\n" for line in _lines_of(text, 6))
    for first, second in ((codec, other), (other, codec)):
        found = decode(half.encode(first) + half.encode(second))
        assert found is not None
        assert found.text == half * 2
        assert {found.encoding, *(passage.codec for passage in found.passages)} == {codec, other}


def test_halves_in_two_languages_and_codecs_are_read_with_their_own():
    halves = ["".join(line + "\n" for line in _lines_of(text, 6)) for text in (ZH, JA)]
    found = decode(halves[0].encode("gb18030") + halves[1].encode("cp932"))
    assert found is not None
    assert found.text == "".join(halves)


@pytest.mark.parametrize(("text", "codec", "_"), HALVES)
def test_strange_text_in_one_codec_is_not_parted(text: str, codec: str, _: str):
    half = "".join(line.swapcase()[::-1] + "\n" for line in _lines_of(text, 12))
    found = decode(half.encode(codec))
    assert found is not None
    assert found.passages == ()
