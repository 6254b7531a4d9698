"""The functions that Spark calls on executors, with batches of numbers that identify tasks and sources.

They are imported by name, so corpus-audit must be installed there as on the driver. Inputs are processed in a child
process, so that a crash costs one input and no executor.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Any, Final

import pyarrow as pa

from audit.cache.program_digest import program_digest
from audit.engine.engine import Executor, Portable
from audit.engine.in_process import InProcess
from audit.engine.local import PoolSettings, WorkerPool
from audit.engine.spark.inputs import Inputs
from audit.engine.spark.shard import Marker, answer_as_plain, read_marker, rows_of, shard_of, write_marker
from audit.engine.spark.shared import SharedFolder, shared_at
from audit.engine.task import Task, read_task
from audit.errors import UsageError
from audit.text.visible import visible

ANSWERS: Final = pa.schema([("task", pa.int64()), ("said", pa.string())])
FAULT: Final = -1
# Seconds to wait for the threads of ended workers, and between two checks.
_PATIENCE: Final = 5.0
_LOOK: Final = 0.05
_SIGN: Final = "driver"


@dataclass(frozen=True, slots=True)
class Order:
    """Instructions for executors: the shared folder, the driver's sign in it, and the program.

    Without `isolated` inputs are processed in the executor's own process.
    """

    where: str
    sign: str
    program: bytes
    isolated: bool = True

    def shared(self) -> SharedFolder:
        """Return the shared folder; raises UsageError if it is not the driver's, or the program differs."""
        if program_digest() != self.program:
            raise UsageError(
                "the executors run a different version of corpus-audit, Python or libraries than the driver: install "
                'the same on all of them (see "On a cluster" in the README)'
            )
        shared = shared_at(self.where)
        if shared.read(_SIGN) != self.sign.encode("ascii"):
            raise UsageError(
                "the executors cannot access the driver's folder of part files: set --spark-work to a path or URL "
                "that all machines share"
            )
        return shared

    def begin(self) -> SharedFolder:
        """Return the shared folder, after the driver put its sign there."""
        shared = shared_at(self.where)
        shared.write(_SIGN, self.sign.encode("ascii"))
        return shared


