"""Bytes go back as they came, character by character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.measure.encoding.mojibake.codec_pairs import (
    HALF_EMPTY,
    RIGHTS,
    TWO_BYTES,
    byte_of,
    put_back,
    read_carelessly,
    read_in_step,
    shown_by,
)

HANT = "這座城市的圖書館昨天重新開放，許多市民帶著孩子來看書。館長說：今年會增加三千本新書！"
ZH = "他把旧书放在桌上，然后走到窗前看着外面的雨。孩子们放学以后都跑到河边！"


@pytest.mark.parametrize("codec", sorted(RIGHTS))
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=20))
def test_a_text_goes_back_character_by_character(codec: str, text: str):
    pieces = [byte_of(char, codec) for char in text]
    assert put_back(text, codec) == (b"".join(pieces), pieces.count(b""))
    if codec not in TWO_BYTES:
        assert bool(shown_by(codec).fullmatch(text)) == all(pieces)


@pytest.mark.parametrize("codec", sorted(HALF_EMPTY))
def test_a_byte_that_a_codec_leaves_undefined_comes_back(codec: str):
    for byte in range(0x80, 0x100):
        raw = bytes((byte,))
        if not raw.decode(codec, "ignore"):
            assert byte_of(read_carelessly(raw, codec) or "", codec) == raw


@pytest.mark.parametrize(
    ("written", "right", "wrong"),
    [(HANT, "cp950", "gb18030"), (HANT, "cp950", "cp949"), (ZH, "gb18030", "cp950"), (ZH, "gb18030", "euc_jp")],
)
@given(st.data())
def test_next_to_a_dropped_byte_each_character_is_read_or_a_hole(
    written: str, right: str, wrong: str, data: st.DataObject
):
    text = "".join(data.draw(st.lists(st.sampled_from(written), max_size=12)))
    shown = text.encode(right).decode("gbk" if wrong == "gb18030" else wrong, "replace")
    read = read_in_step(shown, wrong, right)
    assert len(read) == len(text)
    assert all(char in {was, "\ufffd"} for char, was in zip(read, text, strict=True))
    assert "\ufffd" in shown or read == text
