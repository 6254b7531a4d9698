"""Bounds on UTF-8 by the kinds of bytes alone: never below what a decoder finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.read.codec.high_bytes import count_high, most_utf8


@given(st.lists(st.one_of(st.binary(max_size=6), st.text(max_size=4).map(str.encode))).map(b"".join))
def test_no_utf_8_is_missed_by_the_bound(raw: bytes):
    valid = raw.decode("utf-8", "ignore").encode()
    assert count_high(valid) <= most_utf8(raw)


@pytest.mark.parametrize("text", ["naïve", "Привет, мир", "汉字，标点。", "😀 and 𠀀"])
def test_all_of_intact_utf_8_counts(text: str):
    assert most_utf8(text.encode()) == count_high(text.encode())


@pytest.mark.parametrize("raw", [b"\xed\xa0\x81\xed\xb0\x81", b"\xc0\x80"])
def test_what_careless_encoders_write_counts_too(raw: bytes):
    assert most_utf8(raw) == len(raw)


@pytest.mark.parametrize("codec", ["gb18030", "euc_jp", "euc_kr"])
def test_little_of_two_byte_codecs_may_be_utf_8(codec: str):
    raw = "三月春分，山川草木，日本人口。".encode(codec, "ignore")
    assert 2 * most_utf8(raw) < count_high(raw)
