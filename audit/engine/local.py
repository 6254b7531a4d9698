"""The worker pool of one machine; a worker that dies costs at most the input it was working on."""

from __future__ import annotations

import os
import selectors
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from audit.engine.count import Count, Progress, silent
from audit.engine.engine import Engine, Executor, Program
from audit.engine.fork_server import ForkServer, asking, has_server
from audit.engine.frugal import FRUGAL, SINGLE
from audit.engine.memory import ROOM, machine_has_room
from audit.engine.task import DONE, FAILED, READY, TROUBLE, Done, Lost, Task, pieces, write_task
from audit.engine.worker import End, Limits, State, Worker
from audit.errors import AuditError, SurroundingsError, ended
from audit.machine import surroundings

LOOK_SECONDS: Final = 0.2
# Workers in a row that may die with nothing open before the run gives up: something ends them.
_MOST_DEAD: Final = 8


@dataclass(frozen=True, slots=True)
class Pool:
    """The settings of a pool: command line and number of workers, folder of task files, and time limits.

    `server` is the command line of a program that forks workers, if there is one (see `fork_program`).
    """

    command: Sequence[str]
    workers: int
    folder: Path
    limits: Limits = field(default_factory=Limits)
    server: Sequence[str] = ()


class Crew(Executor):
    """The workers of a pool and the queue of tasks. Workers stay from one run to the next."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self.fresh: Iterator[Task] = iter(())
        self.waiting: deque[Task] = deque()
        self.count = Count(silent)
        self.selector = selectors.DefaultSelector()
        self.workers: list[Worker] = []
        self.dead = 0
        self.open = ExitStack()

    def __enter__(self) -> Self:
        """Return itself; workers are started on demand."""
        self.open.enter_context(fork_program(self.pool.server))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop all workers."""
        for worker in self.workers:
            worker.end()
        self.open.close()
        self.selector.close()

    def run(self, tasks: Iterable[Task], progress: Progress = silent) -> Iterator[Done | Lost]:
        """Yield the answers to tasks as they arrive.

        A dead worker is replaced; its input is retried alone and becomes `Lost` if that kills the next worker too.
        Raises SurroundingsError if the machine lacks what the work needs, and DefectError if a worker cannot start for
        another reason.
        """
        self.fresh, self.count = iter(tasks), Count(progress)
        while self._assign():
            for key, _ in self.selector.select(LOOK_SECONDS):
                yield from self._hear(key.data)
            for worker in self._those(State.WORKING):
                self._look_at(worker)
            yield from self._end_silent()

    def _assign(self) -> bool:
        """Start workers and assign tasks to idle ones; return whether there is anything to wait for."""
        free = self.pool.workers - len(self._those(State.WORKING))
        while len(self.waiting) < free and (task := next(self.fresh, None)) is not None:
            self.waiting.append(task)
        for _ in range(min(free, len(self.waiting)) - len(self._those(State.STARTING, State.READY))):
            self._start()
        for worker in self._those(State.READY)[: len(self.waiting)]:
            self._give(worker, self.waiting.popleft())
        return bool(self.waiting or self._those(State.WORKING))

    def _those(self, *states: State) -> list[Worker]:
        return [w for w in self.workers if w.state in states]

    def _start(self) -> None:
        try:
            worker = Worker(self.pool.command, self.pool.folder)
        except OSError as error:
            raise surroundings(error, "starting a worker") from error
        self.workers.append(worker)
        self.selector.register(worker.pipe, selectors.EVENT_READ, worker)

    def _give(self, worker: Worker, task: Task) -> None:
        try:
            worker.give(task, write_task(task, self.pool.folder))
        except OSError as error:
            raise surroundings(error, "writing a worker's task") from error

    def _look_at(self, worker: Worker) -> None:
        read = worker.look()
        if worker.task is not None and worker.whereabouts.last >= 0:
            self.count.at(worker.task, worker.whereabouts.last, read)

    def _hear(self, worker: Worker) -> Iterator[Done | Lost]:
        messages = worker.hear()
        self._look_at(worker)
        if messages is None:
            yield from self._bury(worker)
            return
        for message in messages:
            yield from self._take(worker, message)

    def _take(self, worker: Worker, message: dict[str, Any]) -> Iterator[Done | Lost]:
        if TROUBLE in message:
            raise SurroundingsError(message[TROUBLE])
        if READY in message:
            worker.ready(granted=message["granted"])
        elif (task := worker.take()) is not None:
            if DONE in message:
                self.dead = 0
                yield Done(task.key, message[DONE])
            else:
                yield from self._again(task, worker.whereabouts.at, "crashed-reader", message[FAILED])

    def _bury(self, worker: Worker) -> Iterator[Lost]:
        """Handle a dead worker: the state it died in tells the cause."""
        end, state, task = worker.last_words(), worker.state, self._remove(worker)
        if state is State.STARTING:
            raise _not_started(end)
        if task is None or worker.whereabouts.at == -1:
            # It died with nothing open. A task that it was given is given to another one.
            self.dead += 1
            if self.dead > _MOST_DEAD:
                raise SurroundingsError(
                    f"workers keep dying before they open anything (the last was {end.said}): find out what kills "
                    "them, free some memory or use fewer workers; then run again"
                )
            self.waiting.extendleft([task] if task else [])
        elif end.of_memory:
            yield from self._without_memory(worker, task)
        else:
            yield from self._again(
                task, worker.whereabouts.at, "crashed-reader", f"the worker reading it was {end.said}"
            )

    def _without_memory(self, worker: Worker, task: Task) -> Iterator[Lost]:
        if task.alone and not (worker.is_granted and machine_has_room()):
            raise surroundings(MemoryError(), "limiting a worker's memory")
        detail = f"reading it takes more than the {ROOM >> 20:,} MiB of memory allowed for one input"
        yield from self._again(task, worker.whereabouts.at, "too-complex", detail)

    def _end_silent(self) -> Iterator[Lost]:
        now, limits = time.monotonic(), self.pool.limits
        for worker in self._those(State.STARTING):
            if now - worker.heard > limits.start:
                raise SurroundingsError(
                    f"a worker did not start within {limits.start:.0f} seconds: the machine is overloaded, or a disk "
                    "hangs; use fewer workers, then run again"
                )
        for worker in self._those(State.WORKING):
            if now - worker.heard > limits.silence and (task := self._remove(worker)) is not None:
                detail = f"reading it took more than {limits.silence:.0f} seconds"
                yield from self._again(task, worker.whereabouts.at, "timed-out", detail)

    def _remove(self, worker: Worker) -> Task | None:
        """Remove a dead or silent worker and return its task."""
        self.selector.unregister(worker.pipe)
        self.workers.remove(worker)
        worker.end()
        return worker.take()

    def _again(self, task: Task, at: int, code: str, detail: str) -> Iterator[Lost]:
        """Requeue a failed task in pieces, or give up its input if it was alone already."""
        if task.alone:
            yield Lost(task.key, task.items[0], code, detail)
        else:
            self.waiting.extendleft(reversed(pieces(task, at)))


