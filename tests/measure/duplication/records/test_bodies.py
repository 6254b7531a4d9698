"""Bodies are the same however often they are read, from a temporary file or not."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.measure.duplication.records import mapped_texts, parts


@pytest.mark.parametrize("mapped", [1 << 20, 4_000, 0])
@pytest.mark.parametrize("one_in", [1, 32])
def test_bodies_read_again_are_the_same(
    mapped: int, one_in: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mapped_texts, "MOST", mapped)
    monkeypatch.setattr(parts, "_ONE_IN", one_in)
    texts = ["", "ä" * 700, "文", None, *(str(number) * number for number in range(60))]
    pq.write_table(pa.table({"body": pa.array(texts, pa.string())}), tmp_path / "part.parquet", row_group_size=20)
    bodies = parts.Bodies([tmp_path / "part.parquet"])
    rows = np.arange(0, len(texts), 3)
    for _ in range(3):
        assert parts.by_row(bodies.columns, rows) == {row: texts[row] or "" for row in rows.tolist()}


def test_a_full_disk_only_costs_another_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> None:
        raise OSError

    monkeypatch.setattr(mapped_texts, "TemporaryFile", full)
    texts = mapped_texts.MappedTexts()
    texts.put((0, 0), pa.array(["some text"], pa.large_string()))
    assert texts.get((0, 0)) is None
