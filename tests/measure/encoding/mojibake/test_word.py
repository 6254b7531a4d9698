"""The words before and after re-decoding."""

import pytest

from audit.measure.encoding.mojibake.spelled.word import Word, words_of


@pytest.mark.parametrize(
    ("seen", "read", "expected"),
    [
        ("een cafИ, no", "een café, no", [("een", "een"), ("cafИ", "café"), ("no", "no")]),
        ("5€ for a½b", "5é for aśb", [("5€", "5é"), ("for", "for"), ("a½b", "aśb")]),
        ("it’s “ours”", "it’s “ours”", [("it", "it"), ("s", "s"), ("ours", "ours")]),
        ("lost\ufffd one", "lost\ufffd one", [("one", "one")]),
        ("2² x_y", "2² x_y", [("x", "x"), ("y", "y")]),
        ("", "", []),
    ],
)
def test_words_are_runs_of_letters_before_or_after_and_the_same_piece_by_piece(
    seen: str, read: str, expected: list[tuple[str, str]]
) -> None:
    words = [Word(*both) for both in expected]
    assert list(words_of(seen, read)) == words
    assert list(words_of(list(seen), list(read))) == words


@pytest.mark.parametrize("pieces", [str, list])
def test_letters_of_a_number_are_no_word(pieces: type[str] | type[list[str]]):
    found = list(words_of(pieces("XÖ849 zurÂck 12"), pieces("Xô849 zurück 12")))
    assert [word.is_evidence for word in found] == [False, True]


def test_between_glottal_stops_is_no_word() -> None:
    seen, read = "k'ïk'ï, l'ïk", "k'ők'ő, l'ők"
    assert [word.read for word in words_of(seen, read)] == ["l", "ők"]
