"""Sets of windows of tokens and of words, looked for in texts while these are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from audit.kernels.duplication import shingle_set as kernels
from audit.measure.duplication.tokens.fold import bytes_of, fold_bytes, loads
from audit.measure.duplication.tokens.windows import windows_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyarrow as pa

    from audit.measure.duplication.tokens.fold import Folded
    from audit.measure.duplication.tokens.hashing import U32, U64, Ints

_NO_CUTS: Final = np.empty(0, np.int64)


class KnownHashes:
    """Hashes to look for. Memory: at most 56 bytes each."""

    def __init__(self, hashes: U64) -> None:
        """Look for `hashes`, possibly repeated."""
        order = np.argsort(hashes)
        ordered = hashes[order]
        is_new = np.ones(len(ordered), np.bool_)
        is_new[1:] = ordered[1:] != ordered[:-1]
        distinct = ordered[is_new]
        self._index = np.empty(len(hashes), np.uint32)
        self._index[order] = np.cumsum(is_new) - 1
        self._count = len(distinct)
        # At most half of the slots are used.
        room = max(4, (2 * len(distinct)).bit_length())
        keys, heads = np.empty(1 << room, np.uint64), np.empty(1 << room, np.uint32)
        self._table = kernels.HashSet(np.array([room], np.int64), np.empty(1 << room - 3, np.uint64), keys, heads)
        kernels.fill_set(distinct, self._table)

    def __len__(self) -> int:
        """Return the number of distinct hashes looked for."""
        return self._count

    def read(self, columns: Iterable[tuple[Ints, pa.Array]]) -> None:
        """Look for them in texts, given as row numbers and columns (large_string without nulls)."""
        for rows, texts in columns:
            text, offsets = bytes_of(texts)
            for start, end in loads(offsets):
                self._look(fold_bytes(text, offsets[start : end + 1], _NO_CUTS), rows[start:end])

    def _look(self, folded: Folded, rows: Ints) -> None:
        """Look for them in the tokens of these rows."""
        raise NotImplementedError


class PlacedWindows(NamedTuple):
    """Of some windows the longest passage of known windows that each is in: row, token there, size (0: nowhere)."""

    rows: U32
    starts: U32
    sizes: U32


class KnownWindows(KnownHashes):
    """Windows of tokens to look for, and where they are. Memory: at most 68 bytes each."""

    def __init__(self, hashes: U64) -> None:
        """Look for `hashes`, none of them seen yet."""
        super().__init__(hashes)
        self._places = kernels.Places(*np.zeros((3, len(self)), np.uint32))

    def look_only_for(self, hashes: U64) -> None:
        """Look from now on for these ones only, possibly repeated; what was found of the others stays."""
        kernels.look_only_for(hashes, self._table)

    def places(self, start: int, end: int) -> PlacedWindows:
        """Return where hashes[start:end] are, in their original order; indexes beyond the end are nowhere."""
        index = self._index[start:end]
        found = np.zeros((3, end - start), np.uint32)
        for whole, known in zip(found, self._places, strict=True):
            whole[: len(index)] = known[index]
        return PlacedWindows(*found)

    def _look(self, folded: Folded, rows: Ints) -> None:
        found = windows_of(folded.codes, folded.offsets)
        texts = kernels.WindowsOfTexts(
            found.hashes, found.sizes, found.are_inside, folded.offsets, rows.astype(np.uint32)
        )
        at, which = np.empty((2, len(found.hashes) + 1), np.uint32)
        kernels.place_known(texts, self._table, at, which, self._places)