@dataclass(frozen=True, slots=True)
class Assignment:
    """A pass over inputs: the program, the state its answers depend on, and where that state lies."""

    order: Order
    portable: Portable
    state: str

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Yield the answer for each task number; called by Spark per partition."""
        try:
            shared = self.order.shared()
            if self.portable.url is None:
                _refuse_unseen(self.portable.root)
            with self._worker(shared) as worker:
                for number in numbers_in(batches):
                    answers = worker.answers(read_task(shared.file(f"tasks/{self.state}/{number}", worker.folder)))
                    yield _answer_row(number, json.dumps(answers))
        except UsageError as error:
            # No other executor could do better.
            yield _answer_row(FAULT, str(error))

    @contextmanager
    def _worker(self, shared: SharedFolder) -> Iterator[ExecutorWorker]:
        where = self.order.where
        with _LOCK:
            idle = _IDLE.setdefault(where, [])
            worker = idle.pop() if idle else None
        if worker is not None and not worker.begin_pass(self):
            worker.close()
            worker = None
        worker = worker or ExecutorWorker(shared, self)
        try:
            with _LOCK:
                _BUSY.append((where, worker))
            yield worker
        except BaseException:
            worker.close()
            raise
        finally:
            with _LOCK:
                _BUSY.remove((where, worker))
        with _LOCK:
            _IDLE.setdefault(where, []).append(worker)


def _refuse_unseen(root: Path) -> None:
    if not root.exists():
        raise UsageError(
            f"the executors cannot access the input {visible(str(root))}: name a path or URL that all machines share"
        )


class ExecutorWorker:
    """A worker process with a work folder: what it writes is moved to the shared folder, shard by shard.

    It is kept from pass to pass, until a pass needs other files in its folder.
    """

    def __init__(self, shared: SharedFolder, assignment: Assignment) -> None:
        self._shared, self._assignment = shared, assignment
        self._work_folder = shared.work_folder()
        self.folder = self._work_folder.path / "parts"
        self.folder.mkdir()
        self._is_lent = self._lend()
        self._inputs = (
            None if assignment.portable.url is None else Inputs(assignment.portable, self._work_folder.path / "inputs")
        )
        self._root = self._inputs.root if self._inputs else assignment.portable.root
        moved = assignment.portable.moved(self._root, self.folder)
        if assignment.order.isolated:
            command = (sys.executable, *moved.command[1:])
            self._worker: Executor = WorkerPool(PoolSettings(command, 1, moved.folder))
        else:
            self._worker = InProcess(moved)
        files = {path.name for path in self.folder.iterdir() if path.is_file()}
        self._ours = frozenset(files | {moved.folder.name, *assignment.portable.reads})

    def begin_pass(self, assignment: Assignment) -> bool:
        """Begin another pass; false if a worker is needed that has not read the previous pass's files."""
        if assignment.state == self._assignment.state:
            return True
        if self._is_lent:
            return False
        self._assignment = assignment
        self._is_lent = self._lend()
        return True

    def _lend(self) -> bool:
        """Make available what the pass reads besides its inputs; return whether there is any."""
        state = f"state/{self._assignment.state}"
        found = [name for name in self._assignment.portable.reads if self._shared.sizes(f"{state}/{name}")]
        for name in found:
            self._shared.lend(f"{state}/{name}", self.folder / name)
        return bool(found)

    def answers(self, task: Task) -> dict[str, Any]:
        """Return the answers to a task, new or stored."""
        shard = shard_of(task, self._assignment.state)
        if self._inputs:
            task = self._inputs.fetched(task)
        content = self._assignment.portable.content(self._root, task.items)
        marker = read_marker(self._shared, shard, content)
        was_there, sizes = marker is not None, list[int]()
        if marker is None:
            # A unique name, since tasks are numbered per run.
            own = replace(task, key=(0, 0))
            found = list(self._worker.run([own], lambda _, size: sizes.append(size)))
            marker = Marker(
                content, rows_of(found), [answer_as_plain(answer) for answer in found], self._move_files(shard)
            )
            write_marker(self._shared, shard, marker)
        if self._inputs:
            self._inputs.clear()
        counts = {"items": len(task.items), "bytes": sum(sizes), "was_there": was_there}
        return {"shard": shard, "answers": marker.answers, **counts}

    def _move_files(self, shard: str) -> dict[str, int]:
        sizes = {}
        for file in sorted(self.folder.rglob("*")):
            name = file.relative_to(self.folder).as_posix()
            if name.partition("/")[0] not in self._ours and file.is_file():
                sizes[name] = file.stat().st_size
                self._shared.take(file, f"{shard}/{name}")
        return sizes

    def close(self) -> None:
        """End the process and remove its folder."""
        self._worker.__exit__(None, None, None)
        self._work_folder.close()


_LOCK: Final = Lock()
_IDLE: Final[dict[str, list[ExecutorWorker]]] = {}
_BUSY: Final[list[tuple[str, ExecutorWorker]]] = []


def release_executors(where: str) -> None:
    """End the workers of a run in this process, including busy ones after an interrupt.

    The threads that wait for them notice; the process must not end before.
    """
    with _LOCK:
        idle = _IDLE.pop(where, [])
    for worker in idle:
        worker.close()
    until = time.monotonic() + _PATIENCE
    while (busy := _busy_workers(where)) and time.monotonic() < until:
        for worker in busy:
            worker.close()
        time.sleep(_LOOK)


def _busy_workers(where: str) -> list[ExecutorWorker]:
    with _LOCK:
        return [worker for place, worker in _BUSY if place == where]


def numbers_in(batches: Iterator[pa.RecordBatch]) -> Iterator[int]:
    """Yield the numbers in the single column of the batches."""
    for batch in batches:
        yield from batch.column(0).to_pylist()


def _answer_row(task: int, said: str) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict({"task": [task], "said": [said]}, ANSWERS)
