from __future__ import annotations

import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.measure.duplication import fold as room
from audit.measure.duplication.fold import fold

HASHES = ["2d8038278fbc08d2", "27d6c25a1a1cfe0e"]
DIGEST = "68459d95dbbacd9e41d5a78e89fef8d2"

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
    ],
)
def test_texts_stay_apart(a: str, b: str) -> None:
    assert not same(a, b)


@pytest.mark.xfail(strict=True, reason="the classes of Han variants are not filled in yet: alphabet.HAN_VARIANTS")
def test_traditional_and_simplified_fold_alike() -> None:
    assert same("早間新聞", "早间新闻")


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


def test_a_long_text_folds_like_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The hills 山 were quiet; nobody came. " * 40
    whole = fold([text])
    monkeypatch.setattr(room, "PIECE", 300)
    monkeypatch.setattr(room, "LOAD", 100)
    pieces = fold([text])
    assert np.array_equal(whole.hashes, pieces.hashes)
    assert whole.digests == pieces.digests


@given(st.lists(TEXTS, max_size=6))
def test_a_batch_is_its_texts(texts: list[str]) -> None:
    tokens = fold(texts)
    for row, text in enumerate(texts):
        alone = fold([text])
        assert alone.digests[0] == tokens.digests[row]
        assert np.array_equal(alone.hashes, tokens.hashes[tokens.offsets[row] : tokens.offsets[row + 1]])


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
