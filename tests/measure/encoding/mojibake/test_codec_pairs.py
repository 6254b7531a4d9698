"""Bytes go back as they came, character by character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.measure.encoding.mojibake.codec_pairs import RIGHTS, TWO_BYTES, byte_of, put_back, shown_by


@pytest.mark.parametrize("codec", sorted(RIGHTS))
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=20))
def test_a_text_goes_back_character_by_character(codec: str, text: str):
    pieces = [byte_of(char, codec) for char in text]
    assert put_back(text, codec) == (b"".join(pieces), pieces.count(b""))
    if codec not in TWO_BYTES:
        assert bool(shown_by(codec).fullmatch(text)) == all(pieces)
