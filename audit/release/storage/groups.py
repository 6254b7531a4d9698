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

# Row sizes in bytes, individually or cumulated; row numbers.
Sizes: TypeAlias = npt.NDArray[np.int64]
Rows: TypeAlias = npt.NDArray[np.intp]
MIB: Final = 1 << 20
_BITS: Final = 8
# Keys hashed at once.
_KEYS: Final = 1 << 14
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
        for stop in _stops(sizes, _hits(batch[key], last, cuts.rarity), size, cuts):
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


def _hits(keys: pa.ChunkedArray, last: object, rarity: int) -> Rows:
    """Return the rows at which a document with a hit begins."""
    begins = np.ones(len(keys), bool)
    begins[1:] = pc.not_equal(keys.slice(1), keys.slice(0, len(keys) - 1)).to_numpy()
    begins[0] = keys[0].as_py() != last
    rows = np.flatnonzero(begins)
    # Some keys at a time: those of a whole table would be a Python string for every document.
    some = (keys.take(pa.array(rows[start : start + _KEYS])) for start in range(0, len(rows), _KEYS))
    hits: Rows = rows[np.fromiter((is_hit(key, rarity) for part in some for key in part.to_pylist()), bool, len(rows))]
    return hits


def is_hit(key: object, rarity: int) -> bool:
    """Return whether a document may begin a part, as one in `rarity` does.

    Tables without ids have another key, possibly a number.
    """
    return crc32(str(key).encode("utf-8", "surrogatepass")) % rarity == 0


def _stops(sizes: Sizes, hits: Rows, size: int, cuts: Cuts) -> Iterator[int]:
    """Yield the rows before which a group ends, given `size` bytes carried over."""
    ends = np.cumsum(sizes)
    begins = ends - sizes
    base = -size
    while True:
        stop = min(_next_hit(begins, hits, base + cuts.group_min), _overflow(ends, begins, base, cuts.group_max))
        if stop >= len(sizes):
            return
        yield stop
        base = int(begins[stop])


def _next_hit(begins: Sizes, hits: Rows, least: int) -> int:
    at = int(np.searchsorted(begins[hits], least))
    return int(hits[at]) if at < len(hits) else len(begins)


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
