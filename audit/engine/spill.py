"""External partitioning: records too many for memory, written to files by key and read back one file at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from audit.scratch import Closing, Scratch

if TYPE_CHECKING:
    from collections.abc import Iterator

Keys: TypeAlias = npt.NDArray[np.uint64]
Records: TypeAlias = npt.NDArray[Any]

# A power of two. With 64 files, ten million documents of 1,000 characters give 10 million samples (120 MB) per file.
FILES: Final = 64
# Bytes buffered over all files; smaller data never touch the disk. Writing opens every file: four times as often at a
# quarter of this, and that the steps of a corpus of a thousand articles go file by file doubles their time.
HELD: Final = 16 << 20


class Spill(Closing):
    """Partitioned records, on disk or, while few, in memory; equal keys are in the same file."""

    def __init__(self, type: npt.DTypeLike) -> None:
        self._type = np.dtype(type)
        self._folder: Scratch | None = None
        self._held: list[tuple[npt.NDArray[np.uint8], Records]] = []
        self._bytes = 0

    def close(self) -> None:
        """Remove the files; may be called twice."""
        self._held, self._bytes = [], 0
        if self._folder is not None:
            self._folder.close()

    def add(self, keys: Keys, records: Records) -> None:
        """Append `records`, each to the file of its key."""
        self._held.append((_file_of(keys), np.asarray(records, self._type)))
        self._bytes += self._held[-1][1].nbytes
        if self._bytes >= HELD:
            self._write()

    def files(self, *, at_once: bool = False) -> Iterator[Records]:
        """Yield the records of each non-empty file, in insertion order.

        `at_once`: all as one file, if they are few enough for memory.
        """
        if self._folder is None and at_once:
            yield from filter(len, [self._together()])
            return
        if self._folder is None:
            yield from (some for _, some in self._sorted())
            return
        self._write()
        for nth in range(FILES):
            path = self._folder.path / _name(nth)
            if path.exists():
                yield np.fromfile(path, self._type)

    def _write(self) -> None:
        """Write the buffer to the files, each opened only while it is written."""
        if self._folder is None:
            self._folder = Scratch()
        for nth, some in self._sorted():
            with (self._folder.path / _name(nth)).open("ab") as file:
                file.write(some.data)
        self._held, self._bytes = [], 0

    def _sorted(self) -> Iterator[tuple[int, Records]]:
        """Yield the buffered records by file, in insertion order."""
        places = np.concatenate([np.empty(0, np.uint8), *(where for where, _ in self._held)])
        yield from _by_file(places, self._together())

    def _together(self) -> Records:
        # Without their fields they are copied as a whole.
        plain = [_plain(some) for some in (np.empty(0, self._type), *(some for _, some in self._held))]
        return np.concatenate(plain).view(self._type)


def by_file(keys: Keys, records: Records) -> Iterator[tuple[int, Records]]:
    """Yield the records of each non-empty file, in order."""
    yield from _by_file(_file_of(keys), records)


def _file_of(keys: Keys) -> npt.NDArray[np.uint8]:
    return keys.astype(np.uint8) & np.uint8(FILES - 1)


def _by_file(places: npt.NDArray[np.uint8], records: Records) -> Iterator[tuple[int, Records]]:
    # Of records with several fields, take is eight times as fast as an index, and faster yet when it sees no fields.
    records = _plain(records).take(np.argsort(places, kind="stable")).view(records.dtype)
    ends = np.cumsum(np.bincount(places, minlength=FILES)).tolist()
    for nth, (start, end) in enumerate(zip([0, *ends[:-1]], ends, strict=True)):
        if start < end:
            yield nth, records[start:end]


def _plain(records: Records) -> Records:
    return np.ascontiguousarray(records).view(np.dtype((np.void, records.itemsize)))


def _name(nth: int) -> str:
    return f"{nth:02d}"
