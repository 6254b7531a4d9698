"""Part files read column by column: memory holds one numeric column at a time."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from audit.engine.engines import current_engine
from audit.engine.exchange import Files, PartFiles
from audit.errors import UsageError
from audit.machine import raise_machine_error
from audit.measure.duplication.records.column_file import ColumnFile
from audit.measure.duplication.records.mapped_texts import MappedTexts
from audit.measure.duplication.tokens.hashing import Ints, Records, starts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path


# Of a row group fewer bodies than one in this many are read without storing the others.
_ONE_IN: Final = 32


def _row_counts(parts: Sequence[Path]) -> npt.NDArray[np.int64]:
    """Return the number of rows of each part; raises UsageError if one is damaged."""
    return np.array([_rows_of(part) for part in parts], np.int64)


def _rows_of(part: Path) -> int:
    with readable(part):
        return int(pq.read_metadata(part).num_rows)


def _read_whole(part: Path) -> pa.Table:
    # As a data set of one file, which pq.read_table makes of it, it takes three times as long.
    with readable(part), pq.ParquetFile(part) as file:
        return file.read(use_threads=False)


@contextmanager
def readable(part: Path) -> Iterator[None]:
    """Raise UsageError for Arrow errors on a damaged file, possibly another corpus's."""
    try:
        yield
    except (OSError, LookupError, pa.ArrowException) as error:
        raise_machine_error(error, part)
        raise UsageError(f"{part} is damaged ({type(error).__name__}): fetch or create it again") from error


@dataclass(frozen=True, slots=True)
class PartTable:
    """A table in part files, in row order; `starts` are their first rows, and the end of the last.

    `copied` holds all its columns, if they are read often and no other machine needs them; they are one source of an
    exchange then. Otherwise each file is one source. A table given in memory has no files.
    """

    files: PartFiles
    starts: Ints
    copied: ColumnFile | None = None

    @staticmethod
    def of(files: PartTable | Sequence[Path]) -> PartTable:
        """Return the table in these part files; raises UsageError if one is damaged."""
        if isinstance(files, PartTable):
            return files
        parts = PartFiles.of(files)
        return PartTable(parts, starts_of(_row_counts(parts)))

    @staticmethod
    def for_passes(files: PartTable | pa.Table | Sequence[Path]) -> PartTable:
        """Return the table in these part files, to be read many times; raises UsageError if one is damaged."""
        if isinstance(files, pa.Table):
            return PartTable._held(files)
        if isinstance(files, PartTable) or current_engine().pays_from is not None or not len(files):
            return PartTable.of(files)
        parts, counts = PartFiles.of(files), list[int]()
        copied = ColumnFile(_read_whole(parts[0]).schema)
        for part in parts:
            rows = _read_whole(part)
            copied.add(rows)
            counts.append(len(rows))
        return PartTable(parts, starts_of(np.array(counts, np.int64)), copied)

    @staticmethod
    def _held(rows: pa.Table) -> PartTable:
        copied = ColumnFile(rows.schema)
        for batch in rows.to_batches():
            copied.add(pa.Table.from_batches([batch]))
        return PartTable(PartFiles.of(()), np.array([0, len(rows)]), copied)

    def __len__(self) -> int:
        """Return the number of rows."""
        return int(self.starts[-1])

    def has(self, name: str) -> bool:
        """Return whether there is such a column."""
        if self.copied is not None:
            return name in self.copied.names
        return len(self.files) > 0 and name in pq.read_schema(self.files[0]).names

    @property
    def sources(self) -> int:
        """The number of exchange sources into which its rows are divided."""
        return len(self.files) if self.copied is None else 1

    def source(self, files: Files, nth: int, names: Sequence[str]) -> Iterator[tuple[int, pa.RecordBatch]]:
        """Yield some columns of a source's rows in batches, each with its first row number."""
        if self.copied is None:
            yield from self._read(files(self.files.names[nth]), nth, names)
        else:
            yield from self.batches(names)

    def batches(self, names: Sequence[str]) -> Iterator[tuple[int, pa.RecordBatch]]:
        """Yield some columns of all rows in batches, each with its first row number."""
        if self.copied is None:
            for nth, path in enumerate(self.files):
                yield from self._read(path, nth, names)
            return
        row = 0
        for batch in self.copied.batches(names):
            yield row, batch
            row += batch.num_rows

    def part(self, nth: int, names: Sequence[str]) -> pa.Table:
        """Return some columns of the rows of one part file."""
        with pq.ParquetFile(self.files[nth]) as file:
            return file.read(list(names), use_threads=False)

    def _read(self, path: Path, nth: int, names: Sequence[str]) -> Iterator[tuple[int, pa.RecordBatch]]:
        row = int(self.starts[nth])
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(columns=list(names), use_threads=False):
                yield row, batch
                row += batch.num_rows

    def numbers(self, name: str, type: npt.DTypeLike) -> Records:
        """Return one numeric column as an array; nulls are 0."""
        return self.columns({name: type})[name]

    def columns(self, types: Mapping[str, npt.DTypeLike]) -> dict[str, Records]:
        """Return some numeric columns as arrays of their types, in one pass over the rows; nulls are 0."""
        read = [batch for _, batch in self.batches(list(types))]
        return {name: _joined([batch.column(name) for batch in read], type) for name, type in types.items()}

    def strings(self, name: str) -> pa.ChunkedArray:
        """Return one text column."""
        return pa.chunked_array([batch.column(0) for _, batch in self.batches([name])], pa.string())


