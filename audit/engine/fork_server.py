"""A fork server: a process that has imported what workers need, and starts one in milliseconds, by forking itself.

A worker that is started anew imports, for a second, what its parent has imported as well; one that is forked shares
that with it, and its memory. To fork is safe where no other thread may hold a lock just then. So the server is forked
itself before this process does any work, and only while none but idle threads are there: those that allocators and
polars start when they are loaded, and that wait to be asked for something. Otherwise, and elsewhere than on Linux,
workers are started anew.
"""

from __future__ import annotations

import fcntl
import gc
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from typing import IO, Any, Final, NoReturn, Protocol

from audit.engine.frugal import be_frugal_from_now

# How a program of ours is run: the interpreter, then these, its module, and its arguments.
AS_MODULE: Final = ("-P", "-m")
# Threads that are idle until somebody asks: allocators' that give memory back, polars' that removes files it spilled.
_IDLE: Final = frozenset({"jemalloc_bg_thd", "polars-ooc-clea"})
_THREADS: Final = Path("/proc/self/task")
_MESSAGE: Final = 1 << 16
_STREAMS: Final = 3
_LOOK_SECONDS: Final = 0.01
# A thread that has just been started may not have said its name yet.
_LOOKS: Final = 10


class Child(Protocol):
    """A process that was started: what of subprocess.Popen its parent has use for."""

    stdin: IO[bytes] | None
    stdout: IO[bytes] | None

    def kill(self) -> None:
        """End it at once."""
        ...

    def wait(self, timeout: float) -> int:
        """Return its exit code, a signal as a negative one. Raises subprocess.TimeoutExpired after so many seconds."""
        ...


class Forked:
    """A child of the fork server."""

    def __init__(self, server: ForkServer, pid: int, stdin: int, stdout: int) -> None:
        self._server, self._pid = server, pid
        self.stdin: IO[bytes] | None = os.fdopen(stdin, "wb")
        self.stdout: IO[bytes] | None = os.fdopen(stdout, "rb")
        self._code: int | None = None

    def kill(self) -> None:
        """End it at once. Until it was waited for, no other process has its number."""
        if self._code is None:
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)

    def wait(self, timeout: float) -> int:
        """Return its exit code, as the fork server knows it; that of a killed one where that server is gone."""
        if self._code is None:
            answer = self._server.ask({"wait": self._pid, "seconds": timeout})
            if answer and answer["code"] is None:
                raise subprocess.TimeoutExpired("a worker", timeout)
            self._code = answer["code"] if answer else -signal.SIGKILL
        return self._code


class ForkServer:
    """The server, as its parent sees it: `pipe` leads to it."""

    def __init__(self, pipe: socket.socket) -> None:
        self._pipe = pipe
        self._known = dict(os.environ)

    def started(self, command: Sequence[str], environment: Mapping[str, str], stderr: IO[bytes]) -> Forked | None:
        """Return a new child that runs a program of ours; None where the server cannot start it."""
        (child_in, stdin), (stdout, child_out) = os.pipe(), os.pipe()
        asked = {"module": command[len(AS_MODULE) + 1], "arguments": list(command[len(AS_MODULE) + 2 :])}
        names = {*environment, *self._known}
        differing = {n: environment.get(n) for n in names if environment.get(n) != self._known.get(n)}
        answer = self.ask(asked | {"environment": differing}, (child_in, child_out, stderr.fileno()))
        for end in (child_in, child_out, *(() if answer else (stdin, stdout))):
            os.close(end)
        return Forked(self, answer["pid"], stdin, stdout) if answer else None

    def ask(self, asked: Mapping[str, Any], files: Sequence[int] = ()) -> dict[str, Any] | None:
        """Return what the server answers; None where it is gone, or cannot take the question."""
        with suppress(OSError, ValueError):
            socket.send_fds(self._pipe, [json.dumps(asked).encode("ascii")], files)
            answer = json.loads(self._pipe.recv(_MESSAGE))
            return answer if isinstance(answer, dict) else None
        return None


_SERVER: ContextVar[ForkServer | None] = ContextVar("fork server", default=None)


@contextmanager
def fork_server() -> Iterator[None]:
    """Have workers of ours forked from this process as it is now, where that is safe."""
    if not _may_fork():
        yield
        return
    sys.stdout.flush()
    sys.stderr.flush()
    # What has been imported is here to stay: no collection need look at it, in this process or in those forked from it.
    gc.freeze()
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    pid = os.fork()
    if not pid:
        ours.close()
        _serve(its)
    its.close()
    token = _SERVER.set(ForkServer(ours))
    try:
        yield
    finally:
        _SERVER.reset(token)
        # It ends when nobody can ask it any more.
        ours.close()
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)


def started(command: Sequence[str], environment: Mapping[str, str], stderr: IO[bytes]) -> Child:
    """Start a program, forked where there is a server for it and it is one of ours. Raises OSError."""
    server = _SERVER.get()
    if server is not None and tuple(command[: len(AS_MODULE) + 1]) == (sys.executable, *AS_MODULE):
        forked = server.started(command, environment, stderr)
        if forked is not None:
            return forked
    return subprocess.Popen(  # noqa: S603 our own module
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=stderr
    )


def _may_fork() -> bool:
    for _ in range(_LOOKS if sys.platform == "linux" else 0):
        if _other_threads() <= _IDLE:
            return True
        time.sleep(_LOOK_SECONDS)
    return False


def _other_threads() -> set[str]:
    """Return the names of the threads of this process beside its first."""
    try:
        return {
            (thread / "comm").read_text().strip() for thread in _THREADS.iterdir() if thread.name != str(os.getpid())
        }
    except OSError:
        return {"unknown"}


def _serve(pipe: socket.socket) -> NoReturn:
    """Fork, and wait for what was forked, as asked through the pipe, until that closes."""
    # The parent decides when to stop: an interrupt from the keyboard is its business.
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, signal.SIG_IGN)
    with suppress(OSError):
        while (received := socket.recv_fds(pipe, _MESSAGE, _STREAMS))[0]:
            asked, files = json.loads(received[0]), received[1]
            if "wait" in asked:
                answer = {"code": _waited(asked["wait"], asked["seconds"])}
            else:
                pid = os.fork()
                if not pid:
                    pipe.close()
                    _become(asked, files)
                answer = {"pid": pid}
            for file in files:
                os.close(file)
            pipe.send(json.dumps(answer).encode("ascii"))
    os._exit(0)


def _waited(pid: int, seconds: float) -> int | None:
    """Return the exit code of a child that ends within so many seconds, else None."""
    end = time.monotonic() + seconds
    while True:
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() >= end:
            return None
        time.sleep(_LOOK_SECONDS)


def _become(asked: Mapping[str, Any], files: Sequence[int]) -> NoReturn:
    """Run the program that was asked for, with the files as its streams, and end."""
    code = 1
    try:
        # First out of the way: where the shell closed a stream, a file has its number.
        for number, file in enumerate([fcntl.fcntl(file, fcntl.F_DUPFD_CLOEXEC, _STREAMS) for file in files]):
            os.dup2(file, number)
            os.close(file)
        for file in files:
            if file >= _STREAMS:
                os.close(file)
        for name, value in asked["environment"].items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
        be_frugal_from_now()
        sys.stdin, sys.argv = os.fdopen(0, closefd=False), [asked["module"], *asked["arguments"]]
        runpy.run_module(asked["module"], run_name="__main__", alter_sys=True)
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:  # noqa: BLE001 the outermost border of a process
        traceback.print_exc()
    os._exit(code)
