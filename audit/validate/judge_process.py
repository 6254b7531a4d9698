"""The process of great-expectations: started early, asked once per frame.

Imports little, so that it can be started before everything else: its import takes longest.
"""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Any, Final, Self

from audit.errors import AuditError, DefectError, MachineError, remedy_in
from audit.machine import machine_error
from audit.scratch import Scratch
from audit.text.visible import visible
from audit.validate.gx_process import IGNORE_INTERRUPTS

_DOOR: Final = Path(__file__).with_name("gx_process.py")
# -P: a pandas.py in the user's folder must not shadow pandas. Warnings would pile up unread.
_COMMAND: Final = ("-P", "-W", "ignore", str(_DOOR))
# Arrow's own memory pool would retain 70 MiB after 200,000 rows.
_ENVIRONMENT: Final = {"GX_ANALYTICS_ENABLED": "false", "ARROW_DEFAULT_MEMORY_POOL": "system"}
# Bytes of a dead judge's stderr worth reading, and seconds it may take to exit.
_LAST_LINES: Final = 5
_LINE: Final = 200
_PATIENCE: Final = 10
# Seconds until a verdict times out: a hundred times the measured cost (5 s to start, 10 s per million rows).
_LONGEST: Final = 500.0
_LONGEST_ROW: Final = 0.001
_READ_BYTES: Final = 1 << 16


class JudgeProcess:
    """great-expectations in a child process; a context manager that ends it.

    The child is started at the first request, or earlier by `start`, so that its import overlaps with other work; it
    takes the memory of a worker meanwhile. After `close` another request starts a new child.
    """

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._folder: Scratch | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> Self:
        """Start the child unless it runs, without waiting. Raises MachineError."""
        try:
            if self._child is None:
                self._folder = self._folder or Scratch()
                self._child = self._started()
        except OSError as error:
            raise machine_error(error, "starting great-expectations") from error
        return self

    def _started(self) -> subprocess.Popen[bytes]:
        # It would not inherit this: polars catches the signal, whatever Python was told.
        is_deaf = signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        with self.path("stderr").open("wb") as talk:
            return subprocess.Popen(  # noqa: S603 our own interpreter and our own file
                [sys.executable, *_COMMAND, *([IGNORE_INTERRUPTS] if is_deaf else ())],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=talk,
                env={**os.environ, **_ENVIRONMENT},
            )

    def close(self) -> None:
        """Kill the child and remove its files; may be called twice."""
        child, folder = self._child, self._folder
        self._child = self._folder = None
        if child is not None:
            # It holds no state worth saving, and may be unresponsive while importing.
            child.kill()
            child.communicate()
        if folder is not None:
            folder.close()

    def path(self, name: str) -> Path:
        """Return the path of a file in the folder of the running child."""
        if self._folder is None:
            raise DefectError("the judge was used before it was started; this is a defect of corpus-audit")
        return self._folder.path / name

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return the answer. On failure the child is killed, lest a late answer be taken for the next request's."""
        try:
            return self._ask(request)
        except BaseException:
            self.close()
            raise

    def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        child = self._child
        if child is None or child.stdin is None or child.stdout is None:
            raise DefectError("the judge was used before it was started; this is a defect of corpus-audit")
        # The pipe always has room for a file name, so that a hanging judge cannot block the write.
        file = self.path("request.json")
        try:
            file.write_text(json.dumps(request, allow_nan=False), encoding="utf-8")
            child.stdin.write(os.fsencode(file) + b"\n")
            child.stdin.flush()
            answer = json.loads(_read_line(child.stdout, _LONGEST + _LONGEST_ROW * int(request["rows"])))
        except TimeoutError as error:
            raise MachineError(
                f"great-expectations gave no result {error}; nothing was judged: the machine is overloaded or short "
                "of memory; end other programs, then run again"
            ) from error
        except (BrokenPipeError, ValueError) as error:
            raise self._dead(child) from error
        except OSError as error:
            raise machine_error(error, "asking great-expectations") from error
        if not isinstance(answer, dict):
            raise self._dead(child)
        return answer

    def _dead(self, child: subprocess.Popen[bytes]) -> AuditError:
        try:
            code: int | None = child.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            code = None
        ended = "gave an invalid answer" if code is None else f"ended with code {code}"
        lines = self.path("stderr").read_text(encoding="utf-8", errors="replace").strip().splitlines()[-_LAST_LINES:]
        words = " | ".join(visible(line.strip(), _LINE) for line in lines) or "none"
        message = f"great-expectations {ended} before it gave a result; its last output: {words}"
        if helps := remedy_in(words):
            return MachineError(f"{message}; nothing was judged: {helps}")
        if code == -signal.SIGKILL:
            return MachineError(
                f"{message}; nothing was judged: it was killed, most likely because of low memory; end other programs "
                "or use fewer workers, then run again"
            )
        return DefectError(
            f"{message}; nothing was judged: check that it can be imported and that there is enough memory, otherwise "
            "please report this"
        )


def _read_line(pipe: IO[bytes], longest: float) -> bytes:
    """Return what arrives on the pipe up to a line end or its closing.

    Raises TimeoutError after that many seconds.
    """
    end, received = time.monotonic() + longest, bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while not received.endswith(b"\n"):
            if not selector.select(max(0.0, end - time.monotonic())):
                raise TimeoutError(f"within {longest:.0f} seconds")
            read = os.read(pipe.fileno(), _READ_BYTES)
            if not read:
                break
            received += read
    return bytes(received)
