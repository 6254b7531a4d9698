"""A set of shingles, and which of them stand in texts that are read one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.duplication import known as kernels
from audit.measure.duplication.tokens.fold import bytes_of, fold_bytes, loads
from audit.measure.duplication.tokens.shingles import shingles_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyarrow as pa

    from audit.measure.duplication.tokens.hashing import U64, Bools

_NO_CUTS: Final = np.empty(0, np.int64)


class KnownShingles:
    """Shingles that are looked for, and which of them were seen. Memory: 41 bytes for each, at most."""

    def __init__(self, hashes: U64) -> None:
        """Look for `hashes`, none of which has been seen; the nth of them may be the same as another."""
        order = np.argsort(hashes)
        ordered = hashes[order]
        is_new = np.ones(len(ordered), np.bool_)
        is_new[1:] = ordered[1:] != ordered[:-1]
        distinct = ordered[is_new]
        self._place = np.empty(len(hashes), np.uint32)
        self._place[order] = np.cumsum(is_new) - 1
        # At most half of the slots are taken.
        self._room = np.array([max(1, 2 * len(distinct)).bit_length()], np.int64)
        slots = 1 << int(self._room[0])
        self._table = np.empty(slots, np.uint8), np.empty(slots, np.uint64), np.empty(slots, np.uint32)
        self._seen = np.zeros(len(distinct), np.bool_)
        kernels.spread_out(distinct, self._room, *self._table)

    def __len__(self) -> int:
        """Return how many are looked for."""
        return len(self._seen)

    def read(self, columns: Iterable[pa.Array]) -> None:
        """See what stands in the texts of some columns (large_string without nulls)."""
        for texts in columns:
            text, offsets = bytes_of(texts)
            for start, end in loads(offsets):
                folded = fold_bytes(text, offsets[start : end + 1], _NO_CUTS)
                found = shingles_of(folded.codes, folded.offsets)
                kernels.mark(found.hashes, self._room, *self._table, self._seen)

    def seen(self, start: int, end: int) -> Bools:
        """Return which of hashes[start:end], as they were given, were seen; what is beyond them was not."""
        found = np.zeros(end - start, np.bool_)
        places = self._place[start:end]
        found[: len(places)] = self._seen[places]
        return found