def _joined(column: Sequence[pa.Array], type: npt.DTypeLike) -> Records:
    filled = [some.fill_null(0) if some.null_count else some for some in column]
    return np.concatenate([np.empty(0, type), *(some.to_numpy() for some in filled)], dtype=type)


class Bodies:
    """The bodies of documents by row, read from part files on demand, one row group at a time.

    Bodies already read are kept in a temporary file.
    """

    def __init__(self, parts: Sequence[Path], starts: Ints | None = None) -> None:
        """Take the part files; `starts` are their first rows and the final end, if known."""
        self.parts = parts
        self.starts = starts_of(_row_counts(parts)) if starts is None else starts
        self._groups: dict[int, Ints] = {}
        self._mapped = MappedTexts()

    def __len__(self) -> int:
        """Return the number of documents."""
        return int(self.starts[-1])

    def __call__(self, rows: Sequence[int]) -> dict[int, str]:
        """Return the body of each of `rows`."""
        return by_row(self.columns, rows)

    def columns(self, rows: Ints) -> Iterator[tuple[Ints, pa.LargeStringArray]]:
        """Yield ascending `rows` with their bodies, in chunks; each row group is read at most once."""
        bounds = np.searchsorted(rows, self.starts)
        for nth in np.flatnonzero(np.diff(bounds)).tolist():
            edges = self._edges(nth)
            within = np.searchsorted(rows, edges)
            for group in np.flatnonzero(np.diff(within)).tolist():
                here = rows[within[group] : within[group + 1]]
                yield here, self._texts((nth, group), here - edges[group], int(edges[group + 1] - edges[group]))

    def _edges(self, nth: int) -> Ints:
        """Return the first rows of the row groups of a part, and the end of the last."""
        if nth not in self._groups:
            with readable(self.parts[nth]):
                read = pq.read_metadata(self.parts[nth])
            sizes = [read.row_group(group).num_rows for group in range(read.num_row_groups)]
            self._groups[nth] = self.starts[nth] + starts_of(np.array(sizes, np.int64))
        return self._groups[nth]

    def _texts(self, name: tuple[int, int], places: Ints, count: int) -> pa.LargeStringArray:
        """Return the bodies at some places of a row group of `count`, validated since kernels assume UTF-8.

        If they are few, the others are neither validated nor stored: a release is read for the candidates of newcomers.
        """
        if (mapped := self._mapped.get(name)) is not None:
            return _taken(mapped, places)
        nth, group = name
        with readable(self.parts[nth]), pq.ParquetFile(self.parts[nth], page_checksum_verification=True) as file:
            column = file.read_row_group(group, columns=["body"], use_threads=False)["body"]
            if len(places) * _ONE_IN < count:
                return validated(_taken(column, places))
            texts = validated(column)
        self._mapped.put(name, texts)
        return _taken(texts, places)


def by_row(
    columns: Callable[[Ints], Iterator[tuple[Ints, pa.Array | pa.ChunkedArray]]], rows: Sequence[int]
) -> dict[int, str]:
    """Return the text of each row; `columns` yields ascending rows with their texts, in chunks."""
    found: dict[int, str] = {}
    for here, texts in columns(np.unique(np.asarray(rows, np.int64))):
        found.update(zip(here.tolist(), texts.to_pylist(), strict=True))
    return found


def _taken(texts: pa.Array | pa.ChunkedArray, places: Ints) -> pa.Array | pa.ChunkedArray:
    """Return the texts at ascending places."""
    return texts if len(places) == len(texts) else texts.take(pa.array(places))


def validated(texts: pa.ChunkedArray) -> pa.LargeStringArray:
    """Return texts as one array, nulls as empty ones; raises pa.ArrowInvalid if they are no UTF-8."""
    column = texts.cast(pa.large_string())
    column.validate(full=True)
    return column.fill_null("").combine_chunks()
