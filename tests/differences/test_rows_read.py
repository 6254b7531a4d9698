"""Rows of a table on disk, read by their numbers."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.differences import snapshot
from audit.differences.snapshot import StoredTable


@pytest.mark.parametrize("wanted", [[6], [6, 0], [0], [3, 6], []])
def test_rows_beyond_the_first_batches_of_a_group_are_read(
    wanted: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "_BATCH_ROWS", 2)
    pq.write_table(pa.table({"id": [f"{n}.txt" for n in range(7)]}), tmp_path / "one_group.parquet")
    table = StoredTable((("train", tmp_path / "one_group.parquet"),))
    assert table.rows(wanted, ["id"]) == [{"id": f"{n}.txt"} for n in wanted]
