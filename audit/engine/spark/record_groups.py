"""Pieces of records arriving at an executor, grouped by target file, on its disk if there are many.

The cluster does not sort or group: Spark and Sail hold whole groups in memory, Sail all groups of a partition, and Sail
does not honour sort orders that only our function needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from audit.engine.spill import HELD
from audit.scratch import Closing, Scratch

if TYPE_CHECKING:
    from pathlib import Path

    # The key by which records are grouped, computed by `of` from a piece's file and source.
    GroupKey = tuple[int, int]
    # A row of PIECES.
    Piece = tuple[int, int, int, Any]

PIECES: Final = pa.schema([("file", pa.int32()), ("nth", pa.int64()), ("piece", pa.int32()), ("records", pa.binary())])


@dataclass(slots=True)
class _Group:
    """The pieces of a group in memory, and the locations of those on disk: (source, piece, first byte, bytes)."""

    in_memory: list[tuple[int, int, bytes]] = field(default_factory=list)
    places: list[tuple[int, int, int, int]] = field(default_factory=list)
    size: int = 0


class RecordGroups(Closing):
    """The pieces of a partition by group; reading holds one group in memory, writing HELD bytes."""

    def __init__(self, of: Callable[[int, int], GroupKey]) -> None:
        self._of = of
        self._groups: dict[GroupKey, _Group] = {}
        self._folder: Scratch | None = None
        self._bytes = 0

    def close(self) -> None:
        """Remove the files."""
        if self._folder is not None:
            self._folder.close()

    def grouped(self, batches: Iterator[pa.RecordBatch]) -> Iterator[tuple[GroupKey, bytearray]]:
        """Store all pieces of a partition; then yield each group's key with its records, ordered by source and piece.

        A group is deleted once read.
        """
        for batch in batches:
            self._take(batch)
        if self._folder is not None:
            self._write()
        for key in sorted(self._groups):
            group = self._groups.pop(key)
            yield key, joined(group.in_memory) if self._folder is None else _read(self._path(key), group)

    def _take(self, batch: pa.RecordBatch) -> None:
        numbers = (batch[name].to_pylist() for name in ("file", "nth", "piece"))
        for file, nth, piece, records in zip(*numbers, batch["records"], strict=True):
            group = self._groups.setdefault(self._of(file, nth), _Group())
            group.in_memory.append((nth, piece, records.as_py()))
            self._bytes += len(group.in_memory[-1][-1])
        if self._bytes >= HELD:
            self._write()

    def _write(self) -> None:
        self._folder = self._folder or Scratch()
        for key, group in self._groups.items():
            with self._path(key).open("ab") as file:
                for nth, piece, records in group.in_memory:
                    file.write(records)
                    group.places.append((nth, piece, group.size, len(records)))
                    group.size += len(records)
            group.in_memory.clear()
        self._bytes = 0

    def _path(self, key: GroupKey) -> Path:
        assert self._folder is not None  # noqa: S101 callers have created it
        return self._folder.path / "-".join(map(str, key))


def joined(pieces: list[tuple[int, int, bytes]]) -> bytearray:
    """Return the records of some pieces (source, piece, bytes) in order."""
    found = bytearray()
    for _, _, records in sorted(pieces, key=itemgetter(0, 1)):
        found += records
    return found


def _read(path: Path, group: _Group) -> bytearray:
    found, end = bytearray(group.size), 0
    with path.open("rb") as file:
        for _, _, start, size in sorted(group.places):
            file.seek(start)
            end += file.readinto(memoryview(found)[end : end + size])
    path.unlink()
    return found
