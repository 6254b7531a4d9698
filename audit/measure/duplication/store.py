"""The tokens of candidate documents in a temporary file: each body is asked for once, whatever it is compared with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Final, Self, TypeAlias

import numpy as np

from audit.measure.duplication.fold import Tokens, fold
from audit.measure.duplication.hashing import U64, Ints, starts_of

if TYPE_CHECKING:
    from types import TracebackType

FetchBodies: TypeAlias = Callable[[Sequence[int]], dict[int, str]]

# Tokens asked for in one go: about a MiB of Chinese text.
_FETCH: Final = 1 << 18
_BYTES: Final = 8
# The lowest bit of a stored hash tells whether the token is a wide character; 63 bits are left to tell tokens apart.
_WIDE: Final = np.uint64(1)


class TokenStore:
    """The folded bodies of rows, fetched in ascending order of rows and then read back at random."""

    def __init__(self, bodies: FetchBodies, tokens: Ints) -> None:
        """`tokens` is the number of tokens of each row, as counted by its signature."""
        self._bodies = bodies
        self._tokens = tokens
        self._starts = np.full(len(tokens), -1, np.int64)
        self._counts = np.zeros(len(tokens), np.int64)
        self._size = 0
        self._file = TemporaryFile(prefix="corpus-audit-")  # noqa: SIM115 - closed on exit

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove the file."""
        self._file.close()

    def fetch(self, rows: Ints) -> None:
        """Have the tokens of `rows` at hand; rows already there are not asked for again."""
        missing = np.unique(rows[self._starts[rows] < 0])
        for some in _loads(missing, self._tokens[missing]):
            found = self._bodies(some.tolist())
            self._append(some, fold([found[row] for row in some.tolist()]))

    def _append(self, rows: Ints, tokens: Tokens) -> None:
        packed = (tokens.hashes & ~_WIDE) | tokens.wide
        self._starts[rows] = tokens.offsets[:-1] + self._size
        self._counts[rows] = np.diff(tokens.offsets)
        self._file.seek(self._size * _BYTES)
        self._file.write(packed.tobytes())
        self._size += len(packed)

    def read(self, rows: Ints) -> Tokens:
        """Return the tokens of `rows`, all of them fetched before."""
        packed = np.concatenate([np.empty(0, np.uint64), *(self._read_one(row) for row in rows.tolist())])
        is_wide = (packed & _WIDE).astype(np.bool_)
        return Tokens(packed, is_wide, starts_of(self._counts[rows]), (None,) * len(rows))

    def _read_one(self, row: int) -> U64:
        self._file.seek(int(self._starts[row]) * _BYTES)
        return np.frombuffer(self._file.read(int(self._counts[row]) * _BYTES), np.uint64)


def _loads(rows: Ints, sizes: Ints) -> Iterator[Ints]:
    """Return runs of `rows` that together have about as many tokens as are fetched in one go."""
    which = (starts_of(sizes)[:-1] // _FETCH).astype(np.int64)
    yield from (load for load in np.split(rows, np.flatnonzero(np.diff(which)) + 1) if len(load))
