"""Frequent words have letters beyond ASCII, so that they prove a codec."""

from audit.text.frequent_words import is_frequent


def test_a_word_of_ascii_letters_is_not_frequent() -> None:
    assert [is_frequent(word, "de") for word in ("und", "für")] == [False, True]
