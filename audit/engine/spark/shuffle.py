"""The two halves of an exchange on executors, and the pieces in which records travel between them."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa

from audit.engine.exchange import Exchange, Files, RecordSources, ReduceStep
from audit.engine.spark.executor_side import Order, numbers_in
from audit.engine.spark.record_groups import PIECES, RecordGroups
from audit.engine.spark.shared import SharedFolder, shared_at
from audit.engine.spill import by_file

if TYPE_CHECKING:
    from audit.engine.spill import Keys, Records

# Maximum bytes of records per row, and minimum of a batch of full rows.
_PIECE: Final = 1 << 20
_BATCH: Final = 1 << 22


@dataclass(frozen=True, slots=True)
class StoredSources:
    """Scattering of records that the driver wrote to files of the shared folder."""

    name: str
    kind: Any
    keyed: Callable[[Records], Keys]

    def __call__(self, files: Files, nth: int) -> Iterator[tuple[Keys, Records]]:
        """Yield the records of a source with their keys."""
        some = np.fromfile(files(f"{self.name}-{nth}"), self.kind)
        yield self.keyed(some), some


def store_sources(shared: SharedFolder, name: str, asked: Exchange) -> Exchange:
    """Return an exchange that executors can run, with records in memory written below a name."""
    if not isinstance(asked.scatter, RecordSources):
        return asked
    for nth in range(asked.sources):
        shared.write(f"{name}-{nth}", asked.scatter.of_source(nth).tobytes())
    return replace(asked, scatter=StoredSources(name, np.dtype(asked.kind), asked.scatter.keyed))


@dataclass(frozen=True, slots=True)
class Scattering:
    """The map half of an exchange; called by Spark with the numbers of sources."""

    order: Order
    asked: str

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Yield the records of each source, in pieces, by target file."""
        shared = self.order.shared()
        exchange = _exchange(self.order.where, self.asked)
        with shared.work_folder() as folder:
            for source in numbers_in(batches):
                scattered = exchange.scatter(lambda name: shared.file(name, folder.path), source)
                yield from _pieces(_by_file(scattered, exchange), source)


@dataclass(frozen=True, slots=True)
class Thinning:
    """The combiner for files of many sources; groups of `each` sources are combined in one place."""

    order: Order
    asked: str
    each: int

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Yield the combined records, in pieces of the first of their sources."""
        exchange = _exchange(self.order.where, self.asked)
        with RecordGroups(lambda file, nth: (file, nth // self.each)) as groups:
            for (file, some), records in groups.grouped(batches):
                yield from _pieces([(file, _combine(read(records, exchange.kind), exchange))], some * self.each)


@dataclass(frozen=True, slots=True)
class Gathering:
    """A reduce step of an exchange; called by Spark with all pieces of some files."""

    order: Order
    asked: str
    nth: int

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Yield the step's records of each file, in pieces, by the next target file."""
        exchange = _exchange(self.order.where, self.asked)
        came = exchange.kind if self.nth == 0 else exchange.steps[self.nth - 1].made
        step: ReduceStep = exchange.steps[self.nth]
        with RecordGroups(lambda file, _: (file, 0)) as groups:
            for (file, _), records in groups.grouped(batches):
                made = step.work(read(records, came))
                onward = [(file, made)] if step.next_keys is None else by_file(step.next_keys(made), made)
                yield from _pieces(onward, file)


def read(records: bytearray, kind: Any) -> Records:  # noqa: ANN401 what numpy takes for a type
    """Return records from their bytes."""
    return np.frombuffer(records, np.dtype(kind))


def _by_file(scattered: Iterable[tuple[Keys, Records]], exchange: Exchange) -> Iterator[tuple[int, Records]]:
    """Yield the combined records of a source for each file."""
    found: dict[int, list[Records]] = {}
    for keys, records in scattered:
        for file, some in by_file(keys, np.asarray(records, exchange.kind)):
            found.setdefault(file, []).append(some)
    for file in sorted(found):
        yield file, _combine(np.concatenate(found.pop(file)), exchange)


def _combine(records: Records, exchange: Exchange) -> Records:
    return records if exchange.combine is None else exchange.combine(records)


def _pieces(found: Iterable[tuple[int, Records]], nth: int) -> Iterator[pa.RecordBatch]:
    """Yield batches of pieces, bounded in size: rows cost little compared with batches."""
    number, rows, size = count(), list[tuple[int, int, int, bytes]](), 0
    for file, records in found:
        content = records.tobytes()
        for start in range(0, len(content), _PIECE):
            rows.append((file, nth, next(number), content[start : start + _PIECE]))
            size += len(rows[-1][-1])
            if size >= _BATCH:
                yield _batch(rows)
                rows, size = [], 0
    if rows:
        yield _batch(rows)


def _batch(rows: list[tuple[int, int, int, bytes]]) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays(
        [pa.array(c, f.type) for c, f in zip(zip(*rows, strict=True), PIECES, strict=True)], schema=PIECES
    )


# Data attached to an exchange may be large, and are equal for all its files.
@lru_cache(maxsize=1)
def _exchange(where: str, name: str) -> Exchange:
    content = shared_at(where).read(name)
    assert content is not None  # noqa: S101 the driver has written it
    found: Exchange = pickle.loads(content)  # noqa: S301 written by our driver, into a folder of its own
    return found
