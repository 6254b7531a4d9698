"""The driver: tasks and exchanges become Spark jobs, which return answers and a few numbers."""

from __future__ import annotations

import json
import os
import pickle
import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, Self

from audit.cache.program_digest import program_digest
from audit.cores import usable_cores
from audit.engine.engine import Engine, Executor, Portable, Program
from audit.engine.exchange import Exchange, exchange_in_files
from audit.engine.spark.executor_side import ANSWERS, FAULT, Assignment, Order, release_executors
from audit.engine.spark.record_groups import PIECES, joined
from audit.engine.spark.session import Session, session
from audit.engine.spark.shard import parse_answer
from audit.engine.spark.shared import SharedFolder, shared_at
from audit.engine.spark.shuffle import Gathering, Scattering, Thinning, read, store_sources
from audit.engine.spill import Keys, Records
from audit.engine.stages import Progress, enter_stage, no_progress
from audit.engine.task import Done, Lost, Task, store_items
from audit.errors import DefectError, MachineError, UsageError
from audit.remote.storage import StorageError
from audit.remote.url import shown

# Default partitions of a pass over inputs: a few times the cores of a small cluster.
_PARTITIONS: Final = 96
# From this many sources on, frequent keys are dropped in two steps, the first over this many sources at a time.
_SALTED_FROM: Final = 64
# Bytes of records processed on the driver, faster than starting a job.
_LITTLE: Final = 16 << 20
_KEY_BYTES: Final = 12
# Pairs compared on the driver, in the second or two that a job takes.
_PAYS_FROM: Final = 5_000


@dataclass(frozen=True, slots=True)
class Cluster:
    """The cluster: `remote` is the server's address (None: Sail in this process), `work` the shared folder.

    Folders of runs are created in `work`. Without `isolated` inputs are processed in the executors' own processes.
    """

    remote: str | None
    work: str
    isolated: bool = True


@contextmanager
def spark_engine(cluster: Cluster) -> Iterator[Engine]:
    """Yield the engine, which connects lazily. Completed work is kept on failure.

    Raises MachineError if the storage of part files fails.
    """
    try:
        with _Driver(cluster) as driver:
            yield Engine("spark", driver.executor, driver.exchange, _PAYS_FROM)
    except StorageError as error:
        raise MachineError(
            f"part files cannot be kept at {shown(cluster.work)}: {error}; check --spark-work and your permissions, "
            "then run the same command again: completed work is kept"
        ) from error


class _Driver:
    """A run on a cluster: its session, and for each folder of part files the order that created it."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self._open = ExitStack()
        self._session: Session | None = None
        self.orders: dict[Path, tuple[Order, SharedFolder]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        for order, shared in self.orders.values():
            release_executors(order.where)
            if kind is None:
                shared.remove()
        self._open.close()

    @property
    def session(self) -> Session:
        if self._session is None:
            self._session = self._open.enter_context(session(self.cluster.remote))
        return self._session

    def executor(self, program: Program, workers: int | None) -> Executor:
        portable = program.portable
        assert portable is not None  # noqa: S101 every program of a corpus is
        if portable.parts not in self.orders:
            self.orders[portable.parts] = self._order(portable)
        return _SparkExecutor(self, portable, workers or self._partitions())

    def _order(self, portable: Portable) -> tuple[Order, SharedFolder]:
        digest = blake2b(
            program_digest() + portable.key + os.fsencode(portable.url or portable.root), digest_size=_KEY_BYTES
        )
        where, sign = f"{self.cluster.work.rstrip('/')}/{digest.hexdigest()}", secrets.token_hex(16)
        if not self._open.enter_context(shared_at(where).reserved()):
            # The same call is running: use a separate folder.
            where = f"{where}-{sign}"
        order = Order(where, sign, program_digest(), self.cluster.isolated)
        return order, order.begin()

    def _partitions(self) -> int:
        return usable_cores() if self.cluster.remote is None else _PARTITIONS

    def exchange(self, asked: Exchange, folder: Path | None) -> Iterator[Records]:
        """Yield the last step's records, in the order of the files."""
        found = self.orders.get(folder) if folder else next(iter(self.orders.values()), None)
        if found is None:
            # Files of another corpus, not written by executors.
            yield from exchange_in_files(asked, folder)
            return
        if (little := _few_records(asked, folder)) is not None:
            yield from exchange_in_files(replace(asked, sources=1, scatter=lambda _files, _nth: iter(little)), folder)
            return
        order, shared = found
        name = f"exchanges/{secrets.token_hex(8)}"
        shared.write(name, pickle.dumps(store_sources(shared, name, asked)))
        spark = self.session
        frame = spark.mapped(spark.numbers(asked.sources, self._partitions()), Scattering(order, name), PIECES)
        if asked.combine is not None and asked.sources > _SALTED_FROM:
            # A ubiquitous key would bring most of all sources to one executor.
            salted = spark.repartitioned(frame, ("file", f"nth div {_SALTED_FROM}"))
            frame = spark.mapped(salted, Thinning(order, name, _SALTED_FROM), PIECES)
        for nth in range(len(asked.steps)):
            frame = spark.mapped(spark.repartitioned(frame, ("file",)), Gathering(order, name, nth), PIECES)
        yield from _by_file(spark.rows(frame), asked.steps[-1].made)


