"""A text is as long, and as much a sentence, in a script without blanks as in one with them."""

from __future__ import annotations

import pytest

from audit.measure.articles.running import is_running, sentence_length


@pytest.mark.parametrize(
    ("text", "length"),
    [("a b", 2), ("", 0), ("渡口", 4), ("わたし", 6), ("나루", 4), ("渡口 a", 5), ("Überfahrt", 9)],
)
def test_wide_characters_count_twice_and_blanks_not(text: str, length: int) -> None:
    assert sentence_length(text) == length


@pytest.mark.parametrize("text", ["The ferry left the harbour", "渡口的老船", "12 of 40", "¿Quién viene en barco?"])
def test_sentences_are_running(text: str) -> None:
    assert is_running(text)


@pytest.mark.parametrize("text", ["Editorial Policy", "Down By The Landing", "Ada Finch and Bo Marl"])
def test_headlines_and_names_are_not(text: str) -> None:
    assert not is_running(text)
