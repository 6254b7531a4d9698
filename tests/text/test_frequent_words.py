"""Frequent words prove something, common ones only support it."""

import pytest

from audit.text.frequent_words import is_common, is_frequent, languages_with


@pytest.mark.parametrize(("word", "language"), [("und", "de"), ("Wetter", "de"), ("yang", "id"), ("если", "ru")])
def test_a_common_word_is_one_of_any_letters(word: str, language: str) -> None:
    assert is_common(word, language)


@pytest.mark.parametrize(("word", "language"), [("the", "de"), ("und", "en"), ("zwart", "sv"), ("und", "zu")])
def test_a_word_of_another_language_is_none(word: str, language: str) -> None:
    assert not is_common(word, language)


def test_a_word_of_ascii_letters_is_not_frequent() -> None:
    assert [is_frequent(word, "de") for word in ("und", "für")] == [False, True]


def test_international_words_are_of_many_languages() -> None:
    assert min(map(languages_with, ("radio", "video", "Internet", "station"))) > 10
    assert max(map(languages_with, ("Wetter", "gestern", "Bibliothek", "zwart"))) < 5
