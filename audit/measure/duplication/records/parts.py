"""Part files read a column at a time, so that memory grows with one column of numbers and never with texts."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from audit.errors import UsageError
from audit.machine import refuse_trouble
from audit.measure.duplication.tokens.hashing import Ints, Records, starts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path


def row_counts(parts: Sequence[Path]) -> npt.NDArray[np.int64]:
    """Return the number of rows of each part; raises UsageError when one is damaged."""
    return np.array([_rows_of(part) for part in parts], np.int64)


def _rows_of(part: Path) -> int:
    with _readable(part):
        return int(pq.read_metadata(part).num_rows)


@contextmanager
def _readable(part: Path) -> Iterator[None]:
    """Turn what Arrow says about a damaged file into a sentence: it may be that of another corpus."""
    try:
        yield
    except (OSError, LookupError, pa.ArrowException) as error:
        refuse_trouble(error, part)
        raise UsageError(f"{part} is damaged ({type(error).__name__}): fetch or make it again") from error


def batches(parts: Sequence[Path], names: Sequence[str]) -> Iterator[tuple[int, pa.RecordBatch]]:
    """Return the batches of all parts in row order, each with the number of its first row."""
    row = 0
    for part in parts:
        with pq.ParquetFile(part) as file:
            for batch in file.iter_batches(columns=list(names), use_threads=False):
                yield row, batch
                row += batch.num_rows


def numbers(parts: Sequence[Path], name: str, type: npt.DTypeLike) -> Records:
    """Return one numeric column of all parts as an array; nulls are 0."""
    return columns(parts, {name: type})[name]


def columns(parts: Sequence[Path], types: Mapping[str, npt.DTypeLike]) -> dict[str, Records]:
    """Return some numeric columns of all parts as arrays of their types, in one walk through the files; nulls are 0."""
    read = [batch for _, batch in batches(parts, list(types))]
    return {name: _joined([batch.column(name) for batch in read], type) for name, type in types.items()}


def _joined(column: Sequence[pa.Array], type: npt.DTypeLike) -> Records:
    filled = [some.fill_null(0) if some.null_count else some for some in column]
    return np.concatenate([np.empty(0, type), *(some.to_numpy() for some in filled)], dtype=type)


def strings(parts: Sequence[Path], name: str) -> pa.ChunkedArray:
    """Return one text column of all parts."""
    return pa.chunked_array([batch.column(0) for _, batch in batches(parts, [name])], pa.string())


class Bodies:
    """The bodies of documents by row, read from part files: those asked for, one row group at a time."""

    def __init__(self, parts: Sequence[Path], starts: Ints | None = None) -> None:
        """Take the part files; `starts` are their first rows, and the end of the last, where these are known."""
        self.parts = parts
        self.starts = starts_of(row_counts(parts)) if starts is None else starts

    def __len__(self) -> int:
        """Return how many documents there are."""
        return int(self.starts[-1])

    def __call__(self, rows: Sequence[int]) -> dict[int, str]:
        """Return the body of each of `rows`."""
        found: dict[int, str] = {}
        for here, texts in self.columns(np.unique(np.asarray(rows, np.int64))):
            found.update(zip(here.tolist(), texts.to_pylist(), strict=True))
        return found

    def columns(self, rows: npt.NDArray[np.int64]) -> Iterator[tuple[npt.NDArray[np.int64], pa.Array]]:
        """Yield ascending `rows` with their bodies, some at a time; each row group that holds one is read once."""
        bounds = np.searchsorted(rows, self.starts)
        for nth in np.flatnonzero(np.diff(bounds)).tolist():
            here = rows[bounds[nth] : bounds[nth + 1]]
            yield from _from_part(self.parts[nth], here, int(self.starts[nth]))


def _from_part(part: Path, rows: npt.NDArray[np.int64], first: int) -> Iterator[tuple[npt.NDArray[np.int64], pa.Array]]:
    with pq.ParquetFile(part, page_checksum_verification=True) as file:
        sizes = [file.metadata.row_group(nth).num_rows for nth in range(file.num_row_groups)]
        starts = starts_of(np.array(sizes, np.int64)) + first
        bounds = np.searchsorted(rows, starts)
        for nth in range(len(sizes)):
            here = rows[bounds[nth] : bounds[nth + 1]]
            if len(here):
                yield here, _texts(part, file, nth).take(pa.array(here - starts[nth])).combine_chunks()


def _texts(part: Path, file: pq.ParquetFile, group: int) -> pa.ChunkedArray:
    """Return the bodies of a row group, each one text: kernels read them as UTF-8 without asking."""
    with _readable(part):
        column = file.read_row_group(group, columns=["body"], use_threads=False)["body"].cast(pa.large_string())
        column.validate(full=True)
        return column.fill_null("")
