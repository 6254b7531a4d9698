"""LSH candidates: pairs that share a band and have similar traces, band by band."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.engine.engines import current_engine
from audit.engine.exchange import Exchange, Files, ReduceStep
from audit.measure.duplication.pairs.candidate_pairs import propose
from audit.measure.duplication.records.packed import Packing, whole_groups
from audit.measure.duplication.tokens.hashing import U8, U64, Ints, Records
from audit.measure.duplication.tokens.minhash import TRACES
from audit.measure.duplication.tokens.signature import BAND_NAMES
from audit.scratch import Closing, Scratch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pyarrow as pa

    from audit.measure.duplication.records.parts import PartTable

# Predecessors in its group, besides the first, that a document is compared with per band. Later bands skip what earlier
# ones connected: large clusters are settled by the first bands at about one comparison per document, so that later ones
# can look more widely.
WINDOWS: Final = (0,) * 2 + (1,) * 6 + (3,) * 24
# Minimum number of equal trace bytes: reached by all but three of ten thousand pairs with Jaccard .3, the minimum of a
# near copy, and by none of the pairs that share a band by chance, however many documents there are.
LEAST_ALIKE: Final = 8
# Pairs whose traces are compared at once: 16 MiB.
_COMPARED: Final = 1 << 17
_BANDS: Final = np.uint64(len(BAND_NAMES))
_KEY: Final = np.dtype([("packed", "<u8"), ("band", "u1")])
_PAIR: Final = np.dtype([("band", "u1"), ("first", "<u4"), ("second", "<u4")])


class Bands(Closing):
    """The pairs of members that share a band and are similar, in temporary files, and all members' traces."""

    def __init__(self, signatures: PartTable, member_of: Ints, count: int) -> None:
        self.traces: U8 = np.zeros((count, TRACES), np.uint8)
        for row, batch in signatures.batches(["traces"]):
            members = member_of[row : row + batch.num_rows]
            self.traces[members[members >= 0]] = _bytes(batch.column(0))[members >= 0]
        self._folder = Scratch()
        # Columns that are read apart are searched one band at a time, so that few keys are written to files.
        for bands in (range(len(BAND_NAMES)),) if signatures.copied is None else zip(range(len(BAND_NAMES))):
            keys = _Keys(signatures, bands, member_of, Packing(count))
            asked = Exchange(signatures.sources, _KEY, keys.scatter, (ReduceStep(keys.proposed, _PAIR),), by_key=True)
            for found in current_engine().exchange(asked, signatures.files.folder):
                for _, some in _by_band(found):
                    self._write(some)

    def close(self) -> None:
        """Remove the files."""
        self._folder.close()

    def pairs(self) -> Iterator[tuple[Ints, Ints]]:
        """Yield for each band the similar pairs p < q of members that share it."""
        for nth in range(len(WINDOWS)):
            path = self._path(nth)
            found = np.fromfile(path, _PAIR) if path.exists() else np.empty(0, _PAIR)
            yield found["first"].astype(np.int64), found["second"].astype(np.int64)

    def alike(self, first: Ints, second: Ints) -> Ints:
        """Return the number of equal trace bytes (of TRACES) of each pair of members."""
        found = np.zeros(len(first), np.int64)
        for start in range(0, len(first), _COMPARED):
            here = slice(start, start + _COMPARED)
            found[here] = (self.traces[first[here]] == self.traces[second[here]]).sum(axis=1)
        return found

    def _write(self, found: Records) -> None:
        """Add the similar ones of these pairs to the band's file."""
        is_alike = self.alike(found["first"], found["second"]) >= LEAST_ALIKE
        if is_alike.any():
            with self._path(int(found["band"][0])).open("ab") as file:
                file.write(found[is_alike].tobytes())

    def _path(self, nth: int) -> Path:
        return Path(self._folder.path, f"pairs-{nth}")


@dataclass(frozen=True, slots=True)
class _Keys:
    """The keys of some bands of a table of signatures."""

    signatures: PartTable
    bands: Sequence[int]
    member_of: Ints
    packing: Packing

    def scatter(self, files: Files, nth: int) -> Iterator[tuple[U64, Records]]:
        """Yield each member's keys: two files hold one band, and all of one key are in the same."""
        for row, batch in self.signatures.source(files, nth, [BAND_NAMES[band] for band in self.bands]):
            members = self.member_of[row : row + batch.num_rows]
            is_member = members >= 0
            for band, column in zip(self.bands, batch.columns, strict=True):
                made = np.empty(int(is_member.sum()), _KEY)
                made["packed"] = self.packing.pack(_numbers(column)[is_member], members[is_member])
                made["band"] = band
                yield np.uint64(band) + _BANDS * (made["packed"] >> self.packing.bits & np.uint64(1)), made

    def proposed(self, records: Records) -> Records:
        """Return the candidate pairs of a file, band by band."""
        return np.concatenate([np.empty(0, _PAIR), *(self._of_band(*some) for some in _by_band(records))])

    def _of_band(self, band: int, records: Records) -> Records:
        # Parts are in row order, members in preference order: equal keys are sorted by member as well.
        shared = np.sort(self.packing.shared(records["packed"].copy()))
        found = (self._pairs(band, some) for some in whole_groups(shared, self.packing.bits))
        return np.concatenate([np.empty(0, _PAIR), *found])

    def _pairs(self, band: int, shared: U64) -> Records:
        first, second = propose(self.packing, shared, WINDOWS[band])
        made = np.empty(len(first), _PAIR)
        made["band"], made["first"], made["second"] = band, first, second
        return made


def _by_band(records: Records) -> Iterator[tuple[int, Records]]:
    """Yield the records of each band, in order; most files hold one."""
    for band in np.flatnonzero(np.bincount(records["band"])).tolist():
        yield band, records[records["band"] == band]


def _numbers(column: pa.Array) -> U64:
    found: U64 = (column.fill_null(0) if column.null_count else column).to_numpy()
    return found


def _bytes(column: pa.Array) -> U8:
    filled = column.fill_null(bytes(TRACES)) if column.null_count else column
    start = filled.offset * TRACES
    return np.frombuffer(filled.buffers()[1], np.uint8)[start : start + len(filled) * TRACES].reshape(-1, TRACES)
