"""Values of JSON: bytes of UTF-8 that were escaped as characters, and escapes that look like them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.read.containers.json_values import json_value


def bytewise(text: str) -> bytes:
    return json.dumps(text.encode().decode("latin-1")).encode()


@given(st.text(st.characters(min_codepoint=0x800, exclude_categories=("Cs",)), min_size=1), st.text("abc \\\n\"'/"))
def test_bytes_that_were_escaped_one_by_one_are_read_as_characters(text: str, more: str) -> None:
    assert json_value(bytewise(more + text + more), "") == more + text + more


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_escaped_characters_are_read_as_they_are(text: str) -> None:
    if not any("\x80" <= char <= "\xbf" for char in text):
        assert json_value(json.dumps(text).encode(), "") == text


@pytest.mark.parametrize(
    "text",
    ["LIBERTÉ\xa0: ÉTÉ\xa0!", "É\xa0! É\xa0?", "The café says Ã©, Ã¼ and Ã¶.", "Ã©", "中 æ¸¡", "\\u00e6\\u00b8\\u00a1"],
    ids=["capitals", "two pairs", "about it", "one pair", "beside others", "told of"],
)
def test_text_that_only_looks_so_is_read_as_it_is(text: str) -> None:
    assert json_value(json.dumps(text).encode(), "") == text


def test_what_is_spelled_and_not_escaped_stays_as_it_is() -> None:
    assert json_value('"æ¸¡è\x88¹"'.encode(), "") == "æ¸¡è\x88¹"
