"""A folder of packs: lookup, insertion, eviction.

Several runs may share it: packs are written atomically, a vanished one means recomputation, and two runs with the same
result write the same file.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.atomic import sweep
from audit.cache.location import CacheFolder
from audit.cache.pack import BROKEN, SUFFIX, Pack, first_halves, halved, read_pack, write_pack

if TYPE_CHECKING:
    from numpy.typing import NDArray

NOT_FOUND: Final = -1
# Packs kept open: neighbouring batches are often in the same one.
_MOST_OPEN: Final = 2


@dataclass(frozen=True, slots=True)
class PackPositions:
    """Candidate locations, matched by half of each key: numbers of packs (or NOWHERE), and rows in them."""

    packs: NDArray[np.int64]
    rows: NDArray[np.int64]


class PackStore:
    """The packs in a folder at the time of opening."""

    def __init__(self, cache: CacheFolder) -> None:
        self._cache = cache
        self._paths: list[Path] = []
        self._open_packs: dict[int, Pack | None] = {}
        found = [np.zeros(0, np.uint64)]
        for path, _, _ in reversed(_listed(cache.folder)):
            with suppress(*BROKEN):
                found.append(first_halves(path))
                self._paths.append(path)
        sizes = [len(keys) for keys in found[1:]]
        packs = np.repeat(np.arange(len(sizes)), sizes)
        rows = np.concatenate([np.zeros(0, np.int64), *map(np.arange, sizes)])
        # If several packs hold a document, the newest wins: it has most of the document's neighbours.
        self._keys, first = np.unique(np.concatenate(found), return_index=True)
        self._packs, self._rows = packs[first], rows[first]

    def find(self, keys: Sequence[bytes]) -> PackPositions:
        """Return the candidate locations of these keys."""
        nowhere = np.full(len(keys), NOT_FOUND)
        if not len(self._keys) or not keys:
            return PackPositions(nowhere, nowhere)
        wanted = halved(keys)
        at = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
        is_there = self._keys[at] == wanted
        return PackPositions(
            np.where(is_there, self._packs[at], NOT_FOUND), np.where(is_there, self._rows[at], NOT_FOUND)
        )

    def pack(self, number: int) -> Pack | None:
        """Return a pack by number; None if it is gone, or damaged, in which case it is deleted."""
        if number not in self._open_packs:
            while len(self._open_packs) >= _MOST_OPEN:
                self._open_packs.pop(next(iter(self._open_packs)))
            self._open_packs[number] = self._read(self._paths[number])
        return self._open_packs[number]

    def _read(self, path: Path) -> Pack | None:
        try:
            found = read_pack(path)
        except BROKEN:
            with suppress(OSError):
                path.unlink()
            return None
        with suppress(OSError):
            os.utime(path)
        return found

    def put(self, pack: Pack) -> None:
        """Store a pack for later runs, if there is room."""
        with suppress(OSError):
            path, _ = write_pack(self._cache.folder, pack)
            if not _make_room(self._cache):
                path.unlink()


def _make_room(cache: CacheFolder) -> bool:
    """Evict the least recently used packs down to the limit; return whether that was possible.

    Packs written or used by this run stay, so that a corpus larger than the cache still finds part of itself.
    """
    sweep(cache.folder)
    listed = _listed(cache.folder)
    total = sum(size for _, size, _ in listed)
    for path, size, used in listed:
        if total <= cache.largest or used >= cache.since:
            break
        path.unlink(missing_ok=True)
        total -= size
    return total <= cache.largest


def _listed(folder: Path) -> list[tuple[Path, int, int]]:
    """Return the packs of a folder with size and time of last use, least recently used first."""
    found = []
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                if entry.name.endswith(SUFFIX) and entry.is_file(follow_symlinks=False):
                    about = entry.stat(follow_symlinks=False)
                    found.append((Path(entry), about.st_size, about.st_mtime_ns))
    return sorted(found, key=lambda pack: (pack[2], pack[0].name))