@contextmanager
def fork_program(command: Sequence[str]) -> Iterator[None]:
    """Have the program start workers within the block, unless there is a fork server already.

    It is called with one more argument: the file descriptor of the pipe for `serve_forks`. If it fails, workers are
    started without it. Raises SurroundingsError if the machine cannot start it.
    """
    if not command or sys.platform != "linux" or has_server():
        yield
        return
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    environment, nothing = os.environ | FRUGAL | SINGLE, subprocess.DEVNULL
    with its:
        try:
            child = subprocess.Popen(  # noqa: S603 our own module
                [*command, str(its.fileno())],
                env=environment,
                pass_fds=[its.fileno()],
                stdin=nothing,
                stdout=nothing,
                stderr=nothing,
            )
        except OSError as error:
            ours.close()
            raise surroundings(error, "starting a worker") from error
    # The program ends when the pipe closes.
    with child, ours, asking(ForkServer(ours, environment)):
        yield


def _crew(program: Program, workers: int | None) -> Crew:
    return Crew(Pool(program.command, workers or os.cpu_count() or 1, program.folder, server=program.server))


def _not_started(end: End) -> AuditError:
    if end.of_memory or end.by_signal:
        return surroundings(MemoryError(), f"starting a worker (it was {end.said})")
    return ended(f"a worker could not start ({end.said})", end.said)


LOCAL: Final = Engine("local", _crew)
