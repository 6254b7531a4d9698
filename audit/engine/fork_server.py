"""A fork server: a process that has imported what workers need and starts them in milliseconds by forking.

A fresh worker spends a second on imports; a forked one shares modules and memory with its parent. Forking is safe only
while no other thread may hold a lock, so the server is forked before this process does any work and only if all other
threads are known to be idle (those of allocators and polars). A process that may not be forked has a program for a
server (audit.engine.local.fork_program). Without one, and outside Linux, workers are started afresh.
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

from audit.engine.memory import limit_free_memory_now

# The command line of our own programs: interpreter, these options, module, arguments.
AS_MODULE: Final = ("-P", "-m")
# Threads that idle until asked: purging of allocators, polars' removal of spilled files.
_IDLE: Final = frozenset({"jemalloc_bg_thd", "polars-ooc-clea"})
_THREADS: Final = Path("/proc/self/task")
_MESSAGE: Final = 1 << 16
_STREAMS: Final = 3
_LOOK_SECONDS: Final = 0.01
# A thread that was just started may not have set its name yet.
_LOOKS: Final = 10
# Seconds after which a server that does not answer is given up: it may be importing on a busy machine.
_LONGEST: Final = 600.0


class Child(Protocol):
    """A child process: the part of subprocess.Popen in use."""

    stdin: IO[bytes] | None
    stdout: IO[bytes] | None

    def kill(self) -> None:
        """Kill it."""
        ...

    def wait(self, timeout: float) -> int:
        """Return its exit code, negative for a signal. Raises subprocess.TimeoutExpired after that many seconds."""
        ...


class Forked:
    """A child of the fork server."""

    def __init__(self, server: ForkServer, pid: int, stdin: int, stdout: int) -> None:
        self._server, self._pid = server, pid
        self.stdin: IO[bytes] | None = os.fdopen(stdin, "wb")
        self.stdout: IO[bytes] | None = os.fdopen(stdout, "rb")
        self._code: int | None = None

    def kill(self) -> None:
        """Kill it. Its pid is not reused before it was waited for."""
        if self._code is None:
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)

    def wait(self, timeout: float) -> int:
        """Return its exit code as reported by the fork server; that of a killed process if the server is gone."""
        if self._code is None:
            answer = self._server.ask({"wait": self._pid, "seconds": timeout})
            if answer and answer["code"] is None:
                raise subprocess.TimeoutExpired("a worker", timeout)
            self._code = answer["code"] if answer else -signal.SIGKILL
        return self._code


class ForkServer:
    """The parent's side of the server: the connection, and the environment that the server was started in."""

    def __init__(self, pipe: socket.socket, environment: Mapping[str, str]) -> None:
        self._pipe, self._known = pipe, dict(environment)
        pipe.settimeout(_LONGEST)

    def started(self, command: Sequence[str], environment: Mapping[str, str], stderr: IO[bytes]) -> Forked | None:
        """Start a program, forked if there is a server and the program is ours. Raises OSError."""
        (child_in, stdin), (stdout, child_out) = os.pipe(), os.pipe()
        asked = {"module": command[len(AS_MODULE) + 1], "arguments": list(command[len(AS_MODULE) + 2 :])}
        names = {*environment, *self._known}
        differing = {n: environment.get(n) for n in names if environment.get(n) != self._known.get(n)}
        answer = self.ask(asked | {"environment": differing}, (child_in, child_out, stderr.fileno()))
        for end in (child_in, child_out, *(() if answer else (stdin, stdout))):
            os.close(end)
        return Forked(self, answer["pid"], stdin, stdout) if answer else None

    def ask(self, asked: Mapping[str, Any], files: Sequence[int] = ()) -> dict[str, Any] | None:
        """Return the server's answer; None if it is gone or cannot take the request."""
        try:
            socket.send_fds(self._pipe, [json.dumps(asked).encode("ascii")], files)
            answer = json.loads(self._pipe.recv(_MESSAGE))
        except (OSError, ValueError):
            # A late answer must not be taken for that to another request.
            self._pipe.close()
            return None
        return answer if isinstance(answer, dict) else None


_SERVER: ContextVar[ForkServer | None] = ContextVar("fork server", default=None)


@contextmanager
def fork_server() -> Iterator[None]:
    """Start a fork server from the present state of this process, if that is safe."""
    if not may_fork():
        yield
        return
    sys.stdout.flush()
    sys.stderr.flush()
    # Imported objects live for good: exempt them from garbage collection here and in forked processes.
    gc.freeze()
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    pid = os.fork()
    if not pid:
        ours.close()
        serve_forks(its)
    its.close()
    try:
        with asking(ForkServer(ours, os.environ)):
            yield
    finally:
        # The server ends when the last copy of this pipe is closed.
        ours.close()
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)


@contextmanager
def asking(server: ForkServer) -> Iterator[None]:
    """Have the server start programs within the block, in this thread."""
    token = _SERVER.set(server)
    try:
        yield
    finally:
        _SERVER.reset(token)


def has_server() -> bool:
    """Return whether a fork server starts programs here."""
    return _SERVER.get() is not None


def start_child(command: Sequence[str], environment: Mapping[str, str], stderr: IO[bytes]) -> Child:
    """Start a program, forked by the server if there is one and the program is ours. Raises OSError."""
    server = _SERVER.get()
    if server is not None and tuple(command[: len(AS_MODULE) + 1]) == (sys.executable, *AS_MODULE):
        forked = server.started(command, environment, stderr)
        if forked is not None:
            return forked
    return subprocess.Popen(  # noqa: S603 our own module
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=stderr
    )


def may_fork() -> bool:
    """Return whether no other thread of this process may hold a lock."""
    for _ in range(_LOOKS if sys.platform == "linux" else 0):
        if _other_threads() <= _IDLE:
            return True
        time.sleep(_LOOK_SECONDS)
    return False


def _other_threads() -> set[str]:
    """Return the names of the threads besides the main thread."""
    try:
        return {
            (thread / "comm").read_text().strip() for thread in _THREADS.iterdir() if thread.name != str(os.getpid())
        }
    except OSError:
        return {"unknown"}


def serve_forks(pipe: socket.socket) -> NoReturn:
    """Fork and wait for children as requested through the pipe, until it closes."""
    # The parent handles keyboard interrupts.
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, signal.SIG_IGN)
    with suppress(OSError):
        while (received := socket.recv_fds(pipe, _MESSAGE, _STREAMS))[0]:
            asked, files = json.loads(received[0]), received[1]
            if "wait" in asked:
                answer = {"code": _wait(asked["wait"], asked["seconds"])}
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


def _wait(pid: int, seconds: float) -> int | None:
    """Return the exit code of a child that ends within that many seconds, else None."""
    end = time.monotonic() + seconds
    while True:
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() >= end:
            return None
        time.sleep(_LOOK_SECONDS)


def _become(asked: Mapping[str, Any], files: Sequence[int]) -> NoReturn:
    """Run the requested program with the files as its standard streams, and exit."""
    code = 1
    try:
        # Move them out of the way first: if the shell closed a stream, a file may have its descriptor number.
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
        limit_free_memory_now()
        sys.stdin, sys.argv = os.fdopen(0, closefd=False), [asked["module"], *asked["arguments"]]
        runpy.run_module(asked["module"], run_name="__main__", alter_sys=True)
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:  # noqa: BLE001 the outermost border of a process
        traceback.print_exc()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # nobody reads it any more
            stream.flush()
    os._exit(code)
