"""One side of a comparison: its tables in place, read column by column on demand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from audit.atomic import open_regular

# Bytes per batch; small enough that dictionary-encoded repetitions cannot exhaust memory.
_BATCH_ROWS: Final = 8192
SPLIT: Final = "split"


@dataclass(frozen=True)
class StoredTable:
    """A table in Parquet files, in order, each belonging to one split.

    `called` maps our column names to those in the files where they differ.
    """

    files: tuple[tuple[str, Path], ...]
    called: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def schema(self) -> pa.Schema:
        """The columns of the first file under our names; raises pa.ArrowException or OSError if it is damaged."""
        if not self.files:
            return pa.schema([])
        ours = {theirs: name for name, theirs in self.called.items()}
        with _opened(self.files[0][1]) as file:
            found = file.schema_arrow
        return pa.schema([each.with_name(ours.get(each.name, each.name)) for each in found])

    def has(self, *columns: str) -> bool:
        """Return whether all these columns exist."""
        return set(columns) <= set(self.schema.names)

    def batches(self, columns: Sequence[str]) -> Iterator[tuple[str, pa.Table]]:
        """Yield the rows of these columns in order, each batch with its split.

        Raises pa.ArrowException or OSError if a file is damaged, or has a column missing or of another type.
        """
        for split, path in self.files:
            with _opened(path) as file:
                for batch in file.iter_batches(_BATCH_ROWS, columns=self._theirs(columns)):
                    yield split, self._ours(pa.Table.from_batches([batch]), columns)

    def is_blank(self, column: str) -> bool:
        """Return whether there are rows, and none has a value in `column`."""
        if not any(True for _ in self.batches([column])):
            return False
        return all(batch[column].null_count == len(batch) for _, batch in self.batches([column]))

    def rows(self, numbers: Sequence[int], columns: Sequence[str]) -> list[dict[str, object]]:
        """Return rows by number (from 0), in that order, reading only the row groups that contain them."""
        wanted, found, first = set(numbers), dict[int, dict[str, object]](), 0
        for _, path in self.files:
            with _opened(path) as file:
                for group in range(file.num_row_groups):
                    last = first + file.metadata.row_group(group).num_rows
                    here = sorted(number - first for number in wanted if first <= number < last)
                    found.update((first + number, row) for number, row in self._taken(file, group, here, columns))
                    first = last
        return [found[number] for number in numbers]

    def _taken(
        self, file: pq.ParquetFile, group: int, numbers: Sequence[int], columns: Sequence[str]
    ) -> Iterator[tuple[int, dict[str, object]]]:
        """Yield rows of a row group, ascending, with their numbers, in batches, since the group may exceed memory."""
        if not numbers:
            return
        first, left = 0, list(numbers)
        for batch in file.iter_batches(_BATCH_ROWS, row_groups=[group], columns=self._theirs(columns)):
            last = first + len(batch)
            here = [number for number in left if number < last]
            left = left[len(here) :]
            places = pa.array([number - first for number in here], pa.int64())  # an empty list has no type
            rows = self._ours(pa.Table.from_batches([batch]), columns).take(places).to_pylist()
            yield from zip(here, rows, strict=True)
            if not left:
                return
            first = last

    def _theirs(self, columns: Sequence[str]) -> list[str]:
        return [self.called.get(name, name) for name in columns]

    def _ours(self, table: pa.Table, columns: Sequence[str]) -> pa.Table:
        return table.select(self._theirs(columns)).rename_columns(list(columns))


@contextmanager
def _opened(path: Path) -> Iterator[pq.ParquetFile]:
    # Opened here: if Arrow opens a file by name, its error hides that of the system.
    with open_regular(path) as raw, pq.ParquetFile(raw, page_checksum_verification=True) as file:
        yield file


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """One side of a comparison.

    `name` is for display. `contents` are digests, by name, of its tables, judgements and parameters: what has equal
    digests on both sides is not read. `notes` are sentences on what is unknown about it.
    """

    name: str
    documents: StoredTable
    blocks: StoredTable | None = None
    findings: StoredTable | None = None
    duplicates: StoredTable | None = None
    ledger: StoredTable | None = None
    schema_version: int | None = None
    contents: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def same_content(old: Snapshot, new: Snapshot, name: str) -> bool:
    """Return whether both sides are known to have the same content under this name."""
    return name in old.contents and old.contents[name] == new.contents.get(name)
