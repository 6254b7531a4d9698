"""Characters that databases and Java write as two surrogates in UTF-8 (CESU-8) are read."""

import pytest

from audit.read.codec.decode import byte_offsets, decode


def cesu_8(text: str) -> bytes:
    halves = text.encode("utf-16-le")
    units = (chr(int.from_bytes(halves[at : at + 2], "little")) for at in range(0, len(halves), 2))
    return b"".join(unit.encode("utf-8", "surrogatepass") for unit in units).replace(b"\0", b"\xc0\x80")


@pytest.mark.parametrize(
    "text", ["Well done 😀🎈!", "村里的合作社😀打算再买一台𠮷机。", "It was 20 °C 🎉", "a\0b naïve 🎈"]
)
def test_surrogates_in_pairs_are_characters(text: str) -> None:
    raw = cesu_8(text)
    found = decode(raw)
    assert (found.text, found.errors, {one.codec for one in found.passages}) == (text, (), {"cesu-8"})
    at = text.index(next(char for char in text if char > "\uffff"))
    start, end = byte_offsets(found, raw, [at, at + 1])
    assert raw[start:end] == cesu_8(text[at])


@pytest.mark.parametrize("raw", [b"half \xed\xa0\xbd a pair", b"\xff " + cesu_8("村里的合作社😀打算再买一台烘干机")])
def test_other_bytes_beside_them_stay_damage(raw: bytes) -> None:
    assert decode(raw).errors
