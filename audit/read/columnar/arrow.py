"""Arrow IPC files (.arrow, Feather version 2) and streams, including those saved by `datasets`."""

from __future__ import annotations

import io
from typing import Final

import pyarrow as pa

from audit.read.columnar.arrow_messages import MARK, checked_messages
from audit.read.columnar.tabular import ERRORS, Allowance, TableRows, damaged
from audit.read.compressed import FREE_GROWTH
from audit.read.containers.json_stream import is_no_json
from audit.read.reader import Opened, Reader, Records
from audit.read.refusal import refused
from audit.read.streams import PieceReader

# Rows per chunk: each may repeat a dictionary value.
_ROWS: Final = 64
# The continuation marker of a stream; older streams start with the length.
_STREAM: Final = b"\xff\xff\xff\xff"
# Feather version 1, a different format.
_FEATHER_1: Final = b"FEA1"


def _read(file: Opened) -> Records:
    """Yield each row, or why it is no document.

    Both forms are read as streams: a file is a stream with a mark before it and an index after it. Raises
    RefusedInputError: no-text-column, expands-too-far, broken-container.
    """
    if file.head().startswith(_FEATHER_1):
        raise refused("broken-container", "it is Feather version 1: save it as version 2, or as Parquet")
    settings = file.settings
    pieces = checked_messages(file.pieces(), settings.max_growth)
    try:
        with pa.ipc.open_stream(io.BufferedReader(PieceReader(pieces))) as stream:
            rows = TableRows(stream.schema, settings)
            for batch in stream:
                sound = _sound(batch.select(list(rows.columns)))
                size = max(file.source.size, batch.nbytes)
                allowed = Allowance(size, max(FREE_GROWTH, settings.max_growth * size))
                for start in range(0, sound.num_rows, _ROWS):
                    yield from rows.of(sound.slice(start, _ROWS), allowed)
    except ERRORS as error:
        raise damaged("Arrow", error) from error


def _sound(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Return the batch with its texts as bytes, after validating all offsets and indices.

    Raises pa.ArrowInvalid if they are invalid; nothing else is accessed before.
    """
    made = pa.RecordBatch.from_arrays([_as_bytes(column) for column in batch.columns], names=batch.schema.names)
    made.validate(full=True)
    return made


def _as_bytes(column: pa.Array) -> pa.Array:
    # UTF-8 is validated per text: one bad value must not affect others.
    if column.type == pa.string():
        return column.view(pa.binary())
    return column.view(pa.large_binary()) if column.type == pa.large_string() else column


def _begins(head: bytes) -> bool:
    return head.startswith((MARK, _FEATHER_1)) or _is_stream(head)


def _is_stream(head: bytes) -> bool:
    return head.startswith(_STREAM) and head[7:8] == b"\0"  # a message of less than 16 MiB


_SUFFIXES: Final = (".arrow", ".feather", ".ipc", ".arrows")
ARROW: Final = Reader("Arrow", _read, _SUFFIXES, _begins, is_no_json, is_data=True)
