"""Part files of extra columns: their values as text, and the kinds of value in each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.parquet as pq

from audit.tables.extra import ExtraValue, extra_columns

if TYPE_CHECKING:
    from pathlib import Path

    from audit.worker.batch import Row

EXTRA: Final = "extra"
_KINDS: Final = b"kinds"
_NOTHING: Final = ExtraValue("null", "")


def extra_table(rows: Sequence[Row], paths: Sequence[str]) -> pa.Table:
    """Return the extra values of each document, a column per path; the schema's metadata holds their kinds."""
    columns = extra_columns(paths)
    # Documents that are no records, such as a text file beside a table, have none.
    values = [row.extra or (_NOTHING,) * len(columns) for row in rows]
    arrays = [
        pa.array([None if row[n].kind == "null" else row[n].text for row in values], pa.large_string())
        for n in range(len(columns))
    ]
    kinds = [sorted({row[n].kind for row in values}) for n in range(len(columns))]
    schema = pa.schema([(column.name, pa.large_string()) for column in columns], {_KINDS: json.dumps(kinds)})
    return pa.table(arrays, schema=schema)


def kinds_in(file: Path) -> list[frozenset[str]]:
    """Return the kinds of value in each column of a part file written from `extra_table`."""
    return [frozenset(kinds) for kinds in json.loads(pq.read_schema(file).metadata[_KINDS])]
