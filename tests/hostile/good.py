"""Containers that are as they should be."""

from __future__ import annotations

import io

import pyarrow as pa
import pyarrow.parquet as pq


def parquet(table: pa.Table, **options: object) -> bytes:
    made = io.BytesIO()
    pq.write_table(table, made, **options)
    return made.getvalue()


GOOD = b'{"text": "The mill wheel turns again after the spring flood."}\n'
PARQUET = parquet(pa.table({"text": ["The mill wheel turns again."] * 3, "n": [1, 2, 3]}))
