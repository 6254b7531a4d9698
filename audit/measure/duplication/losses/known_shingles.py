"""A set of shingles, and which of them stand in texts that are read one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.duplication import known as kernels
from audit.measure.duplication.tokens.fold import bytes_of, fold_bytes, loads
from audit.measure.duplication.tokens.hashing import distinct
from audit.measure.duplication.tokens.shingles import shingles_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyarrow as pa

    from audit.measure.duplication.tokens.hashing import U64, Bools

_NO_CUTS: Final = np.empty(0, np.int64)


class KnownShingles:
    """Shingles that are looked for, and which of them were seen. Memory: 37 bytes for each, at most."""

    def __init__(self, hashes: U64) -> None:
        """Look for `hashes`; none of them has been seen."""
        self._hashes = distinct(hashes)
        # At most half of the slots are taken.
        self._room = np.array([max(1, 2 * len(self._hashes)).bit_length()], np.int64)
        slots = 1 << int(self._room[0])
        self._table = np.empty(slots, np.uint8), np.empty(slots, np.uint64), np.empty(slots, np.uint32)
        self._seen = np.zeros(len(self._hashes), np.bool_)
        kernels.spread_out(self._hashes, self._room, *self._table)

    def __len__(self) -> int:
        """Return how many are looked for."""
        return len(self._hashes)

    def read(self, columns: Iterable[pa.Array]) -> None:
        """See what stands in the texts of some columns (large_string without nulls)."""
        for texts in columns:
            text, offsets = bytes_of(texts)
            for start, end in loads(offsets):
                folded = fold_bytes(text, offsets[start : end + 1], _NO_CUTS)
                found = shingles_of(folded.codes, folded.offsets)
                kernels.mark(found.hashes, self._room, *self._table, self._seen)

    def seen(self, hashes: U64) -> Bools:
        """Return which of `hashes` are looked for and were seen."""
        # They are few, so that they stay in the caches while many are looked up.
        known = self._hashes[self._seen]
        if not len(known):
            return np.zeros(len(hashes), np.bool_)
        is_seen: Bools = known[np.minimum(np.searchsorted(known, hashes), len(known) - 1)] == hashes
        return is_seen
