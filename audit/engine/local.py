"""The pool of one machine: bounded work in flight, and a killed worker costs at most the input that killed it."""

from __future__ import annotations

import selectors
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from types import TracebackType
from typing import Any, Final, Self

from audit.engine.task import AT, DONE, FAILED, MANY, READY, Done, Lost, Task
from audit.engine.worker import Limits, Worker
from audit.errors import DefectError

LOOK_SECONDS: Final = 1.0
# (inputs begun, bytes read) since the last call.
Progress = Callable[[int, int], None]


def silent(_items: int, _bytes: int) -> None:
    """Show no progress."""


@dataclass(frozen=True, slots=True)
class Pool:
    """How to run tasks: the worker's command line, how many of them, and how patient to be."""

    command: Sequence[str]
    workers: int
    limits: Limits = field(default_factory=Limits)


class Crew:
    """The workers of a pool: who works on what, and what waits. They stay from one run of tasks to the next."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self.fresh: Iterator[Task] = iter(())
        self.again: deque[Task] = deque()
        self.progress: Progress = lambda _items, _bytes: None
        self.selector = selectors.DefaultSelector()
        self.workers: list[Worker] = []

    def __enter__(self) -> Self:
        """Return itself; workers are started as they are needed."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End all workers."""
        for worker in self.workers:
            worker.end()
        self.selector.close()

    def run(self, tasks: Iterable[Task], progress: Progress = lambda _items, _bytes: None) -> Iterator[Done | Lost]:
        """Yield the answer to each task, in the order they come.

        A worker that dies is replaced; the input it was at is tried once more alone and is `Lost` if that kills the
        next worker too. Raises DefectError when a worker cannot start.
        """
        self.fresh, self.progress = iter(tasks), progress
        while self._assign():
            for key, _ in self.selector.select(LOOK_SECONDS):
                yield from self._hear(key.data)
            yield from self._end_silent()

    def _assign(self) -> bool:
        """Give every idle worker a task, starting workers as they are needed; return whether any is at work."""
        idle = [w for w in self.workers if w.task is None]
        while idle or len(self.workers) < self.pool.workers:
            task = self.again.popleft() if self.again else next(self.fresh, None)
            if task is None:
                break
            (idle.pop() if idle else self._start()).give(task)
        return any(w.task is not None for w in self.workers)

    def _start(self) -> Worker:
        worker = Worker(self.pool.command)
        self.workers.append(worker)
        self.selector.register(worker.pipe, selectors.EVENT_READ, worker)
        return worker

    def _hear(self, worker: Worker) -> Iterator[Done | Lost]:
        messages = worker.hear()
        if messages is None:
            words = worker.last_words()
            if not worker.is_ready:
                raise DefectError(f"a worker could not start ({words}); check the installation, then report it")
            yield from self._end(worker, "crashed-reader", f"the worker reading it was {words}")
            return
        for message in messages:
            yield from self._take(worker, message)

    def _take(self, worker: Worker, message: dict[str, Any]) -> Iterator[Done | Lost]:
        if READY in message:
            worker.is_ready = True
        elif AT in message:
            self.progress(int(message[AT] > worker.at), message["bytes"])
            worker.at = message[AT]
        elif worker.task is not None:
            task, worker.task = worker.task, None
            if DONE in message:
                yield Done(task.key, message[DONE])
            else:
                yield from self._again(task, worker.at, "crashed-reader", message[FAILED])

    def _end_silent(self) -> Iterator[Done | Lost]:
        now, limits = time.monotonic(), self.pool.limits
        for worker in [w for w in self.workers if w.task is not None]:
            limit = limits.silence if worker.is_ready else limits.start
            if now - worker.heard > limit:
                yield from self._end(worker, "timed-out", f"it was worked on for more than {limit:.0f} seconds")

    def _end(self, worker: Worker, code: str, detail: str) -> Iterator[Lost]:
        """Take a dead or silent worker out, and see to its task."""
        task, worker.task = worker.task, None
        self.selector.unregister(worker.pipe)
        self.workers.remove(worker)
        worker.end()
        if task is not None:
            yield from self._again(task, worker.at, code, detail)

    def _again(self, task: Task, at: int, code: str, detail: str) -> Iterator[Lost]:
        """Queue the pieces of a task that failed, or give its input up when it was alone already."""
        if task.alone:
            yield Lost(task.key, task.items[0], code, detail)
        else:
            self.again.extend(pieces(task, at))


def pieces(task: Task, at: int) -> list[Task]:
    """Return the parts of a task whose worker failed at item `at`: before it, it alone, after it.

    At MANY, when the worker had read several inputs and failed on them together, the parts are halves.
    """
    if len(task.items) == 1:
        return [replace(task, key=(*task.key, 0), alone=True)]
    cuts = [len(task.items) // 2] if at == MANY else [max(0, at), max(0, at) + 1]
    edges = [0, *cuts, len(task.items)]
    parts = [task.items[a:b] for a, b in pairwise(edges)]
    return [
        replace(task, key=(*task.key, n), items=items, alone=n == 1 and at != MANY)
        for n, items in enumerate(parts)
        if items
    ]
