"""Columns of texts in a temporary file, mapped into memory when they are read again."""

from __future__ import annotations

from mmap import ACCESS_READ, ALLOCATIONGRANULARITY, mmap
from tempfile import TemporaryFile
from typing import IO, Final
from weakref import finalize

import numpy as np
import pyarrow as pa

from audit.measure.duplication.tokens.fold import bytes_of

# Maximum bytes of the file: the bodies of two million documents of a kilobyte.
MOST: Final = 2 << 30


class MappedTexts:
    """Columns of texts by part and row group; reading one again takes a tenth of decoding and validating it.

    Columns beyond MOST bytes, or for which the disk has no room, are not stored. The file has no name: it ends with
    this object.
    """

    def __init__(self) -> None:
        """Begin without a file."""
        self._file: IO[bytes] | None = None
        self._places: dict[tuple[int, int], tuple[int, int, int]] = {}
        self._end = 0

    def put(self, name: tuple[int, int], texts: pa.LargeStringArray) -> None:
        """Store a column, if there is room for it."""
        octets, offsets = bytes_of(texts)
        text = octets[int(offsets[0]) : int(offsets[-1])]
        size = offsets.nbytes + text.nbytes
        if self._end + size > MOST or not len(texts):
            return
        try:
            file = self._open()
            file.seek(self._end)
            is_whole = file.write((offsets - offsets[0]).data) + file.write(text.data) == size
        except OSError:
            is_whole = False
        if is_whole:
            self._places[name] = (self._end, offsets.nbytes, size)
            # A mapping begins at a page.
            self._end += -(-size // ALLOCATIONGRANULARITY) * ALLOCATIONGRANULARITY

    def _open(self) -> IO[bytes]:
        if self._file is None:
            self._file = TemporaryFile(prefix="corpus-audit-", buffering=0)  # noqa: SIM115 - closed with this object
            finalize(self, self._file.close)
        return self._file

    def get(self, name: tuple[int, int]) -> pa.LargeStringArray | None:
        """Return a stored column, None if it is not."""
        if name not in self._places or self._file is None:
            return None
        start, edge, size = self._places[name]
        whole = pa.py_buffer(mmap(self._file.fileno(), size, access=ACCESS_READ, offset=start))
        count = edge // np.dtype(np.int64).itemsize - 1
        return pa.LargeStringArray.from_buffers(count, whole.slice(0, edge), whole.slice(edge))
