"""Folding keeps each code point at its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.text.fold import fold


def test_full_width_and_capitals_are_folded() -> None:
    assert fold("ＡＢＣ：１２！ Ärger\u3000ΣΑΣ\xa0") == "abc:12! ärger σασ "


def test_what_stays() -> None:
    assert fold("汉字「。」…—🙂𝐀") == "汉字「。」…—🙂𝐀"


@given(st.text())
def test_every_code_point_keeps_its_place(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded
