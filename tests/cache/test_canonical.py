"""Keys: the same for equal values, and for no others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.cache.canonical import key_of
from audit.errors import DefectError

atoms = st.none() | st.booleans() | st.integers() | st.text() | st.binary() | st.dates() | st.floats(allow_nan=False)
values = st.recursive(atoms, lambda inner: st.lists(inner, max_size=3).map(tuple), max_leaves=6)


@dataclass(frozen=True)
class Said:
    word: str
    at: date | None = None


@settings(max_examples=60)
@given(values, values)
def test_values_have_one_key_just_when_they_are_written_alike(one: object, other: object) -> None:
    assert (key_of(one) == key_of(other)) == (repr(one) == repr(other))


def test_what_looks_alike_and_is_not_has_keys_of_its_own() -> None:
    day = date(2024, 5, 3)
    looks = (0, False, None, "", b"", (), "0", b"0", ("",), ("", ""), ("a", "b"), ("ab", ""), ("ab",), Said("ab"))
    looks = (*looks, Said("ab", day), day, datetime(2024, 5, 3), "2024-05-03", {"a": 1}, {"a": 1, "b": 2})  # noqa: DTZ001
    assert len({key_of(value) for value in looks}) == len(looks)
    assert key_of({"a": 1, "b": 2}) == key_of({"b": 2, "a": 1})
    assert key_of("\udc80") != key_of("\ufffd")


def test_a_value_nobody_thought_about_is_a_defect() -> None:
    with pytest.raises(DefectError, match="PosixPath"):
        key_of(Path("a"))
