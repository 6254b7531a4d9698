"""Deterministic Parquet files: their bytes depend only on the rows.

zstd level 3 is the best trade of size against time. Page checksums detect bit flips; pages are cut by content and row
groups by document, so that two versions share most of their bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

import pyarrow as pa
import pyarrow.parquet as pq

from audit.atomic import creating
from audit.errors import DefectError
from audit.release.manifest import Content
from audit.release.storage.digest import ContentDigest
from audit.release.storage.groups import CUTS, Cuts, groups, is_hit, key_of, row_bytes
from audit.tables import Table, conform

Batches = Iterable[pa.Table | pa.RecordBatch]
SPLIT: Final = "train"
_ZSTD_LEVEL: Final = 3


@dataclass(frozen=True, slots=True)
class Shards:
    """The files of a table, in order, and its content."""

    paths: tuple[Path, ...]
    content: Content


def shard_name(number: int, count: int) -> str:
    """Return the conventional name of shard `number` (from 0) of `count` in `datasets` and on the Hub."""
    return f"{SPLIT}-{number:05d}-of-{count:05d}.parquet"


def write_shards(folder: Path, table: Table, batches: Batches, cuts: Cuts = CUTS) -> Shards:
    """Stream `batches` into the new folder `folder` as shards; an empty table is one empty shard.

    Memory holds one row group. Equal rows give equal bytes, however they are batched. Raises DefectError if a batch
    does not fit the table's schema.
    """
    folder.mkdir()
    with ExitStack() as open_shard:
        writer = _ShardWriter(folder, table, cuts, open_shard)
        for group in _conforming_groups(table, batches, cuts):
            writer.add(group)
            del group
        open_shard.close()
    return Shards(_rename(writer.paths), writer.content())


def write_parquet(path: Path, table: Table, batches: Batches) -> Content:
    """Stream `batches` into the one new file `path`, written like a shard."""
    tally = _Tally(table)
    with creating(path) as file:
        write_table(file, table, batches, tally.add)
    return tally.content()


def write_table(
    file: BinaryIO, table: Table, batches: Batches, seen: Callable[[pa.Table], object] | None = None
) -> None:
    """Stream `batches` into an open file, written like a shard; `seen` is shown what goes there."""
    with _writer(file, table) as writer:
        for group in _conforming_groups(table, batches, CUTS):
            if seen is not None:
                seen(group)
            writer.write_table(group, row_group_size=len(group))
            del group


class _Tally:
    """Counts and digests rows on the way into files."""

    def __init__(self, table: Table) -> None:
        self._digest = ContentDigest(table)
        self._rows = self._bytes = 0

    def add(self, group: pa.Table) -> int:
        size = int(row_bytes(group).sum())
        self._digest.update(group)
        self._rows += len(group)
        self._bytes += size
        return size

    def content(self) -> Content:
        return Content(self._rows, self._bytes, self._digest.hexdigest())


class _ShardWriter:
    """Writes the shards of one table, under provisional names until their number is known."""

    def __init__(self, folder: Path, table: Table, cuts: Cuts, open_shard: ExitStack) -> None:
        self._folder, self._table, self._cuts, self._open = folder, table, cuts, open_shard
        self._tally = _Tally(table)
        self.paths: list[Path] = []
        self._next_shard()

    def add(self, group: pa.Table) -> None:
        size = self._tally.add(group)
        if self._is_full(size, group[key_of(self._table)][0].as_py()):
            self._next_shard()
        self._size += size
        self._writer.write_table(group, row_group_size=len(group))

    def content(self) -> Content:
        return self._tally.content()

    def _is_full(self, size: int, key: object) -> bool:
        if not self._size or self._size + size > self._cuts.shard_max:
            return bool(self._size)
        return self._size >= self._cuts.shard_min and is_hit(key, self._cuts.rarity * self._cuts.shard_rarity)

    def _next_shard(self) -> None:
        self._open.close()
        path = self._folder / f".shard-{len(self.paths):05d}"
        file = self._open.enter_context(creating(path))
        self._writer = self._open.enter_context(_writer(file, self._table))
        self._size = 0
        self.paths.append(path)


def _rename(paths: list[Path]) -> tuple[Path, ...]:
    return tuple(path.rename(path.with_name(shard_name(n, len(paths)))) for n, path in enumerate(paths))


@contextmanager
def _writer(file: BinaryIO, table: Table) -> Iterator[pq.ParquetWriter]:
    # Long texts rarely repeat: a dictionary would be built and discarded.
    texts = [c.name for c in table.columns if c.type == "large_string"]
    with pq.ParquetWriter(
        file,
        table.arrow,
        compression="zstd",
        compression_level=_ZSTD_LEVEL,
        use_dictionary=[name for name in table.names if name not in texts],
        column_encoding=dict.fromkeys(texts, "DELTA_LENGTH_BYTE_ARRAY"),
        write_page_checksum=True,
        write_page_index=True,
        use_content_defined_chunking=True,
    ) as writer:
        yield writer


def _conforming_groups(table: Table, batches: Batches, cuts: Cuts) -> Iterator[pa.Table]:
    return groups((_conforming(table, batch) for batch in batches), key_of(table), cuts)


def _conforming(table: Table, batch: pa.Table | pa.RecordBatch) -> pa.Table:
    found = batch if isinstance(batch, pa.Table) else pa.Table.from_batches([batch])
    made = conform(found, table)
    try:
        made.validate(full=True)
    except pa.ArrowInvalid as error:
        raise DefectError(
            f"the table {table.name} contains invalid data: {error}; this is a defect of corpus-audit"
        ) from error
    return made
