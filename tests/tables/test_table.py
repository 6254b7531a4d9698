"""A table is built by the names of its columns: what does not fit them is refused, never swapped or cut."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from audit.errors import DefectError
from audit.tables import DOCUMENTS, Table
from audit.tables.table import nullable, required

TABLE = Table(
    "pairs",
    "",
    (
        required("a", "string", ""),
        nullable("b", "string", ""),
        required("n", "int32", ""),
        nullable("x", "float32", ""),
    ),
)
GIVEN = {"a": ["p", "q"], "b": ["r", None], "n": [1, 2], "x": [0.5, None]}


def test_columns_are_found_by_name_in_any_order():
    made = TABLE.build(**dict(reversed(GIVEN.items())))
    assert made.schema.equals(TABLE.arrow)
    assert made.to_pydict() == GIVEN


@pytest.mark.parametrize("name", GIVEN)
def test_arrays_of_arrow_and_numpy_are_taken_as_they_are(name):
    array = pa.array(GIVEN[name], TABLE.arrow.field(name).type)
    assert TABLE.build(**{**GIVEN, name: array})[name].to_pylist() == GIVEN[name]
    assert TABLE.build(**{**GIVEN, name: pa.chunked_array([array[:1], array[1:]])})[name].to_pylist() == GIVEN[name]
    assert TABLE.build(**{**GIVEN, "n": np.array([1, 2], np.int64)})["n"].to_pylist() == [1, 2]


def test_no_rows_make_a_table_of_the_same_columns():
    assert TABLE.build(a=[], b=[], n=[], x=[]).schema.equals(TABLE.arrow)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"a": ["p", None]}, "nulls in a"),
        ({"a": [1, 2]}, "pairs.a is string"),
        ({"n": ["1", "2"]}, "pairs.n is int32"),
        ({"n": [1, 2**31]}, "pairs.n is int32"),
        ({"n": np.array([1.5, 2.0])}, "pairs.n is int32"),
        ({"n": pa.array([1, 2], pa.int64())}, "int64 was given"),
        ({"b": pa.array(["r", "s"], pa.large_string())}, "large_string was given"),
        ({"b": ["r"]}, "differ in length: a 2, b 1"),
        ({"c": ["r", "s"]}, "no column c"),
    ],
)
def test_what_does_not_fit_is_a_defect_that_names_the_column(changed, told):
    with pytest.raises(DefectError, match=told):
        TABLE.build(**{**GIVEN, **changed})


def test_a_missing_column_is_named():
    with pytest.raises(DefectError, match="lacks b, x"):
        TABLE.build(a=["p"], n=[1])


def test_a_part_of_a_table_keeps_its_order_and_types():
    assert DOCUMENTS.only("sha256", "title").names == ("title", "sha256")
    assert DOCUMENTS.without("language").arrow == pa.schema([f for f in DOCUMENTS.arrow if f.name != "language"])
    for part in (DOCUMENTS.only, DOCUMENTS.without):
        with pytest.raises(DefectError, match="no column titel"):
            part("titel")
