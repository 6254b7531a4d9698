"""Quotes of Windows-1252 that are a text's only damage, in Mac, DOS, Russian and East Asian codecs."""

from __future__ import annotations

import pytest

from audit.measure.encoding.mojibake.codec_pairs import TWO_BYTES
from tests.measure.encoding.mojibake.test_every_pair import mojibake

APOSTROPHE = "Nobody in the village says the baker’s shop will open again before winter."
QUOTED = (
    "The teacher said “come in” and closed the heavy door behind them.",
    "El profesor dijo “adelante” y puso los libros en la mesa.",
)
GERMAN = "Mein Onkel nannte es „einen guten Tag“ und ging nach Hause."


def _misread(text: str, wrong: str) -> str:
    return text.encode("cp1252").decode("gbk" if wrong == "gb18030" else wrong, "replace")


@pytest.mark.parametrize("wrong", ["cp437", "cp850", "koi8-r", "gb18030", "cp932", "cp949"])
def test_an_english_ending_behind_what_ends_no_word_is_enough(wrong: str) -> None:
    assert mojibake(_misread(APOSTROPHE, wrong), APOSTROPHE) == [1, 0]


@pytest.mark.parametrize("wrong", ["mac-roman", "cp437", "cp850", "koi8-r", "gb18030", "cp932", "cp949"])
def test_an_opening_quote_with_its_closing_one_is_enough(wrong: str) -> None:
    # Shift JIS has no character for the German one.
    texts = (*QUOTED, *(() if wrong in TWO_BYTES else (GERMAN,)))
    assert mojibake(*(_misread(text, wrong) for text in texts)) == [1] * len(texts)
    assert not any(mojibake(*texts))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("El país es grande y París no está lejos de aquí según dicen", id="Spanish endings"),
        pytest.param("The app is called zhihu知 and it is large", id="a name with a hanzi"),
        pytest.param("The song otaku痴 was a hit in many towns", id="a title with a hanzi"),
        pytest.param("The word ìre means level and the word coborî means to go down", id="words of two languages"),
        pytest.param("It begins with ô and ends with ö in the list of letters", id="letters"),
        pytest.param("we use ôil and coö in this old book", id="odd spellings"),
        pytest.param("The CÆSARÆS of old Rome and the Æs of the Danish texts", id="capitals"),
    ],
)
def test_what_looks_like_quotes_is_silent(text: str) -> None:
    assert mojibake(text) == [0]
