"""How much English words belong together: what stands side by side, and what never does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.measure.spun.word_pairs import LEAST, MOST, word_pairs


@pytest.mark.parametrize(("first", "second"), [("of", "the"), ("have", "been"), ("according", "to"), ("5", "years")])
def test_words_that_stand_side_by_side_belong_together(first: str, second: str) -> None:
    assert word_pairs("en").level(first, second) > 0


@pytest.mark.parametrize(("first", "second"), [("the", "of"), ("the", "the"), ("of", "was"), ("a", "plumbers")])
def test_words_that_never_do_belong_to_nothing(first: str, second: str) -> None:
    assert word_pairs("en").level(first, second) < 0


@given(st.from_regex(r"[^\W_]+(?:['’-][^\W_]+)*", fullmatch=True), st.sampled_from(["the", "repairing", "42", "é"]))
def test_every_word_counts_as_something(word: str, other: str) -> None:
    assert LEAST <= word_pairs("en").level(word, other) <= MOST
