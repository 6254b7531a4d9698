"""The halves of an exchange as executors run them, and the pieces in which records travel between them."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa

from audit.engine.exchange import Exchange, Hop
from audit.engine.spark.beside_data import Order, numbers_in, row_of
from audit.engine.spark.shared import shared_at
from audit.engine.spill import by_file

if TYPE_CHECKING:
    from audit.engine.spill import Records

PIECES: Final = pa.schema([("file", pa.int32()), ("nth", pa.int64()), ("piece", pa.int32()), ("records", pa.binary())])
# Of records so many bytes travel in one row.
_PIECE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Scattering:
    """The first half of an exchange; Spark calls it with the numbers of sources."""

    order: Order
    asked: str

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Yield the records of each source, in pieces, by the file that they meet others in."""
        shared = self.order.shared()
        exchange = _exchange(self.order.where, self.asked)
        with shared.desk() as desk:
            for source in numbers_in(batches):
                held = exchange.scatter(lambda name: shared.file(name, desk.path), source)
                yield from _pieces((each for keys, records in held for each in by_file(keys, records)), source)


@dataclass(frozen=True, slots=True)
class Gathering:
    """A hop of an exchange; Spark calls it with all pieces of a file."""

    order: Order
    asked: str
    nth: int

    def __call__(self, pieces: pa.Table) -> pa.Table:
        """Return what becomes of the records, in pieces, by the file that they meet others in next."""
        exchange = _exchange(self.order.where, self.asked)
        came = exchange.kind if self.nth == 0 else exchange.hops[self.nth - 1].made
        hop: Hop = exchange.hops[self.nth]
        file = pieces["file"][0].as_py()
        made = hop.work(whole(pieces, came))
        onward = [(file, made)] if hop.onward is None else by_file(hop.onward(made), made)
        return pa.Table.from_batches(list(_pieces(onward, file)), PIECES)


def whole(pieces: pa.Table, kind: Any) -> Records:  # noqa: ANN401 what numpy takes for a type
    """Return records from their pieces, in the order of their sources."""
    ordered = pieces.sort_by([("nth", "ascending"), ("piece", "ascending")])
    return np.frombuffer(bytearray(b"".join(ordered["records"].to_pylist())), np.dtype(kind))


def _pieces(found: Iterable[tuple[int, Records]], nth: int) -> Iterator[pa.RecordBatch]:
    number = count()
    for file, records in found:
        content = records.tobytes()
        for start in range(0, len(content), _PIECE):
            yield row_of(PIECES, file=file, nth=nth, piece=next(number), records=content[start : start + _PIECE])


# What an exchange brings along may be large, and is the same for all its files.
@lru_cache(maxsize=1)
def _exchange(where: str, name: str) -> Exchange:
    laid = shared_at(where).read(name)
    assert laid is not None  # noqa: S101 the driver has written it
    found: Exchange = pickle.loads(laid)  # noqa: S301 written by our driver, into a folder of its own
    return found
