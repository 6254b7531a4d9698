"""Records too many for memory, sorted into files by key and read back a file at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Self, TypeAlias

import numpy as np
import numpy.typing as npt

from audit.scratch import Scratch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

Keys: TypeAlias = npt.NDArray[np.uint64]
Records: TypeAlias = npt.NDArray[Any]

# With 64 files, ten million documents of 1,000 characters are 10 million samples (120 MB) a file.
FILES: Final = 64


class Spill:
    """A temporary folder of records: those with the same key are in the same file."""

    def __init__(self, type: npt.DTypeLike) -> None:
        self._type = np.dtype(type)
        self._folder = Scratch()
        self._paths = tuple(self._folder.path / f"{nth:02d}" for nth in range(FILES))
        self._files = [path.open("wb") for path in self._paths]

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove the files."""
        self.close()

    def close(self) -> None:
        """Remove the files; twice is fine."""
        for file in self._files:
            file.close()
        self._folder.close()

    def add(self, keys: Keys, records: Records) -> None:
        """Append `records`, each to the file of its key."""
        for nth, some in by_file(keys, records):
            self._files[nth].write(some.data)

    def files(self) -> Iterator[Records]:
        """Return the records of each file, in the order they were added in."""
        for file, path in zip(self._files, self._paths, strict=True):
            file.flush()
            if path.stat().st_size:
                yield np.fromfile(path, self._type)


def by_file(keys: Keys, records: Records) -> Iterator[tuple[int, Records]]:
    """Yield for each file the records that go there by their keys, in their order; nothing for a file without any."""
    places = (keys % np.uint64(FILES)).astype(np.uint8)
    records = records[np.argsort(places, kind="stable")]
    ends = np.cumsum(np.bincount(places, minlength=FILES)).tolist()
    for nth, (start, end) in enumerate(zip([0, *ends[:-1]], ends, strict=True)):
        if start < end:
            yield nth, records[start:end]
