"""Columns written to a file come back whole, in the order of rows."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from audit.measure.duplication.records import column_file
from audit.measure.duplication.records.column_file import ColumnFile

ROWS = 50
TABLE = pa.table(
    {
        "number": pa.array([None if row % 7 == 0 else row for row in range(ROWS)], pa.int64()),
        "word": [f"字{row}" * (row % 4) for row in range(ROWS)],
        "list": pa.array([list(range(row % 5)) for row in range(ROWS)], pa.large_list(pa.uint64())),
    }
)


@pytest.mark.parametrize("held", [0, 2_000, 1 << 20])
@pytest.mark.parametrize(("rows", "size"), [(1, 1 << 20), (8, 1 << 20), (1 << 20, 300), (1 << 20, 1 << 20)])
def test_columns_come_back_in_row_order(held: int, rows: int, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(column_file, "_HELD", held)
    monkeypatch.setattr(column_file, "_ROWS", rows)
    monkeypatch.setattr(column_file, "_BYTES", size)
    written = ColumnFile(TABLE.schema)
    for start, end in ((0, 3), (3, 3), (3, 20), (20, ROWS)):
        written.add(TABLE.slice(start, end - start))
    for names in (["word"], ["list", "number"], ["number", "word", "list"], ["list"]):
        read = pa.Table.from_batches(written.batches(names), TABLE.select(names).schema)
        assert read.equals(TABLE.select(names))


def test_no_rows_are_no_batches() -> None:
    assert list(ColumnFile(TABLE.schema).batches(["word"])) == []


@pytest.mark.parametrize("held", [0, 1 << 20])
def test_lists_are_whole_in_each_batch(held: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(column_file, "_HELD", held)
    monkeypatch.setattr(column_file, "_ROWS", 6)
    written = ColumnFile(TABLE.schema)
    for row in range(ROWS):
        written.add(TABLE.slice(row, 1))
    for batch in written.batches(["list"]):
        column = batch.column(0)
        assert len(column.flatten()) == np.diff(column.offsets.to_numpy()).sum()
