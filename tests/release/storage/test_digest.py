"""The digest of a table depends on its rows alone, and tells apart what looks alike."""

from __future__ import annotations

import hashlib
import json

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.release.storage.digest import ContentDigest
from audit.tables import Column, Table

PAIR = Table(
    "pair", "", (Column("a", "string", required=False, meaning=""), Column("n", "int32", required=False, meaning=""))
)
ROWS = st.lists(st.tuples(st.none() | st.text(max_size=5), st.none() | st.integers(-9, 9)), max_size=9)


def table(rows):
    return pa.Table.from_pylist([{"a": a, "n": n} for a, n in rows], PAIR.arrow)


def digest(*batches):
    made = ContentDigest(PAIR)
    for batch in batches:
        made.update(batch)
    return made.hexdigest()


def sha(content):
    return hashlib.sha256(content).hexdigest()


def test_the_digest_is_the_documented_form():
    columns = [
        ["a", "string", sha(b"\1\0\1"), sha(b"".join(n.to_bytes(8, "little") for n in (3, 0, 1))), sha("港z".encode())],
        ["n", "int32", sha(b"\0\1\1"), sha(b""), sha(b"\0\0\0\0" + b"\1\0\0\0" + b"\xff\xff\xff\xff")],
    ]
    text = json.dumps({"form": 1, "rows": 3, "columns": columns}, sort_keys=True, indent=1) + "\n"
    assert digest(table([("港", None), (None, 1), ("z", -1)])) == sha(text.encode())


@given(ROWS, st.integers(0, 9))
def test_cuts_between_batches_leave_no_trace(rows, at):
    whole = table(rows)
    assert digest(whole.slice(0, at), whole.slice(at)) == digest(whole) == digest(table(rows[:at]), table(rows[at:]))


@given(ROWS, ROWS)
def test_other_rows_have_another_digest(one, two):
    assert (digest(table(one)) == digest(table(two))) == (one == two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ([("ab", 0), ("c", 0)], [("a", 0), ("bc", 0)]),
        ([("", 0)], [(None, 0)]),
        ([("a", 0), ("b", 0)], [("b", 0), ("a", 0)]),
    ],
    ids=["shifted", "empty or null", "order"],
)
def test_what_looks_alike_is_told_apart(one, two):
    assert digest(table(one)) != digest(table(two))


def test_bytes_hidden_under_a_null_do_not_count():
    hidden = pa.StringArray.from_buffers(
        2, pa.py_buffer(b"\0\0\0\0\3\0\0\0\4\0\0\0"), pa.py_buffer(b"xyzb"), pa.py_buffer(b"\2")
    )
    found = pa.table([hidden, pa.array([1, 2], pa.int32())], schema=PAIR.arrow)
    assert found["a"].to_pylist() == [None, "b"]
    assert digest(found) == digest(table([(None, 1), ("b", 2)]))
