"""Letters of another language are found alike in one text and in many at once; bytes go back as they came."""

from __future__ import annotations

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.measure.encoding.mojibake.codec_pairs import RIGHTS, TWO_BYTES, byte_of, put_back, shown_by
from audit.measure.encoding.mojibake.strange_letters import strange_letters, strange_letters_in
from audit.measure.encoding.scan import scanned
from audit.measure.encoding.scanned import ScannedText

TEXTS = st.text(st.characters(max_codepoint=0x1EFF, exclude_categories=("Cs",)), max_size=40)


@given(st.lists(TEXTS, max_size=4))
def test_texts_together_have_the_strange_letters_of_each(texts: list[str]):
    column = pa.array(texts, pa.large_string())
    found = scanned(column)
    alone = [
        len(strange_letters(ScannedText(text, found.tallies[at], int(found.marks[at]), int(found.peaks[at]))))
        for at, text in enumerate(texts)
    ]
    assert strange_letters_in(column).tolist() == alone


@pytest.mark.parametrize("codec", sorted(RIGHTS))
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=20))
def test_a_text_goes_back_character_by_character(codec: str, text: str):
    pieces = [byte_of(char, codec) for char in text]
    assert put_back(text, codec) == (b"".join(pieces), pieces.count(b""))
    if codec not in TWO_BYTES:
        assert bool(shown_by(codec).fullmatch(text)) == all(pieces)
