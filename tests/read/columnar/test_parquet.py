"""Parquet: types, sizes, damage."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.policy import InputSettings
from audit.read.inputs import read_inputs
from audit.read.walk import walk
from tests.read.reading import shown


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.binary(), pa.dictionary(pa.int32(), pa.string())])
def test_parquet(tmp_path, kind):
    texts = pa.array(["one", "雨", None], pa.string()).cast(kind)
    pq.write_table(pa.table({"n": [1, 2, 3], "text": texts}), tmp_path / "a.parquet")
    (entry,) = walk(tmp_path)
    found = read_inputs(tmp_path, entry, InputSettings())
    assert shown(found) == [("a.parquet#0", "one"), ("a.parquet#1", "雨"), ("a.parquet#2", "no-text")]


def test_parquet_values_that_are_too_large_are_refused_one_by_one(tmp_path):
    pq.write_table(pa.table({"text": ["x" * 500, "one"]}), tmp_path / "a.parquet")
    (entry,) = walk(tmp_path)
    found = read_inputs(tmp_path, entry, InputSettings(max_file_bytes=100))
    assert shown(found) == [("a.parquet#0", "too-large"), ("a.parquet#1", "one")]


def test_parquet_with_a_damaged_page_keeps_what_stands_before_and_says_so(tmp_path):
    texts = [f"{n}: the mill wheel turns again" for n in range(2000)]
    table, made = pa.table({"text": texts}), tmp_path / "a.parquet"
    pq.write_table(table, made, compression="none", use_dictionary=False, write_page_checksum=True, data_page_size=4096)
    made.write_bytes(made.read_bytes().replace(b"1500: the mill", b"1500: the mild"))
    (entry,) = walk(tmp_path)
    *kept, last = read_inputs(tmp_path, entry, InputSettings())
    assert (last.id, last.code) == ("a.parquet", "broken-container")
    assert 0 < len(kept) < 1500
    assert [found.text for found in kept] == texts[: len(kept)]
