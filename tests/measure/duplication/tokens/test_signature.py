"""Signatures have a row for each document, in any batch, and survive a file."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.measure.duplication.tokens.signature import BAND_NAMES, schema, signatures


def table(bodies: list[str], titles: list[str | None] | None = None) -> pa.Table:
    return pa.table(
        {
            "id": [f"{row}.txt" for row in range(len(bodies))],
            "title": pa.array(titles or [None] * len(bodies), pa.string()),
            "body": pa.array(bodies, pa.large_string()),
            "sha256": pa.array(["ab" * 32] * len(bodies), pa.string()),
        }
    )


def no_blocks() -> pa.Table:
    types = {"id": pa.string(), "text": pa.large_string(), "kind": pa.string(), "boilerplate": pa.bool_()}
    return pa.schema(list(types.items())).empty_table()


def test_rows_and_nulls() -> None:
    found = signatures(
        table(["", "!?", "四个汉字", "春眠不觉晓，处处闻啼鸟。"], [None, "…", "Fog", "ＦＯＧ!"]), no_blocks()
    )
    assert found.schema == schema()
    assert found["tokens"].to_pylist() == [0, 0, 4, 10]
    assert found["shingles"].to_pylist() == [0, 0, 0, 6]
    assert [value is None for value in found["exact"].to_pylist()] == [True, True, False, False]
    titles = found["title_hash"].to_pylist()
    assert titles[:2] == [None, None]
    assert titles[2] == titles[3] is not None
    assert all(found[name].null_count == 3 for name in BAND_NAMES)


def test_no_documents() -> None:
    assert signatures(table([]), no_blocks()).num_rows == 0


@settings(max_examples=25)
@given(st.lists(st.text("山水 fog", max_size=200), max_size=5))
def test_a_batch_is_its_documents(bodies: list[str]) -> None:
    documents = table(bodies)
    whole = signatures(documents, no_blocks())
    assert whole.num_rows == len(bodies)
    for row in range(len(bodies)):
        assert signatures(documents.slice(row, 1), no_blocks()).to_pylist() == whole.slice(row, 1).to_pylist()


def test_survives_parquet(tmp_path: Path) -> None:
    found = signatures(table(["江上的船都回来了，岸边的灯也一盏一盏亮了起来。" * 4]), no_blocks())
    pq.write_table(found, tmp_path / "part.parquet")
    assert pq.read_table(tmp_path / "part.parquet").equals(found)
