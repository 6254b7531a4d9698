"""A worker for tests: it does to itself what the names of its inputs say."""

from __future__ import annotations

import os
import signal
import sys
import time

from audit.engine.serve import Tell, Work, serve
from audit.engine.task import MANY, Task


def prepare() -> Work:
    if sys.argv[1:] == ["broken"]:
        raise RuntimeError("no such library")
    return work


def work(task: Task, tell: Tell) -> dict[str, object]:
    for number, item in enumerate(task.items):
        tell(number, 10)
        if "kill" in item.path:
            os.kill(os.getpid(), signal.SIGKILL)
        if "raise" in item.path:
            raise ValueError("odd \x1b[2J input")
        if "hang" in item.path:
            time.sleep(60)
        if "memory" in item.path:
            raise MemoryError
        if "once" in item.path and not task.alone:
            os.kill(os.getpid(), signal.SIGKILL)
    if len(task.items) > 1:
        tell(MANY, 0)
    if any("together" in item.path for item in task.items):
        raise KeyError("together")
    # What a library prints must not reach the pipe.
    os.write(1, b"chatter\n")
    return {"ids": [item.id for item in task.items]}


if __name__ == "__main__":
    serve(prepare)
