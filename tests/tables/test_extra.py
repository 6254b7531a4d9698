"""Columns that ride along: what a value is, and that one type holds all of a column."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.tables.extra import EXTRA_TYPES, Extra, ExtraValue, extra_columns, extra_value, typed

VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(st.characters(exclude_categories=())),
    st.dates(), st.datetimes(), st.lists(st.integers() | st.floats(), max_size=3), st.binary(max_size=5),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2), st.decimals(allow_nan=False),
)  # fmt: skip


def column(values: list[ExtraValue]) -> tuple[Extra, pa.ChunkedArray]:
    """Return the values as a corpus makes a column of them."""
    extra = Extra("x", "x", frozenset(value.kind for value in values))
    texts = pa.array([None if value.kind == "null" else value.text for value in values], pa.large_string())
    return extra, typed(pa.chunked_array([texts]), extra.column)


@pytest.mark.parametrize(
    ("values", "kind", "held"),
    [
        ([1, None, 3], "int64", [1, None, 3]),
        ([1, 0.5], "float64", [1.0, 0.5]),
        ([1 << 60, 2], "int64", [1 << 60, 2]),
        ([1 << 60, 0.5], "string", ["1152921504606846976", "0.5"]),
        ([1 << 70], "string", ["1180591620717411303424"]),
        ([True, None], "bool", [True, None]),
        ([True, 1], "string", ["true", "1"]),
        (["a", "1"], "string", ["a", "1"]),
        ([date(2024, 3, 5)], "date32", [date(2024, 3, 5)]),
        ([date(2024, 3, 5), datetime(2024, 3, 5, 7)], "timestamp[ms]", None),  # noqa: DTZ001
        ([{"a": [1, None]}, [2]], "string", ['{"a": [1, null]}', "[2]"]),
        ([[float("nan"), float("inf")]], "string", ["[null, null]"]),
        ([float("nan"), None], "string", [None, None]),
        ([Decimal("0.10")], "string", ["0.10"]),
        ([b"ab", b"\xff"], "string", ["ab", "/w=="]),
        (["\ud83d"], "string", ["\ufffd"]),
        ([], "string", []),
    ],
)
def test_the_type_of_a_column_holds_all_its_values(values: list[object], kind: str, held: list[object] | None) -> None:
    extra, made = column([extra_value(value) for value in values])
    assert extra.column.type == kind
    assert held is None or made.to_pylist() == held


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (["1", "", "-20"], "int64"), (["1.50", "2"], "float64"), (["1e-3"], "float64"), (["true", "false"], "bool"),
        (["007", "8"], "string"), (["+1"], "string"), (["1,5"], "string"), (["True", "False"], "bool"),
        (["FALSE", ""], "bool"), (["True", "Paris"], "string"), (["yes"], "string"), (["tRUE"], "string"),
        (["nan"], "string"), (["99999999999999999999"], "string"), (["2024-03-05"], "string"),
    ],
)  # fmt: skip
def test_what_is_spelled_as_programs_spell_it_is_a_number_or_boolean(values: list[str], kind: str) -> None:
    extra, made = column([extra_value(value, is_spelled=True) for value in values])
    assert extra.column.type == kind
    assert kind != "string" or made.to_pylist() == [value or None for value in values]


def test_a_moment_is_that_of_greenwich() -> None:
    value = datetime(2024, 3, 5, 7, 30, tzinfo=timezone(timedelta(hours=8)))
    _, made = column([extra_value(value)])
    assert made.to_pylist() == [value.astimezone(UTC).replace(tzinfo=None)]


@given(st.lists(VALUES, max_size=6))
def test_any_values_make_a_column_whatever_their_order(values: list[object]) -> None:
    found = [extra_value(value) for value in values]
    extra, made = column(found)
    assert extra.column.type in EXTRA_TYPES
    assert [value.kind == "null" for value in found] == [value is None for value in made.to_pylist()]
    assert column(found[::-1])[0].column == extra.column
    assert extra_value(values) == extra_value(values)


def test_widened_columns_and_empty_ones_say_so() -> None:
    assert "as text" in Extra("a", "a", frozenset({"int", "text", "null"})).column.meaning
    assert "no record" in Extra("a", "a", frozenset({"null"})).column.meaning
    assert Extra("a", "a", frozenset({"int", "float"})).column.meaning == "value of a in the record"


@given(st.lists(st.sampled_from(["a.b", "a_b", "a[].b", "id", "record_id", "title", "[]", "作者.名"])))
def test_no_two_columns_have_one_name(paths: list[str]) -> None:
    names = [extra.name for extra in extra_columns(paths)]
    assert len({*names, "id", "title", "record_id"}) == len(names) + 3
