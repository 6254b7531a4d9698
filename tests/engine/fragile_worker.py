"""A worker for tests: it does to itself what the names of its inputs say, or what its arguments say of its start."""

from __future__ import annotations

import errno
import os
import signal
import sys
import time
from pathlib import Path

from audit.engine import memory
from audit.engine.serve import ReportPosition, Work, serve, writing_part_file
from audit.engine.task import MANY, Task


def prepare() -> Work:
    faults = sys.argv[1:]
    if faults == ["broken"]:
        raise RuntimeError("no such library")
    if faults == ["hangs"]:
        time.sleep(60)
    if faults == ["files"]:
        raise OSError(errno.EMFILE, "Too many open files")
    if faults == ["killed"]:
        os.kill(os.getpid(), signal.SIGKILL)
    return work


def work(task: Task, tell: ReportPosition) -> dict[str, object]:
    for number, item in enumerate(task.items):
        tell(number, 0)
        tell(number, 10)
        fail(item.path, alone=task.alone)
    if len(task.items) > 1:
        tell(MANY, 0)
    if any("together" in item.path for item in task.items):
        raise KeyError("together")
    if len(task.items) > 1:
        # As after a batch that is full: what follows belongs to the last input again.
        tell(len(task.items) - 1, 0)
    # What a library prints must not reach the pipe.
    os.write(1, b"chatter\n")
    return {"ids": [item.id for item in task.items]}


def fail(name: str, *, alone: bool) -> None:
    if "kill" in name or ("once" in name and not alone):
        os.kill(os.getpid(), signal.SIGKILL)
    if "raise" in name:
        raise ValueError("odd \x1b[2J input")
    if "hang" in name:
        time.sleep(60)
    if "memory" in name:
        bytearray(2 * memory.ROOM)
    if "abort" in name:
        # As polars ends a process that is refused memory.
        os.write(2, b"memory allocation of 8589934592 bytes failed\n")
        os.abort()
    if "disk" in name:
        with writing_part_file(Path("parts")):
            # As numpy says it: without the number.
            raise OSError("256 requested and 0 written")
    if "descriptors" in name:
        raise OSError(errno.EMFILE, "Too many open files")


if __name__ == "__main__":
    serve(prepare)
