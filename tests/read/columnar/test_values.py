"""Columns of maps, columns without values, and stray bytes inside structs and lists."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.policy import InputSettings
from audit.read.inputs import read_inputs
from audit.read.walk import walk
from tests.read.reading import shown

TEXTS = [
    "The ferry left before dawn, and nobody on the quay saw it go.",
    "By noon the wool had been sold, and the farmers went home again.",
    "Painters sketched the arches until the evening rain drove them home.",
]
MAP = pa.map_(pa.string(), pa.string())
STRAY = [TEXTS[0].encode(), "Das Fähre fuhr ab. ".encode("cp1252") + TEXTS[1].encode(), TEXTS[2].encode()]


def _found(folder, **columns):
    pq.write_table(pa.table(columns), folder / "a.parquet")
    (entry,) = walk(folder)
    return list(read_inputs(folder, entry, InputSettings()))


def _texts(found):
    return [text for _, text in shown(found)]


def _unchecked(values):
    """Return bytes as a column that says it is UTF-8."""
    made = pa.array(values, pa.binary())
    return pa.Array.from_buffers(pa.string(), len(made), made.buffers())


def test_the_keys_of_a_map_are_no_text(tmp_path):
    held = pa.array([[("title", "A ferry"), ("text", text)] for text in TEXTS], MAP)
    found = _found(tmp_path, id=[1, 2, 3], doc=held)
    assert (_texts(found), found[0].stated.title) == (TEXTS, "A ferry")


def test_a_map_with_a_key_twice_loses_neither(tmp_path):
    held = pa.array([[("text", TEXTS[0])], [("text", TEXTS[1]), ("text", TEXTS[2])]], MAP)
    first, second = _texts(_found(tmp_path, doc=held))
    assert first == TEXTS[0]
    assert all(text in second for text in TEXTS[1:])


@pytest.mark.parametrize("empty", [pa.nulls(3), pa.nulls(3, pa.string()), pa.array(["", " ", None], pa.string())])
def test_a_column_without_values_hides_none_that_is_filled(tmp_path, empty):
    found = _found(tmp_path, text=empty, body=TEXTS)
    assert _texts(found) == TEXTS
    assert "text" in str(found[0].remark)


def test_a_column_with_one_value_stays_the_text(tmp_path):
    found = _found(tmp_path, text=[None, None, TEXTS[2]], body=["Dawn.", "Noon.", "Wind."])
    assert _texts(found) == ["no-text", "no-text", TEXTS[2]]


def test_a_column_without_values_is_named_if_there_is_no_other(tmp_path):
    (found,) = _found(tmp_path, text=pa.nulls(3), count=[1, 2, 3])
    assert (found.code, "the column text contains null" in found.detail) == ("no-text-column", True)


def _struct(values):
    return {"doc": pa.StructArray.from_arrays([pa.array(["A", "B", "C"]), values], ["title", "text"])}


def _list(values):
    return {"text": pa.ListArray.from_arrays(pa.array([0, 1, 2, 3], pa.int32()), values)}


def _map(values):
    keys = pa.array(["text"] * 3)
    return {"doc": pa.MapArray.from_arrays(pa.array([0, 1, 2, 3], pa.int32()), keys, values)}


@pytest.mark.parametrize("made", [_struct, _list, _map])
def test_stray_bytes_inside_a_value_are_read_as_those_of_a_column(tmp_path, made):
    plain = _found(tmp_path, text=_unchecked(STRAY))
    found = _found(tmp_path, **made(_unchecked(STRAY)))
    assert [(each.raw, each.text) for each in found] == [(each.raw, each.text) for each in plain]
    assert found[1].decoded.text == f"Das Fähre fuhr ab. {TEXTS[1]}"


def test_stray_bytes_in_a_title_cost_no_text(tmp_path):
    titles = pa.StructArray.from_arrays([_unchecked([b"Dawn", "Die Fähre".encode("cp1252"), b"Rain"])], ["title"])
    found = _found(tmp_path, text=TEXTS, meta=titles)
    assert _texts(found) == TEXTS
    assert [each.stated.title for each in found] == ["Dawn", "Die Fähre", "Rain"]
