"""Words of joined forms are known by their ends, which those of letters in other codecs lack."""

from __future__ import annotations

import pytest

from audit.read.codec.statistical.joined_forms import are_joined
from tests.read.codec.test_legacy import WRITTEN


def test_words_that_end_in_final_forms_are_joined():
    text, codec = WRITTEN["ar joined"]
    assert are_joined(text.encode(codec))


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("ar", "iso8859-6"),
        ("ar", "cp1256"),
        ("he pointed", "cp1255"),
        ("ru", "cp1251"),
        ("th", "cp874"),
    ],
)
def test_letters_of_other_codecs_are_not(name: str, codec: str):
    assert not are_joined(WRITTEN[name][0].encode(codec, "ignore"))


def test_ascii_is_not():
    assert not are_joined(b"a library")
