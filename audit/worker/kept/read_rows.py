"""What was read of inputs: the first pass over them leaves it for the second one, which need not read them again.

To open, decode and repair a file costs several times what it takes to lay down what came out of it.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from io import BytesIO
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

from audit.engine.serve import writing
from audit.read.codec.decode import Decoded
from audit.worker.batch import Row

# The rows of so many tasks are kept, those of each as long as they have no more bytes than this: 4 GiB at most, on the
# disk of the part files, and gone before those are all there. What lies beyond is read twice.
_TASKS: Final = 256
_MOST_BYTES: Final = 16 << 20

_Reducer = Callable[[Any], tuple[Callable[..., Any], tuple[Any, ...]]]


@dataclass(slots=True)
class ReadRows:
    """The rows of one task, as they will be laid down, with the number of the input that each was read from."""

    task: int
    _laid: list[bytes] = field(default_factory=list)
    _bytes: int = 0

    def keep(self, numbers: Sequence[int], rows: Sequence[Row]) -> None:
        """Take some rows in, or give all of them up when they are too many."""
        if self.task >= _TASKS or self._bytes > _MOST_BYTES:
            return
        self._laid.append(_laid_down((numbers, rows)))
        self._bytes += len(self._laid[-1])
        if self._bytes > _MOST_BYTES:
            self._laid.clear()

    def save(self, file: Path) -> None:
        """Write them into the file, whole or not at all; no file where there are none."""
        if not self._laid:
            return
        made = file.with_suffix(".made")
        with writing("a part file"):
            file.parent.mkdir(exist_ok=True)
            made.write_bytes(b"".join(self._laid))
            made.replace(file)


def kept_rows(file: Path) -> Iterator[tuple[int, Row]]:
    """Yield the rows that were saved into the file, each with the number of its input; the file is gone by then."""
    with file.open("rb") as laid:
        file.unlink()
        while laid.peek(1):
            # Written by another worker of this run, into a folder of ours, as the job itself is.
            yield from zip(*pickle.load(laid), strict=True)  # noqa: S301


def _laid_down(rows: object) -> bytes:
    laid = BytesIO()
    pickler = pickle.Pickler(laid, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _REDUCERS
    pickler.dump(rows)
    return laid.getvalue()


def _reducer(kind: type[Any]) -> _Reducer:
    """Return what pickles a data class as a call of it: its own way asks for the names of its fields each time."""
    values = attrgetter(*(each.name for each in fields(kind)))
    return lambda one: (kind, values(one))


_REDUCERS: Final[dict[type, _Reducer]] = {kind: _reducer(kind) for kind in (Row, Decoded)}
