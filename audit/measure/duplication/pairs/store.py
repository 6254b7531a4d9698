"""Tokens of candidate documents in a temporary file; each body is read once."""

from __future__ import annotations

import os
from tempfile import TemporaryFile
from typing import Final

import numpy as np

from audit.errors import UsageError
from audit.measure.duplication.records.texts import TextColumns
from audit.measure.duplication.template_texts.gaps import MarkedTexts
from audit.measure.duplication.tokens.fold import Folded, bytes_of, fold_bytes, loads
from audit.measure.duplication.tokens.hashing import U32, Ints, starts_of
from audit.scratch import Closing

_BYTES: Final = 4
# A number of tokens not counted yet.
UNKNOWN: Final = -1
_NO_CUTS: Final[Ints] = np.empty(0, np.int64)


class OtherTextError(UsageError):
    """The texts of a corpus differ from those its index was made of."""


class TokenStore(Closing):
    """The folded bodies of rows, loaded in ascending order, then read at random."""

    def __init__(self, bodies: TextColumns, tokens: Ints, *, is_marked: bool = False) -> None:
        """`tokens` is the number of tokens of each row, as counted by its signature, or UNKNOWN.

        `is_marked`: whether the marks of tokens are kept.
        """
        self.bodies = bodies
        self._tokens = tokens
        self._starts = np.full(len(tokens), -1, np.int64)
        self._size, self._is_marked = 0, is_marked
        self._file = TemporaryFile(prefix="corpus-audit-")  # noqa: SIM115 - closed on exit
        self._marks = TemporaryFile(prefix="corpus-audit-")  # noqa: SIM115

    def close(self) -> None:
        """Remove the files."""
        self._file.close()
        self._marks.close()

    def fetch(self, rows: Ints) -> None:
        """Load the tokens of those `rows` not loaded yet.

        Raises OtherTextError if a text's number of tokens differs from its signature's, on which kernels rely.
        """
        missing = np.unique(rows[self._starts[rows] < 0])
        for some, texts in self.bodies.columns(missing):
            text, offsets = bytes_of(texts)
            for start, end in loads(offsets):
                self._append(
                    some[start:end], fold_bytes(text, offsets[start : end + 1], _NO_CUTS, is_marked=self._is_marked)
                )
        self._file.flush()
        self._marks.flush()

    def _append(self, rows: Ints, folded: Folded) -> None:
        counts, known = np.diff(folded.offsets), self._tokens[rows]
        if not np.array_equal(counts, np.where(known == UNKNOWN, counts, known)):
            raise OtherTextError("its texts do not match its signatures")
        self._tokens[rows] = counts
        self._starts[rows] = folded.offsets[:-1] + self._size
        self._file.write(folded.codes.tobytes())
        self._marks.write(folded.marks.tobytes())
        self._size += len(folded.codes)

    def read(self, rows: Ints) -> tuple[U32, Ints]:
        """Return the tokens of loaded `rows`, and their bounds."""
        return self._read(self._file.fileno(), rows), starts_of(self._tokens[rows])

    def marked(self, rows: Ints) -> MarkedTexts:
        """Return the tokens of `rows` with their marks."""
        codes, bounds = self.read(rows)
        return MarkedTexts(codes, self._read(self._marks.fileno(), rows), bounds)

    def _read(self, file: int, rows: Ints) -> U32:
        places = zip((self._starts[rows] * _BYTES).tolist(), (self._tokens[rows] * _BYTES).tolist(), strict=True)
        return np.frombuffer(b"".join([os.pread(file, size, start) for start, size in places]), np.uint32)
