"""Arabic with all its vowels is read in each of its codecs; no other text loses a byte to the law."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.read.codec.decode import decode
from audit.read.codec.statistical.vowel_marks import without_vowel_marks
from tests.read.codec.test_legacy import WRITTEN

VOWELLED = (
    WRITTEN["ar with vowels"][0],
    "ذَهَبَ التَّاجِرُ إِلَى السُّوقِ صَبَاحًا وَاشْتَرَى خُبْزًا وَتَمْرًا وَعَسَلًا.",
)


@pytest.mark.parametrize("codec", ["iso8859-6", "cp1256", "cp720"])
@pytest.mark.parametrize("text", VOWELLED)
def test_vowelled_arabic_is_read(text: str, codec: str):
    found = decode(text.encode(codec, "ignore"))
    assert found
    assert (found.encoding, found.text) == (codec, text.encode(codec, "ignore").decode(codec))


@pytest.mark.parametrize("codec", ["iso8859-6", "cp1256"])
@given(text=st.sampled_from(VOWELLED), at=st.integers(0, 60))
def test_letters_stay_and_one_mark_without_a_letter_is_enough_to_leave_all(text: str, at: int, codec: str):
    raw = text.encode(codec, "ignore")
    bare = "".join(char for char in text if not "\u064b" <= char <= "\u0652").encode(codec, "ignore")
    assert without_vowel_marks(raw) == bare
    space = raw.index(b" ", at % raw.rindex(b" "))
    astray = raw[:space] + b" \xf0" + raw[space:]
    assert without_vowel_marks(astray) == astray


@pytest.mark.parametrize("name", sorted(WRITTEN.keys() - {"ar with vowels"}))
def test_other_texts_lose_nothing(name: str):
    text, codecs = WRITTEN[name]
    for codec in codecs.split():
        raw = text.encode(codec, "ignore")
        assert without_vowel_marks(raw) == raw
