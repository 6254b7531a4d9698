"""Where a worker is in its task: numbers in a file beside the task's own, which cost nobody a word.

A worker that dies leaves them behind; its parent looks at them now and then, and when something has happened.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_SUFFIX: Final = ".at"
_NUMBERS: Final = struct.Struct("<4q")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """`at` is the item that a worker is at, -1 before the first and MANY when it is at several; `last` the last begun.

    `read` are the bytes read so far, `told` is how often the worker has told where it is.
    """

    at: int = -1
    last: int = -1
    read: int = 0
    told: int = 0

    def moved(self, item: int, size: int) -> Whereabouts:
        """Return them after another call of engine.serve.Tell."""
        return Whereabouts(item, max(item, self.last), self.read + size, self.told + 1)

    def packed(self) -> bytes:
        """Return the content of the file."""
        return _NUMBERS.pack(self.at, self.last, self.read, self.told)


def whereabouts_in(task: Path) -> Whereabouts:
    """Return where the worker is that was given a task's file; before the first item when it has not told yet."""
    with suppress(FileNotFoundError, struct.error):
        return Whereabouts(*_NUMBERS.unpack(task.with_suffix(_SUFFIX).read_bytes()))
    return Whereabouts()


def forget(task: Path) -> None:
    """Remove a task's file and what its worker told."""
    for file in (task, task.with_suffix(_SUFFIX)):
        file.unlink(missing_ok=True)


@contextmanager
def telling(task: Path) -> Iterator[Callable[[int, int], None]]:
    """Give the function by which the work on a task tells where it is (engine.serve.Tell)."""
    there = Whereabouts()
    file = os.open(task.with_suffix(_SUFFIX), os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)

    def tell(item: int, size: int) -> None:
        nonlocal there
        there = there.moved(item, size)
        os.pwrite(file, there.packed(), 0)

    try:
        yield tell
    finally:
        os.close(file)
