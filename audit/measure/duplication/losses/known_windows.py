"""Sets of windows of tokens and of words, marked as seen while texts are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.duplication import shingle_set as kernels
from audit.measure.duplication.tokens.fold import bytes_of, fold_bytes, loads
from audit.measure.duplication.tokens.windows import windows_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyarrow as pa

    from audit.measure.duplication.tokens.fold import Folded
    from audit.measure.duplication.tokens.hashing import U64, Bools

_NO_CUTS: Final = np.empty(0, np.int64)


class KnownHashes:
    """Hashes to look for, and which were seen. Memory: at most 41 bytes each."""

    def __init__(self, hashes: U64) -> None:
        """Look for `hashes`, possibly repeated, none of them seen yet."""
        order = np.argsort(hashes)
        ordered = hashes[order]
        is_new = np.ones(len(ordered), np.bool_)
        is_new[1:] = ordered[1:] != ordered[:-1]
        distinct = ordered[is_new]
        self._place = np.empty(len(hashes), np.uint32)
        self._place[order] = np.cumsum(is_new) - 1
        # At most half of the slots are used.
        self._room = np.array([max(1, 2 * len(distinct)).bit_length()], np.int64)
        slots = 1 << int(self._room[0])
        self._table = np.empty(slots, np.uint8), np.empty(slots, np.uint64), np.empty(slots, np.uint32)
        self._seen = np.zeros(len(distinct), np.bool_)
        kernels.fill_set(distinct, self._room, *self._table)

    def __len__(self) -> int:
        """Return the number of distinct hashes looked for."""
        return len(self._seen)

    def read(self, columns: Iterable[pa.Array]) -> None:
        """Mark those of the texts of some columns (large_string without nulls)."""
        for texts in columns:
            text, offsets = bytes_of(texts)
            for start, end in loads(offsets):
                hashes = self._of(fold_bytes(text, offsets[start : end + 1], _NO_CUTS))
                kernels.mark_known(hashes, self._room, *self._table, self._seen)

    def seen(self, start: int, end: int) -> Bools:
        """Return a mask of hashes[start:end], in their original order; indexes beyond the end were not seen."""
        found = np.zeros(end - start, np.bool_)
        places = self._place[start:end]
        found[: len(places)] = self._seen[places]
        return found

    def _of(self, folded: Folded) -> U64:
        """Return the hashes of some texts."""
        raise NotImplementedError


class KnownWindows(KnownHashes):
    """Windows of tokens to look for, and which were seen."""

    def _of(self, folded: Folded) -> U64:
        found = windows_of(folded.codes, folded.offsets)
        return found.hashes[found.are_inside]
