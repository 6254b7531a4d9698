"""A worker process as seen by its parent."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import IO, Any, Final

from audit.engine.fork_server import start_child
from audit.engine.memory import LITTLE_FREE_MEMORY, SINGLE_THREAD, is_memory_error
from audit.engine.serve import MEMORY_EXIT
from audit.engine.task import Task
from audit.engine.task_position import TaskPosition, read_position, remove_task_files
from audit.text.visible import visible

READ_BYTES: Final = 1 << 16
STDERR_TAIL: Final = 400
# A killed process that is still there after this many seconds hangs in the kernel and is abandoned.
_PATIENCE: Final = 10


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds a worker may be silent on one input, or take to start; generous, since they only end hangs."""

    silence: float = 600.0
    start: float = 600.0


class State(Enum):
    """The state of a worker. While `STARTING` it has no task, so that failures are no input's fault."""

    STARTING = "starting"
    READY = "ready"
    WORKING = "working"


@dataclass(frozen=True, slots=True)
class ExitReason:
    """How a process ended: a printable sentence, and whether it lacked memory or died by a signal."""

    sentence: str
    of_memory: bool
    by_signal: bool


class Worker:
    """A child process that answers one task at a time."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        """Start the process; it sends a message when ready. Raises OSError."""
        self.stderr: IO[bytes] = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 lives as long as the worker
        try:
            self.child = start_child(command, os.environ | LITTLE_FREE_MEMORY | SINGLE_THREAD, self.stderr)
        except OSError:
            self.stderr.close()
            raise
        self.state = State.STARTING
        self.task: Task | None = None
        self.position = TaskPosition()
        self.is_granted = True
        self.heard = time.monotonic()
        self._rest = b""
        self._file = Path()

    @property
    def pipe(self) -> int:
        """The file descriptor of its answers."""
        return _open(self.child.stdout).fileno()

    def ready(self, *, granted: bool) -> None:
        """Mark it as started, and record whether it was granted its memory limit."""
        self.state, self.is_granted = State.READY, granted

    def give(self, task: Task, file: Path) -> None:
        """Send the name of a task's file; if the worker is dead, its closed pipe will show it.

        The write cannot block: one short line at a time fits into the pipe.
        """
        self.state, self.task, self.heard = State.WORKING, task, time.monotonic()
        self.position, self._file = TaskPosition(), file
        with suppress(BrokenPipeError):
            pipe = _open(self.child.stdin)
            pipe.write(os.fsencode(file) + b"\n")
            pipe.flush()

    def poll(self) -> int:
        """Note where in its task it is by now; return how many bytes it has read since the last look."""
        if self.task is None:
            return 0
        before, self.position = self.position, read_position(self._file)
        if self.position != before:
            self.heard = time.monotonic()
        return self.position.read - before.read

    def take(self) -> Task | None:
        """Return its task, if any, and make it available for another."""
        task, self.task = self.task, None
        if task is not None:
            remove_task_files(self._file)
        if self.state is State.WORKING:
            self.state = State.READY
        return task

    def receive(self) -> list[dict[str, Any]] | None:
        """Return the messages received, or None if the worker is gone."""
        read = os.read(self.pipe, READ_BYTES)
        if not read:
            return None
        self.heard = time.monotonic()
        *lines, self._rest = (self._rest + read).split(b"\n")
        return [json.loads(line) for line in lines]

    def end(self) -> None:
        """Kill the process and release its resources."""
        self.child.kill()
        with suppress(subprocess.TimeoutExpired):
            self.child.wait(_PATIENCE)
        for pipe in (self.child.stdin, self.child.stdout):
            with suppress(BrokenPipeError):
                _open(pipe).close()
        self.stderr.close()

    def exit_reason(self) -> ExitReason:
        """Return how the process ended, and the tail of its standard error; its pipe must have closed."""
        try:
            code = self.child.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            return ExitReason("silent: it closed its pipe but is still running", of_memory=False, by_signal=False)
        self.stderr.seek(0)
        output = self.stderr.read().decode("utf-8", "replace")[-STDERR_TAIL:].strip()
        ended = f"killed by signal {-code}" if code < 0 else f"ended with code {code}"
        of_memory = code == MEMORY_EXIT or (code != -signal.SIGKILL and is_memory_error(output))
        return ExitReason(f"{ended}: {visible(output)}" if output else ended, of_memory, code < 0)


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None  # noqa: S101 opened with PIPE above
    return pipe
