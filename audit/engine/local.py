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

from audit.cores import usable_cores
from audit.engine.engine import Engine, Executor, Program
from audit.engine.fork_server import ForkServer, asking, has_server
from audit.engine.memory import LITTLE_FREE_MEMORY, ROOM, SINGLE_THREAD, machine_has_memory
from audit.engine.stages import InputCount, Progress, no_progress
from audit.engine.task import DONE, FAILED, READY, TROUBLE, Done, Lost, Task, split_task, write_task
from audit.engine.worker import ExitReason, Limits, State, Worker
from audit.errors import AuditError, MachineError, child_error
from audit.machine import machine_error

LOOK_SECONDS: Final = 0.2
# Workers in a row that may die with nothing open before the run gives up: something ends them.
_MOST_DEAD: Final = 8


@dataclass(frozen=True, slots=True)
class PoolSettings:
    """The settings of a pool: command line and number of workers, folder of task files, and time limits.

    `server` is the command line of a program that forks workers, if there is one (see `fork_program`).
    """

    command: Sequence[str]
    workers: int
    folder: Path
    limits: Limits = field(default_factory=Limits)
    server: Sequence[str] = ()


class WorkerPool(Executor):
    """The workers of a pool and the queue of tasks. Workers stay from one run to the next."""

    def __init__(self, pool: PoolSettings) -> None:
        self.pool = pool
        self.fresh: Iterator[Task] = iter(())
        self.waiting: deque[Task] = deque()
        self.count = InputCount(no_progress)
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

    def run(self, tasks: Iterable[Task], progress: Progress = no_progress) -> Iterator[Done | Lost]:
        """Yield the answers to tasks as they arrive.

        A dead worker is replaced; its input is retried alone and becomes `Lost` if that kills the next worker too.
        Raises MachineError if the machine lacks what the work needs, and DefectError if a worker cannot start for
        another reason.
        """
        self.fresh, self.count = iter(tasks), InputCount(progress)
        while self._assign():
            for key, _ in self.selector.select(LOOK_SECONDS):
                yield from self._receive(key.data)
            for worker in self._in_state(State.WORKING):
                self._poll(worker)
            yield from self._end_silent()

    def _assign(self) -> bool:
        """Start workers and assign tasks to idle ones; return whether there is anything to wait for."""
        free = self.pool.workers - len(self._in_state(State.WORKING))
        while len(self.waiting) < free and (task := next(self.fresh, None)) is not None:
            self.waiting.append(task)
        for _ in range(min(free, len(self.waiting)) - len(self._in_state(State.STARTING, State.READY))):
            self._start()
        for worker in self._in_state(State.READY)[: len(self.waiting)]:
            self._give(worker, self.waiting.popleft())
        return bool(self.waiting or self._in_state(State.WORKING))

    def _in_state(self, *states: State) -> list[Worker]:
        return [w for w in self.workers if w.state in states]

    def _start(self) -> None:
        try:
            worker = Worker(self.pool.command, self.pool.folder)
        except OSError as error:
            raise machine_error(error, "starting a worker") from error
        self.workers.append(worker)
        self.selector.register(worker.pipe, selectors.EVENT_READ, worker)

    def _give(self, worker: Worker, task: Task) -> None:
        try:
            worker.give(task, write_task(task, self.pool.folder))
        except OSError as error:
            raise machine_error(error, "writing a worker's task") from error

    def _poll(self, worker: Worker) -> None:
        read = worker.poll()
        if worker.task is not None and worker.position.last >= 0:
            self.count.at(worker.task, worker.position.last, read)

    def _receive(self, worker: Worker) -> Iterator[Done | Lost]:
        messages = worker.receive()
        self._poll(worker)
        if messages is None:
            yield from self._replace_dead(worker)
            return
        for message in messages:
            yield from self._take(worker, message)

    def _take(self, worker: Worker, message: dict[str, Any]) -> Iterator[Done | Lost]:
        if TROUBLE in message:
            raise MachineError(message[TROUBLE])
        if READY in message:
            worker.ready(granted=message["granted"])
        elif (task := worker.take()) is not None:
            if DONE in message:
                self.dead = 0
                yield Done(task.key, message[DONE])
            else:
                yield from self._retry(task, worker.position.at, "crashed-reader", message[FAILED])

    def _replace_dead(self, worker: Worker) -> Iterator[Lost]:
        """Handle a dead worker: the state it died in tells the cause."""
        end, state, task = worker.exit_reason(), worker.state, self._remove(worker)
        if state is State.STARTING:
            raise _not_started(end)
        if task is None or worker.position.at == -1:
            # It died with nothing open. A task that it was given is given to another one.
            self.dead += 1
            if self.dead > _MOST_DEAD:
                raise MachineError(
                    f"workers keep dying before they open anything (the last was {end.sentence}): find out what kills "
                    "them, free some memory or use fewer workers; then run again"
                )
            self.waiting.extendleft([task] if task else [])
        elif end.of_memory:
            yield from self._without_memory(worker, task)
        else:
            yield from self._retry(
                task, worker.position.at, "crashed-reader", f"the worker reading it was {end.sentence}"
            )

    def _without_memory(self, worker: Worker, task: Task) -> Iterator[Lost]:
        if task.alone and not (worker.is_granted and machine_has_memory()):
            raise machine_error(MemoryError(), "limiting a worker's memory")
        detail = f"reading it takes more than the {ROOM >> 20:,} MiB of memory allowed for one input"
        yield from self._retry(task, worker.position.at, "too-complex", detail)

    def _end_silent(self) -> Iterator[Lost]:
        now, limits = time.monotonic(), self.pool.limits
        for worker in self._in_state(State.STARTING):
            if now - worker.heard > limits.start:
                raise MachineError(
                    f"a worker did not start within {limits.start:.0f} seconds: the machine is overloaded, or a disk "
                    "hangs; use fewer workers, then run again"
                )
        for worker in self._in_state(State.WORKING):
            if now - worker.heard > limits.silence and (task := self._remove(worker)) is not None:
                detail = f"reading it took more than {limits.silence:.0f} seconds"
                yield from self._retry(task, worker.position.at, "timed-out", detail)

    def _remove(self, worker: Worker) -> Task | None:
        """Remove a dead or silent worker and return its task."""
        self.selector.unregister(worker.pipe)
        self.workers.remove(worker)
        worker.end()
        return worker.take()

    def _retry(self, task: Task, at: int, code: str, detail: str) -> Iterator[Lost]:
        """Requeue a failed task in pieces, or give up its input if it was alone already."""
        if task.alone:
            yield Lost(task.key, task.items[0], code, detail)
        else:
            self.waiting.extendleft(reversed(split_task(task, at)))


@contextmanager
def fork_program(command: Sequence[str]) -> Iterator[None]:
    """Have the program start workers within the block, unless there is a fork server already.

    It is called with one more argument: the file descriptor of the pipe for `serve_forks`. If it fails, workers are
    started without it. Raises MachineError if the machine cannot start it.
    """
    if not command or sys.platform != "linux" or has_server():
        yield
        return
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    environment, nothing = os.environ | LITTLE_FREE_MEMORY | SINGLE_THREAD, subprocess.DEVNULL
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
            raise machine_error(error, "starting a worker") from error
    # The program ends when the pipe closes.
    with child, ours, asking(ForkServer(ours, environment)):
        yield


def _worker_pool(program: Program, workers: int | None) -> WorkerPool:
    return WorkerPool(PoolSettings(program.command, workers or usable_cores(), program.folder, server=program.server))


def _not_started(end: ExitReason) -> AuditError:
    if end.of_memory or end.by_signal:
        return machine_error(MemoryError(), f"starting a worker (it was {end.sentence})")
    return child_error(f"a worker could not start ({end.sentence})", end.sentence)


LOCAL: Final = Engine("local", _worker_pool)
