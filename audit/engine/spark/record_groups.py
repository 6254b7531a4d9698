"""Pieces of records arriving at an executor, grouped into lots, on its disk if there are many.

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

    # A lot: the key on which records are grouped, computed by `of` from a piece's file and source.
    Lot = tuple[int, int]
    # A row of PIECES.
    Piece = tuple[int, int, int, Any]

PIECES: Final = pa.schema([("file", pa.int32()), ("nth", pa.int64()), ("piece", pa.int32()), ("records", pa.binary())])


@dataclass(slots=True)
class _Written:
    """The pieces of a lot in memory, and the locations of those on disk: (source, piece, first byte, bytes)."""

    held: list[tuple[int, int, bytes]] = field(default_factory=list)
    places: list[tuple[int, int, int, int]] = field(default_factory=list)
    size: int = 0


class RecordGroups(Closing):
    """The pieces of a partition by lot; reading holds one lot in memory, writing HELD bytes."""

    def __init__(self, of: Callable[[int, int], Lot]) -> None:
        self._of = of
        self._lots: dict[Lot, _Written] = {}
        self._folder: Scratch | None = None
        self._held = 0

    def close(self) -> None:
        """Remove the files."""
        if self._folder is not None:
            self._folder.close()

    def taken(self, batches: Iterator[pa.RecordBatch]) -> Iterator[tuple[Lot, bytearray]]:
        """Store all pieces of a partition; then yield each lot with its records, ordered by source and piece.

        A lot is deleted once read.
        """
        for batch in batches:
            self._take(batch)
        if self._folder is not None:
            self._write()
        for lot in sorted(self._lots):
            written = self._lots.pop(lot)
            yield lot, joined(written.held) if self._folder is None else _read(self._path(lot), written)

    def _take(self, batch: pa.RecordBatch) -> None:
        numbers = (batch[name].to_pylist() for name in ("file", "nth", "piece"))
        for file, nth, piece, records in zip(*numbers, batch["records"], strict=True):
            lot = self._lots.setdefault(self._of(file, nth), _Written())
            lot.held.append((nth, piece, records.as_py()))
            self._held += len(lot.held[-1][-1])
        if self._held >= HELD:
            self._write()

    def _write(self) -> None:
        self._folder = self._folder or Scratch()
        for lot, written in self._lots.items():
            with self._path(lot).open("ab") as file:
                for nth, piece, records in written.held:
                    file.write(records)
                    written.places.append((nth, piece, written.size, len(records)))
                    written.size += len(records)
            written.held.clear()
        self._held = 0

    def _path(self, lot: Lot) -> Path:
        assert self._folder is not None  # noqa: S101 callers have created it
        return self._folder.path / "-".join(map(str, lot))


def joined(pieces: list[tuple[int, int, bytes]]) -> bytearray:
    """Return the records of some pieces (source, piece, bytes) in order."""
    found = bytearray()
    for _, _, records in sorted(pieces, key=itemgetter(0, 1)):
        found += records
    return found


def _read(path: Path, written: _Written) -> bytearray:
    found, end = bytearray(written.size), 0
    with path.open("rb") as file:
        for _, _, start, size in sorted(written.places):
            file.seek(start)
            end += file.readinto(memoryview(found)[end : end + size])
    path.unlink()
    return found
