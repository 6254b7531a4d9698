"""Spellings of one text have the same tokens, look-alikes have others, on every machine and in any batch."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.measure.duplication.tokens.fold import fold, fold_bytes

HASHES = ["00000000800096fe", "00000000347d4775"]
DIGEST = "3fab11366d24b1a8db5845e1cf4b9b16"

TEXTS = st.text(st.characters(codec="utf-8"), max_size=60)


def same(a: str, b: str) -> bool:
    first, second = fold([a, b]).digests
    return first == second


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("Ｈｅｌｌｏ，世界！", "hello 世界", id="width, case, punctuation"),
        pytest.param("晨雾散去，山路渐渐清楚。", "晨雾 散去\n山路 渐渐 清楚", id="spacing of Han"),
        pytest.param("한국어 신문", unicodedata.normalize("NFD", "한국어 신문"), id="decomposed Korean"),
        pytest.param("ガラス", "ｶﾞﾗｽ", id="half-width kana"),
        pytest.param("café naïve", "cafe\u0301 nai\u0308ve", id="decomposed accents"),
        pytest.param("Straße ﬁn", "STRASSE FIN", id="case folding, ligatures"),
        pytest.param("ze\u00adro wi\u200bdth", "zero width", id="invisible characters"),
        pytest.param("① ½ ㍿", "1 1 2 株式会社", id="compatibility forms"),
        pytest.param("", " \n…!?", id="no tokens"),
        pytest.param("שָׁלוֹם", "שלום", id="Hebrew points"),
        pytest.param("الســـوق", "السوق", id="stretched Arabic"),
        pytest.param("کتابی در مصطفى", "كتابي در مصطفی", id="Arabic yeh and kaf as other keyboards have them"),
        pytest.param("१४ ١٤ ۱۴ ໑໔ ၁၄ ១៤ ๑๔", "14 14 14 14 14 14 14", id="digits of other scripts"),
        pytest.param("мати пʼять", "мати п'ять", id="an apostrophe typed as a letter"),
    ],
)
def test_texts_fold_alike(a: str, b: str) -> None:
    assert same(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("ab c", "a bc", id="other word bounds"),
        pytest.param("山上有雾", "山下有雾", id="another character"),
        pytest.param("कि", "की", id="Hindi vowel signs spell"),
        pytest.param("ก่า", "ก้า", id="Thai tones spell"),
        pytest.param("3.14", "314", id="a point separates digits"),
        pytest.param("१४ दिन", "१५ दिन", id="another digit of another script"),
        pytest.param("بھائی", "بهائی", id="an aspirated letter of Urdu"),
    ],
)
def test_texts_stay_apart(a: str, b: str) -> None:
    assert not same(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("早間新聞", "早间新闻", id="simplified"),
        pytest.param("他拿著鐘錶站在裡面", "他拿着钟表站在里面", id="one to many"),
        pytest.param("為什麼羣眾喫飯", "爲什麽群衆吃飯", id="Hong Kong and Taiwan"),
        pytest.param("乾燥的麵條", "干燥的面条", id="merged in simplified"),
    ],
)
def test_traditional_and_simplified_fold_alike(a: str, b: str) -> None:
    assert same(a, b)


@pytest.mark.parametrize(("a", "b"), [("日出", "曰出"), ("己经", "已经"), ("土地", "士地"), ("气泡", "汽泡")])
def test_characters_that_only_look_alike_stay_apart(a: str, b: str) -> None:
    assert not same(a, b)


def test_tokens_are_wide_characters_and_words() -> None:
    tokens = fold(["GPU 芯片,cost 300元", "", "ไทย"])
    assert tokens.offsets.tolist() == [0, 6, 6, 9]
    assert tokens.wide.tolist() == [False, True, True, False, False, True, True, True, True]
    assert tokens.digests[1] is None


def test_a_token_hashes_alike_wherever_it_stands() -> None:
    tokens = fold(["the cat and the 猫", "猫 the"])
    assert tokens.hashes[0] == tokens.hashes[3] == tokens.hashes[6]
    assert tokens.hashes[4] == tokens.hashes[5]


def test_hashes_are_the_same_on_every_machine() -> None:
    tokens = fold(["雾 fog"])
    assert [f"{number:016x}" for number in tokens.hashes.tolist()] == HASHES
    digest = tokens.digests[0]
    assert digest is not None
    assert digest.hex() == DIGEST


@pytest.mark.parametrize(
    "bytes", [b"\xff\xfe a", b"a \xe6\x96", b"\xf4\x90\x80\x80", b"\xc0\x80\xed\xa0\x80", b"\x80" * 9]
)
def test_broken_bytes_separate_words(bytes: bytes) -> None:
    folded = fold_bytes(np.frombuffer(bytes, np.uint8), np.array([0, len(bytes)]), np.empty(0, np.int64))
    assert folded.codes.tolist() == fold(["a"] if b"a" in bytes else []).hashes.tolist()


@given(st.lists(TEXTS, max_size=6))
def test_a_batch_is_its_texts(texts: list[str]) -> None:
    tokens = fold(texts)
    for row, text in enumerate(texts):
        alone = fold([text])
        assert alone.digests[0] == tokens.digests[row]
        assert np.array_equal(alone.hashes, tokens.hashes[tokens.offsets[row] : tokens.offsets[row + 1]])


@given(st.lists(TEXTS, min_size=1, max_size=4), st.lists(st.integers(0, 300), max_size=9))
def test_where_passages_end_changes_no_token(texts: list[str], cuts: list[int]) -> None:
    raw = [text.encode() for text in texts]
    offsets = np.cumsum([0, *(len(text) for text in raw)])
    buffer = np.frombuffer(b"".join(raw), np.uint8)
    inside = np.sort(np.array([cut for cut in cuts if cut <= len(buffer)], np.int64))
    whole, cut_up = (fold_bytes(buffer, offsets, some) for some in (np.empty(0, np.int64), inside))
    assert np.array_equal(whole.codes, cut_up.codes)
    assert np.array_equal(whole.digests, cut_up.digests)


@given(TEXTS)
def test_canonical_equivalence_is_nothing(text: str) -> None:
    digest = fold([text]).digests[0]
    assert digest == fold([unicodedata.normalize("NFC", text)]).digests[0]


@given(TEXTS)
def test_each_token_has_a_digest(text: str) -> None:
    tokens = fold([text])
    assert (tokens.digests[0] is None) == (len(tokens.hashes) == 0)
    assert len(tokens.wide) == len(tokens.hashes) == tokens.offsets[-1]


def test_lone_surrogates_do_not_raise() -> None:
    assert same("left \ud800 right", "left right")
