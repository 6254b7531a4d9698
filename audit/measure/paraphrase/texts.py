"""The texts of candidates in a temporary file: each is asked for once, however many others it is compared with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Final, Self

import numpy as np

from audit.measure.duplication.tokens.hashing import Ints, starts_of

if TYPE_CHECKING:
    from types import TracebackType

# Texts asked for in one go.
_ASKED: Final = 256


class TextStore:
    """The beginnings of texts of rows, fetched once and then read back at random."""

    def __init__(self, fetch: Callable[[Sequence[int]], dict[int, str]], rows: Ints, most: int) -> None:
        """Fetch `rows`, ascending and each once; the first `most` code points of each are kept."""
        self._rows = rows
        self._file = TemporaryFile(prefix="corpus-audit-")  # noqa: SIM115 - closed on exit
        sizes = [np.empty(0, np.int64), *(self._put(fetch, some.tolist(), most) for some in _loads(rows))]
        self._starts = starts_of(np.concatenate(sizes))

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove the file."""
        self._file.close()

    def _put(self, fetch: Callable[[Sequence[int]], dict[int, str]], rows: list[int], most: int) -> Ints:
        found = fetch(rows)
        held = [found[row][:most].encode("utf-8", "surrogatepass") for row in rows]
        self._file.writelines(held)
        return np.array([len(text) for text in held], np.int64)

    def sizes(self, rows: Ints) -> Ints:
        """Return the size of each of `rows`, in bytes."""
        sizes: Ints = np.diff(self._starts)[np.searchsorted(self._rows, rows)]
        return sizes

    def read(self, rows: Ints) -> list[str]:
        """Return the texts of `rows`."""
        return [self._read(int(nth)) for nth in np.searchsorted(self._rows, rows)]

    def _read(self, nth: int) -> str:
        self._file.seek(int(self._starts[nth]))
        return self._file.read(int(self._starts[nth + 1] - self._starts[nth])).decode("utf-8", "surrogatepass")


def _loads(rows: Ints) -> Iterator[Ints]:
    yield from (rows[at : at + _ASKED] for at in range(0, len(rows), _ASKED))
