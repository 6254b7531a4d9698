"""A process that has imported `datasets`, and forks a child for each release that a round trip is to load.

The child does what a process of its own would do, without the second that the import takes. Requests come as lines of
JSON, answers go as lines: the code that the child ended with.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from audit.release.verification import roundtrip
from audit.scratch import Scratch

ROOT = Path(__file__).parents[1]


class Loader:
    """The parent's side: stands in for `roundtrip._load_in_child`, and starts the process when it is first asked."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._process: subprocess.Popen[str] | None = None

    def loaded(self, release: Path) -> subprocess.CompletedProcess[bytes]:
        """Return how the loading of a release ended and what it said."""
        self._process = self._process or self._started()
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with Scratch() as cache:
            out, err = cache.path / "out", cache.path / "err"
            asked = {"folder": str(release.absolute()), "cache": str(cache.path), "out": str(out), "err": str(err)}
            self._process.stdin.write(f"{json.dumps(asked)}\n")
            self._process.stdin.flush()
            code = int(self._process.stdout.readline())
            return subprocess.CompletedProcess([], code, out.read_bytes(), err.read_bytes())

    def _started(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.loader"],
            cwd=ROOT,
            env=roundtrip.child_environment(str(self._home)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def close(self) -> None:
        if self._process is not None:
            self._process.communicate()


@contextmanager
def one_loader(home: Path) -> Iterator[Loader]:
    """Give a loader, and end it."""
    loader = Loader(home)
    try:
        yield loader
    finally:
        loader.close()


def serve() -> None:
    """Answer requests until there are no more."""
    import datasets  # noqa: F401 what takes the second

    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if child == 0:
            _load(asked)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}\n")
        sys.stdout.flush()


def _load(asked: dict[str, str]) -> NoReturn:
    code = 1
    try:
        for number, name in ((1, asked["out"]), (2, asked["err"])):
            os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT), number)
        sys.stdout, sys.stderr = (os.fdopen(number, "w", closefd=False) for number in (1, 2))
        roundtrip.main(asked["folder"], asked["cache"])
        code = 0
    except BaseException:  # noqa: BLE001 a fork must not go on as its parent
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    serve()
