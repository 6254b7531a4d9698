"""Inputs as read and decoded by the first pass, kept for the second one so that it need not read them again.

Opening, decoding and repairing a file costs several times as much as storing the result.
"""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from io import BytesIO
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

from audit.engine.serve import writing_part_file
from audit.read.codec.decoded import Decoded
from audit.worker.batch import Batch, Row

# The rows of this many tasks are kept if those of a task have at most this many bytes: 4 GiB in all, on the disk of the
# part files, each removed when the second pass opens it. What lies beyond is read twice. A task of 8 MiB of records in
# UTF-8 takes 17 MiB: the bytes of each text and its characters.
_TASKS: Final = 170
_MOST_BYTES: Final = 24 << 20
# Bytes of that disk left free for the part files: to keep rows saves time, and must not fill a disk.
_FREE: Final = 1 << 30

_Reducer = Callable[[Any], tuple[Callable[..., Any], tuple[Any, ...]]]


@dataclass(slots=True)
class ReadRows:
    """The rows of one task to be saved, each with the number of its input."""

    task: int
    _pickled: list[bytes] = field(default_factory=list)
    _bytes: int = 0

    def keep(self, numbers: Sequence[int], batch: Batch) -> None:
        """Add the rows of a batch, or drop all of them if they are too many."""
        if self.task >= _TASKS or self._bytes > _MOST_BYTES:
            return
        # A batch that is too large in any case is not pickled first: its only text may have four times these bytes.
        self._pickled.append(b"" if batch.size > _MOST_BYTES else _pickle_rows((numbers, batch.rows)))
        self._bytes += len(self._pickled[-1]) or batch.size
        if self._bytes > _MOST_BYTES:
            self._pickled.clear()

    def save(self, file: Path) -> None:
        """Write them into the file, whole or not at all; no file if there are none, or no room for them."""
        if not self._pickled:
            return
        made = file.with_suffix(".made")
        with writing_part_file(file.parent):
            file.parent.mkdir(exist_ok=True)
            if shutil.disk_usage(file.parent).free < _FREE + self._bytes:
                return
            with made.open("wb") as stream:
                stream.writelines(self._pickled)
            made.replace(file)


def load_rows(file: Path) -> Iterator[tuple[int, Row]]:
    """Yield the rows saved in the file, each with the number of its input; the file is deleted first."""
    with file.open("rb") as stream:
        file.unlink()
        while stream.peek(1):
            # Unpickling is safe: like the job, the file was written by a worker of this run into the run's own folder.
            yield from zip(*pickle.load(stream), strict=True)  # noqa: S301


def _pickle_rows(rows: object) -> bytes:
    stream = BytesIO()
    pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _REDUCERS
    pickler.dump(rows)
    return stream.getvalue()


def _reducer(kind: type[Any]) -> _Reducer:
    """Return a reducer that pickles a data class as a call of it; the default looks up its fields each time."""
    values = attrgetter(*(each.name for each in fields(kind)))
    return lambda one: (kind, values(one))


_REDUCERS: Final[dict[type, _Reducer]] = {kind: _reducer(kind) for kind in (Row, Decoded)}
