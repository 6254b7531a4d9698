"""Row group boundaries, determined by content and not by batches.

A group ends before a document whose id hash is a hit (content-defined chunking), so that an inserted row moves one
boundary only and two versions of a dataset share most of their bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from audit.tables import Table

# Row sizes in bytes, individually or cumulated.
Sizes: TypeAlias = npt.NDArray[np.int64]
MIB: Final = 1 << 20
_BITS: Final = 8
# Keys looked at at once: a group ends with one document in some thousands.
_KEYS: Final = 1 << 10
# The offset of a string, beside its bytes.
_OFFSET: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Cuts:
    """Size bounds of groups and shards, in bytes of values; one in `rarity` documents may begin a group.

    The Hub's viewer handles groups up to 100 MB; reading one column of one group takes 64 MiB at most. With documents
    of 4 KB a group is about 16 MiB, and a new shard starts at one group in eight after 128 MiB.
    """

    group_min: int = 8 * MIB
    group_max: int = 64 * MIB
    rarity: int = 2048
    shard_min: int = 128 * MIB
    shard_max: int = 256 * MIB
    shard_rarity: int = 8


CUTS: Final = Cuts()


def key_of(table: Table) -> str:
    """Return the column that identifies a row's document."""
    return "id" if "id" in table.names else table.names[0]


def groups(batches: Iterable[pa.Table], key: str, cuts: Cuts) -> Iterator[pa.Table]:
    """Yield the rows of `batches` in order, one table per row group; nothing for no rows.

    Memory holds one group and a copy of its largest column, if the caller drops each group before the next.
    """
    pending: list[pa.Table] = []
    size, last = 0, None
    for batch in filter(len, batches):
        sizes = row_bytes(batch)
        start = 0
        for stop in _stops(sizes, _Hits(batch[key], last, cuts.rarity), size, cuts):
            pending.append(batch.slice(start, stop - start))
            yield _merged(pending)
            size, start = 0, stop
        pending.append(batch.slice(start))
        size += int(sizes[start:].sum())
        last = batch[key][-1].as_py()
    if pending:
        yield _merged(pending)


def row_bytes(batch: pa.Table) -> Sizes:
    """Return each row's size in bytes of values (int64), regardless of shared buffers."""
    total: Sizes = np.zeros(len(batch), np.int64)
    for column in batch.columns:
        if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
            total += pc.fill_null(pc.binary_length(column), 0).to_numpy().astype(np.int64) + _OFFSET
        else:
            total += -(-column.type.bit_width // _BITS)
    return total


@dataclass(frozen=True, slots=True)
class _Hits:
    """The rows of a batch at which a document with a hit begins; `last` is the key above the batch."""

    keys: pa.ChunkedArray
    last: object
    rarity: int

    def next(self, row: int) -> int:
        """Return the first one from a row on, else the number of rows."""
        # Some keys at a time: those of a whole table would be a Python string for every document.
        for start in range(row, len(self.keys), _KEYS):
            before = self.keys[start - 1].as_py() if start else self.last
            for number, key in enumerate(self.keys.slice(start, _KEYS).to_pylist(), start):
                if key != before and is_hit(key, self.rarity):
                    return number
                before = key
        return len(self.keys)


def is_hit(key: object, rarity: int) -> bool:
    """Return whether a document may begin a part, as one in `rarity` does.

    Tables without ids have another key, possibly a number.
    """
    return crc32(str(key).encode("utf-8", "surrogatepass")) % rarity == 0


def _stops(sizes: Sizes, hits: _Hits, size: int, cuts: Cuts) -> Iterator[int]:
    """Yield the rows before which a group ends, given `size` bytes carried over."""
    ends = np.cumsum(sizes)
    begins = ends - sizes
    base = -size
    while True:
        least = int(np.searchsorted(begins, base + cuts.group_min))
        stop = min(hits.next(least), _overflow(ends, begins, base, cuts.group_max))
        if stop >= len(sizes):
            return
        yield stop
        base = int(begins[stop])


def _overflow(ends: Sizes, begins: Sizes, base: int, most: int) -> int:
    row = int(np.searchsorted(ends, base + most, side="right"))
    # An oversized row forms its own group.
    return row + 1 if row < len(ends) and begins[row] == base else row


def _merged(parts: list[pa.Table]) -> pa.Table:
    """Return the parts as one table with contiguous columns; the list is emptied, and each column freed when copied."""
    left = pa.concat_tables(parts)
    parts.clear()
    schema, columns = left.schema, []
    for _ in schema:
        columns.append(left.select([0]).combine_chunks().column(0))
        left = left.remove_column(0)
    return pa.Table.from_arrays(columns, schema=schema)