def _few_records(asked: Exchange, folder: Path | None) -> list[tuple[Keys, Records]] | None:
    """Return all records of an exchange's sources from local copies, if they are few."""
    records_by_keys, size = list[tuple[Keys, Records]](), 0
    if asked.sources and asked.is_costly:
        return None
    for source in range(asked.sources):
        for keys, records in asked.scatter((folder or Path()).joinpath, source):
            records_by_keys.append((keys, records))
            size += records.nbytes
            if size > _LITTLE:
                return None
    return records_by_keys


def _by_file(rows: Iterable[Any], kind: Any) -> Iterator[Records]:  # noqa: ANN401 Spark's rows, numpy's types
    pieces: dict[int, list[tuple[int, int, bytes]]] = {}
    for file, nth, piece, records in rows:
        pieces.setdefault(file, []).append((nth, piece, records))
    for file in sorted(pieces):
        yield read(joined(pieces.pop(file)), kind)


class _SparkExecutor(Executor):
    """Runs tasks on the cluster, with the executors' workers."""

    def __init__(self, driver: _Driver, portable: Portable, partitions: int) -> None:
        self._driver, self._portable, self._partitions = driver, portable, partitions
        self._order, self._shared = driver.orders[portable.parts]

    def __exit__(self, *_: object) -> None:
        """End the executors' workers in this process, if any."""
        release_executors(self._order.where)

    def run(self, tasks: Iterable[Task], progress: Progress = no_progress) -> Iterator[Done | Lost]:
        """Yield the answers to tasks as partitions end; all tasks are written down first.

        Raises UsageError if an executor cannot work at all, DefectError if a task was not answered.
        """
        state = self._state()
        numbers = [self._write_task(task, number, state) for number, task in enumerate(tasks)]
        if not numbers:
            return
        spark = self._driver.session
        frame = spark.numbers(len(numbers), self._partitions)
        assignment = Assignment(self._order, self._portable, state)
        left, before = set(numbers), 0
        for row in spark.rows(spark.mapped(frame, assignment, ANSWERS)):
            number, content = row
            if number == FAULT:
                raise UsageError(content)
            left.discard(numbers[number])
            answer = json.loads(content)
            before += answer["was_there"]
            yield from self._receive(numbers[number], answer, progress)
        if left:
            raise DefectError(f"{len(left)} of {len(numbers)} tasks returned no answer; please report this")
        if before:
            enter_stage(f"{before} of {len(numbers)} shards were already done")

    def _receive(self, number: int, answer: Mapping[str, Any], progress: Progress) -> Iterator[Done | Lost]:
        shard = answer["shard"]
        self._shared.lend(shard, self._portable.parts / shard)
        progress(answer["items"], answer["bytes"])
        for each in answer["answers"]:
            yield parse_answer(number, shard, each)

    def _write_task(self, task: Task, number: int, state: str) -> int:
        """Write a task for the executors and return its number."""
        self._shared.write(f"tasks/{state}/{number}", store_items(task))
        return task.key[0]

    def _state(self) -> str:
        """Return the digest of what tasks read besides inputs, after copying that to the shared folder."""
        found: list[tuple[str, Path]] = []
        for name in self._portable.reads:
            home = self._portable.parts / name
            found += [(file.relative_to(self._portable.parts).as_posix(), file) for file in _files(home)]
        digest = blake2b(self._portable.key, digest_size=_KEY_BYTES)
        for name, file in found:
            digest.update(name.encode("utf-8") + b"\0")
            with file.open("rb") as opened:
                while piece := opened.read(1 << 20):
                    digest.update(piece)
        state = digest.hexdigest()
        for name, file in found:
            self._shared.write(f"state/{state}/{name}", file.read_bytes())
        return state


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
