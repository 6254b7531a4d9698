"""Tables of documents, taken apart and put together."""

from __future__ import annotations

from itertools import pairwise

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.worker.cached.document_cache import RowTables, joined


def tables(blocks: list[int]) -> dict[str, pa.Table]:
    """Return tables of documents with so many blocks, each block with a key and a place."""
    rows = [row for row, count in enumerate(blocks) for _ in range(count)]
    return {
        "documents": pa.table({"id": [f"{row}" for row in range(len(blocks))]}),
        "blocks": pa.table({"id": pa.array([str(row) for row in rows], pa.string()), "at": pa.array(range(len(rows)))}),
        "keys": pa.table({"row": pa.array(rows, pa.uint32()), "at": pa.array(range(len(rows)), pa.uint32())}),
        "places": pa.table({"row": pa.array(rows, pa.int32())}),
    }


@settings(max_examples=40)
@given(st.lists(st.integers(0, 3), min_size=1, max_size=8), st.data())
def test_pieces_joined_are_the_whole(blocks: list[int], data: st.DataObject) -> None:
    whole = RowTables.of(tables(blocks))
    cuts = sorted({0, len(blocks), *data.draw(st.lists(st.integers(0, len(blocks)), max_size=3))})
    pieces = [whole.between(a, b) for a, b in pairwise(cuts)]
    for piece in pieces:
        assert all((RowTables.of(piece.tables).bounds[name] == piece.bounds[name]).all() for name in piece.tables)
    again = joined(pieces)
    for name, table in whole.tables.items():
        assert again.tables[name].equals(table)
        assert again.bounds[name].tolist() == whole.bounds[name].tolist()


def test_a_table_in_another_order_is_refused() -> None:
    made = tables([1, 1])
    for name in ("blocks", "keys", "places"):
        with pytest.raises(ValueError, match=name):
            RowTables.of(made | {name: made[name].take([1, 0])})
    with pytest.raises(ValueError, match="measures has 1 rows for 2"):
        RowTables.of(made | {"measures": pa.table({"id": ["0"]})})
