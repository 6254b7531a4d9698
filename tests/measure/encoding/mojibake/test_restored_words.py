"""Words that another codec makes frequent ones: those that are, those that look like it, and texts side by side."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.measure.encoding.mojibake.reading import RestoredWord
from audit.measure.encoding.mojibake.restored_words import PROOF, READ_AS, restored_words
from audit.text.frequent_words import alike, frequent_words, is_frequent, word_hash


def found(*texts: str) -> dict[int, tuple[RestoredWord, ...]]:
    return restored_words(pa.array(texts, pa.large_string()), np.ones(len(texts), np.bool_))


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        pytest.param("les trËs bonnes rÈponses", ("cp1252", "mac-roman"), id="capitals within words"),
        pytest.param("los vol£menes", ("cp850", "cp1252"), id="a sign within one word"),
        pytest.param("I donÕt and canÕt", ("mac-roman", "cp1252"), id="apostrophes"),
        pytest.param("nach pr\x9ffen und w\x8alten", ("mac-roman", "cp1252"), id="controls within words"),
        pytest.param("ïî ñëîâàì ïðåçèäåíòà áûëî", ("cp1251", "cp1252"), id="another alphabet"),
        pytest.param("il est 間alement possible", ("cp1252", "gb18030"), id="hanzi among letters"),
        pytest.param("Befehle f├╝r alle", ("utf-8", "cp437"), id="UTF-8 as lines and corners"),
        pytest.param("so viele wie m枚glich", ("utf-8", "gb18030"), id="UTF-8 as hanzi among letters"),
        pytest.param("ne verrÃ\xa0 creata una", ("utf-8", "cp1252"), id="UTF-8 with a no-break space"),
    ],
)
def test_words_come_back_and_say_by_which_codecs(text: str, pair: tuple[str, str]):
    assert pair in {word.pair for word in found(text).get(0, ())}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("l’été où l’hôtel était fermé à côté", id="French as it is"),
        pytest.param("“Hello”—he said… «oui» ‘no’", id="quotes and dashes"),
        pytest.param("perch‡ si† podr‡", id="daggers behind words, of which one is a word without it"),
        pytest.param("用Linux的GCC编译D套机", id="names among hanzi"),
        pytest.param("он положил старую книгу на стол", id="Russian as it is"),
        pytest.param("…… ‚‚‚ ¤¤¤ ▓▓▓", id="signs alone"),
        pytest.param("每天checkin都很忙，5t煤、WHO霉菌、cos矛盾", id="hanzi that are letters in UTF-8"),
        pytest.param("├── für ├── ├f╝ │r│", id="a tree of names"),
        pytest.param("été", id="one word, frequent as it stands"),
    ],
)
def test_healthy_words_are_no_proof(text: str):
    assert all(word.weight < PROOF for word in found(text).get(0, ()))


def test_sound_words_between_take_away_from_what_words_weigh():
    near, apart = "rÈponses trËs", "rÈponses " + "été hôtel forêt " * 3 + "trËs"
    weights = [max(word.weight for word in found(text)[0]) for text in (near, apart)]
    assert weights[0] > weights[1]


def test_sound_words_that_stay_as_they_are_do_not():
    # ł and ż are the same to both codecs, ę to neither of another pair.
    near, apart = "dlatego jedn± ¶wietnie", "dlatego jedn± " + "słońce żółw łóżko " * 2 + "¶wietnie"
    weights = [max(word.weight for word in found(text)[0] if word.pair[0] == "iso8859-2") for text in (near, apart)]
    assert weights[0] == weights[1]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text("aeéèËÈ£trs l間’\x8f中жÃ├╝®枚", max_size=30), max_size=6))
def test_texts_side_by_side_have_the_words_of_each(texts: list[str]):
    together = found(*texts)
    assert [together.get(number, ()) for number in range(len(texts))] == [found(text).get(0, ()) for text in texts]


def test_a_long_text_has_no_more_finds_than_there_is_room_for():
    words = found("rÈponses trËs " * 5_000)[0]
    assert 0 < len(words) <= 512
    assert all(word.pair in READ_AS for word in words)


def test_frequent_words_are_known_by_their_letters():
    assert is_frequent("Été", "fr")
    assert is_frequent("DON'T", "en")
    assert not is_frequent("trËs", "xx")
    assert alike("ŞTIU") == "știu"
    assert word_hash("été") in frequent_words()["fr"]
    assert all((np.diff(own.astype(np.int64)) > 0).all() for own in frequent_words().values())
