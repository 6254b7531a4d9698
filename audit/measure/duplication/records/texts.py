"""Texts of rows in a temporary file, each read once."""

from __future__ import annotations

import os
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from audit.measure.duplication.tokens.fold import bytes_of
from audit.measure.duplication.tokens.hashing import Ints, starts_of, together
from audit.scratch import Closing

if TYPE_CHECKING:
    from collections.abc import Iterator


# Bytes of texts read at once.
_AT_ONCE: Final = 1 << 20


@runtime_checkable
class TextColumns(Protocol):
    """Texts by row, read as columns."""

    def columns(self, rows: Ints) -> Iterator[tuple[Ints, pa.LargeStringArray]]:
        """Yield ascending `rows` with their texts, in chunks."""
        ...


@dataclass(frozen=True, slots=True)
class ChosenTexts:
    """Some of the texts, numbered anew from 0: `rows`, ascending, are their rows among all."""

    texts: TextColumns
    rows: Ints

    def columns(self, rows: Ints) -> Iterator[tuple[Ints, pa.LargeStringArray]]:
        """Yield ascending `rows` with their texts, in chunks."""
        for here, texts in self.texts.columns(self.rows[rows]):
            yield np.searchsorted(self.rows, here), texts


class TextStore(Closing):
    """The beginnings of texts of rows, loaded once, then read at random."""

    def __init__(self, texts: TextColumns, rows: Ints, most: int | None = None) -> None:
        """Load `rows`, ascending and distinct; of each the first `most` code points, or all."""
        self._rows = rows
        self._file = TemporaryFile(prefix="corpus-audit-")  # noqa: SIM115 - closed on exit
        sizes = [self._put(_beginnings(some, most)) for _, some in texts.columns(rows)]
        self._starts = starts_of(np.concatenate([np.empty(0, np.int64), *sizes]))
        self._file.flush()

    def close(self) -> None:
        """Remove the file."""
        self._file.close()

    def _put(self, texts: pa.LargeStringArray) -> Ints:
        octets, offsets = bytes_of(texts)
        self._file.write(octets[int(offsets[0]) : int(offsets[-1])].data)
        return np.diff(offsets)

    def sizes(self, rows: Ints) -> Ints:
        """Return the size of each of `rows` in bytes."""
        sizes: Ints = np.diff(self._starts)[np.searchsorted(self._rows, rows)]
        return sizes

    def columns(self, rows: Ints) -> Iterator[tuple[Ints, pa.LargeStringArray]]:
        """Yield `rows` with their texts, in chunks."""
        for here in together(self.sizes(rows), _AT_ONCE):
            yield rows[here], self.read(rows[here])

    def read(self, rows: Ints) -> pa.LargeStringArray:
        """Return the texts of `rows`."""
        file, nth = self._file.fileno(), np.searchsorted(self._rows, rows)
        starts, sizes = self._starts[nth], np.diff(self._starts)[nth]
        octets = b"".join([os.pread(file, *place) for place in zip(sizes.tolist(), starts.tolist(), strict=True)])
        buffers = (pa.py_buffer(starts_of(sizes)), pa.py_buffer(octets))
        return pa.LargeStringArray.from_buffers(len(rows), *buffers)


def _beginnings(texts: pa.LargeStringArray, most: int | None) -> pa.LargeStringArray:
    if most is None or pc.max(pc.binary_length(texts)).as_py() <= most:
        return texts
    return pc.utf8_slice_codeunits(texts, 0, most)
