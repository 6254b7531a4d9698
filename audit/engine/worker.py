"""One worker process as its parent sees it: what it works on, what it said last, and how to end it."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, Any, Final

from audit.engine.task import Task, as_message
from audit.text.visible import visible

READ_BYTES: Final = 1 << 16
STDERR_TAIL: Final = 400
# There is a worker for each core: threads of their own would only wait for each other.
SINGLE: Final = {"POLARS_MAX_THREADS": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a worker may be silent on one input, or start, in seconds; generous, for it is there to end hangs."""

    silence: float = 600.0
    start: float = 600.0


class Worker:
    """A child process that answers one task at a time."""

    def __init__(self, command: Sequence[str]) -> None:
        self.stderr: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 lives as long as the worker
        self.child = subprocess.Popen(  # noqa: S603 our own module
            command, env=os.environ | SINGLE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.stderr
        )
        self.task: Task | None = None
        self.at = -1
        self.is_ready = False
        self.heard = time.monotonic()
        self._rest = b""

    @property
    def pipe(self) -> int:
        """Return the file descriptor its answers come through."""
        return _open(self.child.stdout).fileno()

    def give(self, task: Task) -> None:
        """Send a task; a worker that died meanwhile is noticed when its pipe closes."""
        self.task, self.at, self.heard = task, -1, time.monotonic()
        try:
            pipe = _open(self.child.stdin)
            pipe.write(json.dumps(as_message(task)).encode("ascii") + b"\n")
            pipe.flush()
        except BrokenPipeError:
            return

    def hear(self) -> list[dict[str, Any]] | None:
        """Return the messages that have come, or None when the worker is gone."""
        read = os.read(self.pipe, READ_BYTES)
        if not read:
            return None
        self.heard = time.monotonic()
        *lines, self._rest = (self._rest + read).split(b"\n")
        return [json.loads(line) for line in lines]

    def end(self) -> None:
        """Kill the process and free what it held."""
        self.child.kill()
        self.child.wait()
        for pipe in (self.child.stdin, self.child.stdout):
            try:
                _open(pipe).close()
            except BrokenPipeError:
                continue
        self.stderr.close()

    def last_words(self) -> str:
        """Return how the process ended and the end of what it wrote to standard error, escaped."""
        code = self.child.wait()
        self.stderr.seek(0)
        said = self.stderr.read().decode("utf-8", "replace")[-STDERR_TAIL:].strip()
        ended = f"killed by signal {-code}" if code < 0 else f"ended with code {code}"
        return f"{ended}: {visible(said)}" if said else ended


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None  # noqa: S101 opened with PIPE above
    return pipe
