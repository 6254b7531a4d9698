"""Lots are whole and in order, however their pieces came, and whether they went by way of the disk."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.engine.spark import record_groups
from audit.engine.spark.record_groups import PIECES, RecordGroups

KEYS = st.tuples(st.integers(0, 3), st.integers(0, 9), st.integers(0, 2))


def batch(rows: list[tuple[int, int, int, bytes]]) -> pa.RecordBatch:
    columns = zip(PIECES.types, zip(*rows, strict=True), strict=True)
    return pa.RecordBatch.from_arrays([pa.array(column, kind) for kind, column in columns], schema=PIECES)


@settings(max_examples=40)
@given(st.dictionaries(KEYS, st.binary(max_size=9)), st.integers(1, 5), st.sampled_from([0, 7, 1_000]), st.data())
def test_groups_are_whole(pieces: dict[tuple[int, int, int], bytes], rows: int, held: int, data: st.DataObject) -> None:
    came = data.draw(st.permutations(sorted(pieces)))
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        patch.setattr(record_groups, "HELD", held)
        patch.setattr(tempfile, "tempdir", folder)
        with RecordGroups(lambda file, nth: (file, nth // 4)) as sorted_:
            starts = range(0, len(came), rows)
            batches = (batch([(*key, pieces[key]) for key in came[start : start + rows]]) for start in starts)
            found = {key: bytes(records) for key, records in sorted_.grouped(batches)}
        assert list(Path(folder).iterdir()) == []
    wanted: dict[tuple[int, int], bytes] = {}
    for file, nth, piece in sorted(pieces):
        wanted[file, nth // 4] = wanted.get((file, nth // 4), b"") + pieces[file, nth, piece]
    assert found == wanted
    assert list(found) == sorted(found)
