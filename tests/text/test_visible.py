from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.text.visible import visible


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        pytest.param("\x1b]0;title\x07", "\\x1b]0;title\\x07", id="terminal title"),
        pytest.param("a\nb\tc", "a\\x0ab\\x09c", id="line end and tab"),
        pytest.param("\x9b2J", "\\x9b2J", id="C1 control"),
        pytest.param("a\u202eb", "a\\u202eb", id="bidirectional override"),
        pytest.param("\udcff", "\\udcff", id="undecodable byte of a name"),
        pytest.param("\U000e0041", "\\U000e0041", id="tag character"),
        pytest.param("a\u2028b", "a\\u2028b", id="line separator"),
    ],
)
def test_shows_what_would_act(raw: str, shown: str) -> None:
    assert visible(raw) == shown


@pytest.mark.parametrize("text", ["plain", "临海日报,“新闻”", "naïve café", "[bold]", "👩🏽", "日本語　全角"])
def test_leaves_what_only_stands_there(text: str) -> None:
    assert visible(text) == text


def test_cuts_before_escaping() -> None:
    assert visible("\x00" * 10, limit=3) == "\\x00\\x00…"


@given(st.text(st.characters(codec=None)))
def test_nothing_that_acts_is_left(text: str) -> None:
    assert all(unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} for c in visible(text))
