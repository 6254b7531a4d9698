"""The position of a worker in its task: numbers in a file beside the task's own, so that no message is sent.

A worker that dies leaves them behind; its parent reads them at intervals, and when a message arrives.
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
class TaskPosition:
    """`at` is the item that a worker is at, -1 before the first and MANY when it is at several; `last` the last begun.

    `read` are the bytes read so far, `reports` their number.
    """

    at: int = -1
    last: int = -1
    read: int = 0
    reports: int = 0

    def moved(self, item: int, size: int) -> TaskPosition:
        """Return the position after another call of engine.serve.ReportPosition."""
        return TaskPosition(item, max(item, self.last), self.read + size, self.reports + 1)

    def packed(self) -> bytes:
        """Return the content of the file."""
        return _NUMBERS.pack(self.at, self.last, self.read, self.reports)


def read_position(task: Path) -> TaskPosition:
    """Return the position of the worker that was given a task's file; before the first item if it reported none yet."""
    with suppress(FileNotFoundError, struct.error):
        return TaskPosition(*_NUMBERS.unpack(task.with_suffix(_SUFFIX).read_bytes()))
    return TaskPosition()


def remove_task_files(task: Path) -> None:
    """Remove a task's file and its position."""
    for file in (task, task.with_suffix(_SUFFIX)):
        file.unlink(missing_ok=True)


@contextmanager
def recording_position(task: Path) -> Iterator[Callable[[int, int], None]]:
    """Yield the function by which the work on a task reports its position (engine.serve.ReportPosition)."""
    there = TaskPosition()
    file = os.open(task.with_suffix(_SUFFIX), os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)

    def report(item: int, size: int) -> None:
        nonlocal there
        there = there.moved(item, size)
        os.pwrite(file, there.packed(), 0)

    try:
        yield report
    finally:
        os.close(file)
