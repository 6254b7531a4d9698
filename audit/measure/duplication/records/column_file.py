"""A table in memory while it is small, then in a temporary file of which each pass reads the columns that it needs."""

from __future__ import annotations

from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Final
from weakref import finalize

import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Rows and bytes of a batch: reading a column of one costs 25 microseconds, and memory holds one batch while writing.
_ROWS: Final = 1 << 13
_BYTES: Final = 8 << 20
# Bytes up to which memory holds the table: writing and reading that many takes as long as all passes over them.
_HELD: Final = 96 << 20


class ColumnFile:
    """Rows appended as tables of one schema, then read in batches, column by column.

    The file has no name: it ends with this object. Reading copies from the file, so that memory holds the columns of
    one batch, not the pages of a mapping that grows with each pass. Fewer than _HELD bytes need no file.
    """

    def __init__(self, schema: pa.Schema) -> None:
        """Begin without rows."""
        self.names: list[str] = schema.names
        self._schema = schema
        self._file: IO[bytes] | None = None
        self._writer: pa.RecordBatchFileWriter | None = None
        self._held: list[pa.RecordBatch] = []
        self._bytes = 0
        self._waiting: list[pa.Table] = []

    def add(self, table: pa.Table) -> None:
        """Append rows."""
        self._waiting.append(table)
        if sum(map(len, self._waiting)) >= _ROWS or sum(some.nbytes for some in self._waiting) >= _BYTES:
            self._write()

    def batches(self, names: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """Yield these columns of all rows, in this order; nothing can be appended any more."""
        self._write()
        if self._file is None:
            yield from (batch.select(list(names)) for batch in self._held)
            return
        if self._writer is not None:
            self._writer.close()
            self._writer = None
        chosen = pa.ipc.IpcReadOptions(included_fields=[self.names.index(name) for name in names], use_threads=False)
        with pa.ipc.open_file(pa.PythonFile(self._file, "r"), options=chosen) as reader:
            for nth in range(reader.num_record_batches):
                yield reader.get_batch(nth).select(list(names))

    def _write(self) -> None:
        """Put what is waiting with the other batches."""
        if not self._waiting:
            return
        whole = self._waiting[0] if len(self._waiting) == 1 else pa.concat_tables(self._waiting)
        self._held += whole.combine_chunks().to_batches()
        self._bytes += whole.nbytes
        self._waiting = []
        if self._bytes > _HELD:
            writer = self._writer or self._opened()
            for batch in self._held:
                writer.write_batch(batch)
            self._held = []

    def _opened(self) -> pa.RecordBatchFileWriter:
        self._file = TemporaryFile(prefix="corpus-audit-", buffering=0)  # noqa: SIM115 - closed with this object
        finalize(self, self._file.close)
        self._writer = pa.ipc.new_file(pa.PythonFile(self._file, "w"), self._schema)
        return self._writer
