"""Two texts are shown where they differ: words or sentences, places far apart on their own, the rest counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.differences.wording import wording

TEXTS = st.text("ab ", max_size=30) | st.text("好坏。\n", max_size=30)


def told(old: str, new: str, most: int = 99) -> list[list[tuple[str, str]]]:
    return [[(piece.sign, piece.text) for piece in place] for place in wording(old, new, most).places]


@given(TEXTS, TEXTS)
def test_a_text_differs_in_places_unless_it_is_the_same(old: str, new: str) -> None:
    places = told(old, new)
    assert (old == new) == (places == [])
    for sign, text in (("-", old), ("+", new)):
        at = 0
        for place in places:
            # What stayed and what went stand in the old text in that order, what stayed and what came in the new one.
            read = "".join(t for s, t in place if s in ("=", sign))
            assert read in text[at:] or not read
            at = text.find(read, at) if read else at


@pytest.mark.parametrize(
    ("old", "new", "unit"),
    [
        ("港口开放。船走了。", "港口开放。船来了。", "sentence"),
        ("今日は晴れです。", "今日は雨です。", "sentence"),
        ("วันนี้ฝนตก", "วันนี้แดดออก", "sentence"),
        ("The ferry left.", "The ferry stayed.", "word"),
        ("오늘은 비가 온다.", "오늘은 눈이 온다.", "word"),
        ("Паром ушёл.", "Паром остался.", "word"),
    ],
)
def test_the_unit_is_what_the_writing_has(old: str, new: str, unit: str) -> None:
    assert wording(old, new, 1).unit == unit


def test_places_far_apart_are_shown_apart_and_the_rest_is_counted() -> None:
    words = [f"w{n}" for n in range(100)]
    other = [{10: "x", 50: "y", 90: "z"}.get(n, word) for n, word in enumerate(words)]
    found = wording(" ".join(words), " ".join(other), 2)
    assert (len(found.places), found.left_out) == (2, 1)
    assert [piece.text for piece in found.places[0]][1:3] == [" w10", " x"]


def test_two_texts_with_nothing_in_common_are_one_place() -> None:
    old, new = (" ".join(f"{sign}{n}" for n in range(3000)) for sign in "ab")
    assert [[sign for sign, _ in place] for place in told(old, new)] == [["-", "+"]]
