"""One of the two datasets that are compared: its tables where they lie, read column by column when they are needed."""

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

# Small enough that a value repeated by a dictionary cannot fill the memory.
_BATCH_ROWS: Final = 8192
SPLIT: Final = "split"


@dataclass(frozen=True)
class StoredTable:
    """A table in Parquet files, in order, each with the split that its rows belong to.

    `called` says under which name a column of ours stands in the files, where it has another one.
    """

    files: tuple[tuple[str, Path], ...]
    called: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def schema(self) -> pa.Schema:
        """The columns of the first file under our names; raises pa.ArrowException or OSError when it is damaged."""
        if not self.files:
            return pa.schema([])
        ours = {theirs: name for name, theirs in self.called.items()}
        with _opened(self.files[0][1]) as file:
            found = file.schema_arrow
        return pa.schema([each.with_name(ours.get(each.name, each.name)) for each in found])

    @property
    def splits(self) -> tuple[str, ...]:
        """The names of the splits, sorted."""
        return tuple(sorted({split for split, _ in self.files}))

    def has(self, *columns: str) -> bool:
        """Return whether all these columns are there."""
        return set(columns) <= set(self.schema.names)

    def batches(self, columns: Sequence[str]) -> Iterator[tuple[str, pa.Table]]:
        """Yield the rows of these columns in order, each batch with its split.

        Raises pa.ArrowException or OSError when a file is damaged, lacks a column or has another type for it.
        """
        for split, path in self.files:
            with _opened(path) as file:
                for batch in file.iter_batches(_BATCH_ROWS, columns=self._theirs(columns)):
                    yield split, self._ours(pa.Table.from_batches([batch]), columns)

    def rows(self, numbers: Sequence[int], columns: Sequence[str]) -> list[dict[str, object]]:
        """Return a few rows by their numbers from 0, in that order; only the row groups that hold them are read."""
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
        """Yield a few rows of a row group, ascending, with their numbers: the whole of it may exceed the memory."""
        if not numbers:
            return
        first, left = 0, list(numbers)
        for batch in file.iter_batches(_BATCH_ROWS, row_groups=[group], columns=self._theirs(columns)):
            last = first + len(batch)
            here = [number for number in left if number < last]
            left = left[len(here) :]
            rows = self._ours(pa.Table.from_batches([batch]), columns).take([n - first for n in here]).to_pylist()
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
    # Not by name: what the system says of a file that Arrow opened itself does not come through.
    with open_regular(path) as raw, pq.ParquetFile(raw, page_checksum_verification=True) as file:
        yield file


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """A dataset as it is compared.

    `name` is what people call it. `contents` are digests by name of what it holds as a whole (the tables of a release,
    its judgements, its parameters): where both sides know one and it is the same, nothing need be read. `notes` are
    sentences on what could not be known of it.
    """

    name: str
    documents: StoredTable
    blocks: StoredTable | None = None
    findings: StoredTable | None = None
    duplicates: StoredTable | None = None
    schema_version: int | None = None
    contents: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def same_content(old: Snapshot, new: Snapshot, name: str) -> bool:
    """Return whether both sides are known to hold the same under this name."""
    return name in old.contents and old.contents[name] == new.contents.get(name)
