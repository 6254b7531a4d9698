"""Candidates for near copies: pairs that share a band and whose traces are enough alike, band by band."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

import numpy as np

from audit.measure.duplication.pairs.candidate_pairs import propose
from audit.measure.duplication.records.packed import Packing
from audit.measure.duplication.records.parts import batches
from audit.measure.duplication.tokens.hashing import U8, U64, Ints
from audit.measure.duplication.tokens.minhash import TRACES
from audit.measure.duplication.tokens.signature import BAND_NAMES
from audit.scratch import Scratch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

    import pyarrow as pa

# With how many neighbours in its group, beside the first, a document is compared for each band. What one band finds
# joined, the next need not compare: a cluster of thousands of copies is settled by the first bands at about one
# comparison each, and the later ones can afford to look more widely.
WINDOWS: Final = (0,) * 2 + (1,) * 6 + (3,) * 24
# Of TRACES bytes of minima so many agree at least in all but three of ten thousand pairs with a Jaccard of .3, the
# least of a near copy, and in none of the pairs that share a band by chance, however many documents there are.
LEAST_ALIKE: Final = 8
# Rows whose keys are held before they are written, pairs whose traces are compared in one go: 16 MiB each.
_HELD: Final = 1 << 16
_COMPARED: Final = 1 << 17


class Bands:
    """The band keys of members in temporary files, and their traces."""

    def __init__(self, signatures: Sequence[Path], member_of: Ints, count: int) -> None:
        self._packing = Packing(count)
        self.traces: U8 = np.zeros((count, TRACES), np.uint8)
        self._folder = Scratch()
        held: list[tuple[Ints, list[U64]]] = []
        for row, batch in batches(signatures, ["traces", *BAND_NAMES]):
            members = member_of[row : row + batch.num_rows]
            is_member = members >= 0
            self.traces[members[is_member]] = _bytes(batch.column(0))[is_member]
            held.append((members[is_member], [_numbers(column)[is_member] for column in batch.columns[1:]]))
            if sum(len(some) for some, _ in held) >= _HELD:
                self._write(held)
                held = []
        self._write(held)

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove the files."""
        self._folder.close()

    def pairs(self) -> Iterator[tuple[Ints, Ints]]:
        """Yield for each band the pairs p < q of members that share it and are alike; the second time from files."""
        for nth, window in enumerate(WINDOWS):
            path = self._path(f"pairs-{nth}")
            if not path.exists():
                self._propose(nth, window).tofile(path)
            first, second = np.fromfile(path, np.int64).reshape(2, -1)
            yield first, second

    def alike(self, first: Ints, second: Ints) -> Ints:
        """Return how many of TRACES bytes of the minima agree in each pair of members."""
        found = np.zeros(len(first), np.int64)
        for start in range(0, len(first), _COMPARED):
            here = slice(start, start + _COMPARED)
            found[here] = (self.traces[first[here]] == self.traces[second[here]]).sum(axis=1)
        return found

    def _propose(self, nth: int, window: int) -> Ints:
        packed = np.fromfile(self._path(f"keys-{nth}"), np.uint64)
        # Parts come in row order, members are numbered by preference: equal keys are sorted by member as well.
        first, second = propose(self._packing, np.sort(self._packing.shared(packed)), window)
        is_alike = self.alike(first, second) >= LEAST_ALIKE
        return np.stack([first[is_alike], second[is_alike]])

    def _write(self, held: list[tuple[Ints, list[U64]]]) -> None:
        members = np.concatenate([np.empty(0, np.int64), *(some for some, _ in held)])
        for nth in range(len(BAND_NAMES)):
            keys = np.concatenate([np.empty(0, np.uint64), *(columns[nth] for _, columns in held)])
            with self._path(f"keys-{nth}").open("ab") as file:
                file.write(self._packing.pack(keys, members).tobytes())

    def _path(self, name: str) -> Path:
        return Path(self._folder.path, name)


def _numbers(column: pa.Array) -> U64:
    found: U64 = (column.fill_null(0) if column.null_count else column).to_numpy()
    return found


def _bytes(column: pa.Array) -> U8:
    filled = column.fill_null(bytes(TRACES)) if column.null_count else column
    start = filled.offset * TRACES
    return np.frombuffer(filled.buffers()[1], np.uint8)[start : start + len(filled) * TRACES].reshape(-1, TRACES)
