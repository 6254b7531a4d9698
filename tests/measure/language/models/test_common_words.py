"""Common words have a level of how often they are used; they only support, where frequent ones prove."""

import pytest

from audit.measure.language.models.common_words import (
    LEAST_KNOWN,
    has_list,
    is_common,
    is_of_programs,
    languages_with,
    word_level,
)


@pytest.mark.parametrize(("word", "language"), [("und", "de"), ("Wetter", "de"), ("yang", "id"), ("если", "ru")])
def test_a_common_word_is_one_of_any_letters(word: str, language: str) -> None:
    assert is_common(word, language)


@pytest.mark.parametrize(("word", "language"), [("the", "de"), ("und", "en"), ("zwart", "sv"), ("und", "zu")])
def test_a_word_of_another_language_is_none(word: str, language: str) -> None:
    assert not is_common(word, language)


def test_a_word_that_is_used_more_often_has_a_higher_level() -> None:
    often, seldom = word_level("und", "de"), word_level("Wetter", "de")
    assert often is not None
    assert seldom is not None
    assert often > seldom > LEAST_KNOWN
    assert word_level("zwart", "de") is None


def test_words_of_programs_are_listed_but_not_common() -> None:
    assert word_level("ficheiro", "gl") is not None
    assert not is_common("ficheiro", "gl")


def test_a_language_has_a_list_the_words_of_programs_or_neither() -> None:
    assert [has_list(language) for language in ("de", "gl", "co")] == [True, False, False]
    assert [is_of_programs(language) for language in ("de", "gl", "co")] == [False, True, False]


def test_international_words_are_of_many_languages() -> None:
    assert min(map(languages_with, ("radio", "video", "Internet"))) > 10
    assert max(map(languages_with, ("Wetter", "gestern", "Bibliothek", "zwart"))) < 5
