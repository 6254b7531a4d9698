"""Calls of the program that are disturbed at a system call of our choice, by strace."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

ROOT = Path(__file__).parents[2]
IS_LONG = bool(os.environ.get("AUDIT_LONG_TESTS"))
# What changes a file, a folder or a lock, or tells that a change has reached the disk.
MUTATING = (
    "openat", "write", "pwrite64", "fsync", "fdatasync", "rename", "renameat", "renameat2", "mkdir", "mkdirat",
    "unlink", "unlinkat", "rmdir", "ftruncate", "fallocate", "flock", "close",
)  # fmt: skip
_PATIENCE = 60.0


@dataclass(frozen=True)
class Ended:
    """How a call ended: its code, or less than nothing for the signal that killed it, and what it said."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, order=True)
class Point:
    """The n-th time, from 1, that the main thread makes a system call."""

    call: str
    number: int

    def __str__(self) -> str:
        return f"{self.call}:{self.number}"


class Host:
    """The process that calls are forked from; a context manager."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._calls = folder, 0
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.host"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()

    def call(self, *argv: str | Path) -> Ended:
        """Let the program run undisturbed."""
        return self.ended(self.begin(*argv))

    def begin(self, *argv: str | Path, stopped: bool = False) -> tuple[int, Path]:
        """Return the number of a child that is at work, and where it says what it says."""
        self._calls += 1
        said = self._folder / f"call-{self._calls}"
        call = {"argv": [*map(str, argv)], "out": f"{said}.out", "err": f"{said}.err", "stopped": stopped}
        return self._asked(call), said

    def ended(self, begun: tuple[int, Path]) -> Ended:
        """Wait for a child."""
        child, said = begun
        code = self._asked({"wait": child})
        out, err = (said.with_suffix(end).read_text("utf-8", "replace") for end in (".out", ".err"))
        return Ended(code, out, err)

    def disturbed(self, point: Point, how: str, *argv: str | Path) -> Ended:
        """Let the program run with something done to it at one system call: `error=EIO`, `signal=KILL`."""
        with self._traced(argv, f"--inject={point.call}:{how}:when={point.number}", f"--trace={point.call}") as begun:
            return self.ended(begun)

    def points(self, dist: Path, *argv: str | Path) -> tuple[Point, ...]:
        """Let the program run and return those of its mutating calls that name something below `dist`, in order."""
        log, counts = self._folder / "trace", Counter[str]()
        calls = ",".join(f"?{call}" for call in MUTATING)
        with self._traced(argv, "--decode-fds=path", f"--trace={calls}", f"--output={log}") as begun:
            assert self.ended(begun).code == 0
        found = []
        for line in log.read_text("utf-8", "replace").splitlines():
            if made := re.match(rf"{begun[0]} +(\w+)\(", line):
                counts[made[1]] += 1
                found += [Point(made[1], counts[made[1]])] if str(dist) in line else []
        return tuple(found)

    @contextmanager
    def _traced(self, argv: Sequence[str | Path], *options: str) -> Iterator[tuple[int, Path]]:
        begun = self.begin(*argv, stopped=True)
        # Stopped first, traced then: else the stop could come after the word to go on.
        _wait_for(begun[0], "State:\tT")
        output = () if any(option.startswith("--output") for option in options) else ("--output=/dev/null",)
        tracer = subprocess.Popen(
            ["strace", "-f", f"--attach={begun[0]}", *options, *output], stderr=subprocess.DEVNULL
        )
        try:
            _wait_for(begun[0], "TracerPid:\t[1-9]", tracer)
            os.kill(begun[0], signal.SIGCONT)
            yield begun
        finally:
            tracer.wait(_PATIENCE)

    def _asked(self, call: dict[str, object]) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(call) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


def refuse_without_strace() -> None:
    """Skip where processes cannot be traced, and say so."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed, so no system call can be made to fail: apt-get install strace")
    sleeper = subprocess.Popen(["sleep", "60"])
    tracer = subprocess.Popen(["strace", f"--attach={sleeper.pid}", "--output=/dev/null"], stderr=subprocess.DEVNULL)
    try:
        _wait_for(sleeper.pid, "TracerPid:\t[1-9]", tracer)
    except TimeoutError:
        pytest.skip("strace may not attach to processes here (ptrace), so no system call can be made to fail")
    finally:
        sleeper.kill()
        sleeper.wait()
        tracer.wait(_PATIENCE)


def _wait_for(child: int, said: str, tracer: subprocess.Popen[bytes] | None = None) -> None:
    """Return when the kernel says something of a process; TimeoutError when it does not, or its tracer is gone."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and (tracer is None or tracer.poll() is None):
        if re.search(said, Path(f"/proc/{child}/status").read_text("ascii", "replace")):
            return
        time.sleep(0.005)
    raise TimeoutError(child)
