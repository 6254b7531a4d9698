"""A table in a temporary file, of which each pass reads the columns that it needs."""

from __future__ import annotations

from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Final
from weakref import finalize

import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Rows and bytes of a batch: reading a column of one costs 25 microseconds, and memory holds one batch while writing.
_ROWS: Final = 1 << 13
_BYTES: Final = 8 << 20


class ColumnFile:
    """Rows appended as tables of one schema, then read in batches, column by column.

    The file has no name: it ends with this object. Reading copies from the file, so that memory holds the columns of
    one batch, not the pages of a mapping that grows with each pass.
    """

    def __init__(self, schema: pa.Schema) -> None:
        """Begin without rows."""
        self._names = schema.names
        self._file = TemporaryFile(prefix="corpus-audit-", buffering=0)  # noqa: SIM115 - closed with this object
        finalize(self, self._file.close)
        self._writer: pa.RecordBatchFileWriter | None = pa.ipc.new_file(pa.PythonFile(self._file, "w"), schema)
        self._waiting: list[pa.Table] = []

    def add(self, table: pa.Table) -> None:
        """Append rows."""
        self._waiting.append(table)
        if sum(map(len, self._waiting)) >= _ROWS or sum(some.nbytes for some in self._waiting) >= _BYTES:
            self._write()

    def batches(self, names: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """Yield these columns of all rows, in this order; nothing can be appended any more."""
        self._end()
        chosen = pa.ipc.IpcReadOptions(included_fields=[self._names.index(name) for name in names], use_threads=False)
        with pa.ipc.open_file(pa.PythonFile(self._file, "r"), options=chosen) as reader:
            for nth in range(reader.num_record_batches):
                yield reader.get_batch(nth).select(list(names))

    def _write(self) -> None:
        if self._writer is not None and self._waiting:
            self._writer.write_table(pa.concat_tables(self._waiting).combine_chunks())
            self._waiting = []

    def _end(self) -> None:
        self._write()
        if self._writer is not None:
            self._writer.close()
            self._writer = None
