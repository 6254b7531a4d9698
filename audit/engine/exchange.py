"""Records of many sources brought together by key: what a step on the whole corpus asks of an engine.

On one machine they go through files (spill), on a cluster through a shuffle. The records of a file come in the order
of their sources in both, so that what is made of them is the same to the byte.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias, overload

import numpy as np
import numpy.typing as npt

from audit.engine.spill import Keys, Records, Spill

# Where a file lies on the machine that asks, by the name that it has below the folder of part files.
Files: TypeAlias = Callable[[str], Path]

# Records of a source of those that are dealt: some tens of megabytes.
DEALT: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class PartFiles(Sequence[Path]):
    """Files below a folder of part files, in the order of the parts: paths of this machine, with names for others.

    `files` tells where they lie on a machine that the folder is not on.
    """

    folder: Path
    names: tuple[str, ...]
    files: Files | None = None

    @staticmethod
    def of(paths: Sequence[Path]) -> PartFiles:
        """Return paths as such files; those that lie anywhere are called by all of their path."""
        if isinstance(paths, PartFiles):
            return paths
        return PartFiles(Path("/"), tuple(str(path.absolute()) for path in paths))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.names)

    @overload
    def __getitem__(self, nth: int) -> Path: ...

    @overload
    def __getitem__(self, nth: slice) -> list[Path]: ...

    def __getitem__(self, nth: int | slice) -> Path | list[Path]:
        """Return the path of one; it is asked for now and not before."""
        find = self.files or self.folder.joinpath
        return [*map(find, self.names[nth])] if isinstance(nth, slice) else find(self.names[nth])


@dataclass(frozen=True, slots=True)
class Hop:
    """What becomes of the records that meet in one file: `work` makes of them records of the type `made`.

    Those travel on by the keys that `onward` gives them, and meet others; without it they have arrived.
    """

    work: Callable[[Records], Records]
    made: npt.DTypeLike
    onward: Callable[[Records], Keys] | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """A step on the records of `sources` sources: `scatter(files, n)` yields those of source n, with their keys.

    They are of the type `kind` and go through `hops` in turn. All functions are called wherever the engine likes, on
    other machines as well: they can be pickled, see no state but their own, and read no file but through `files`.

    `fewer` leaves out what the first hop makes nothing of, as of keys that too many have: of some records of a file, in
    their order, before they meet the others. The hop makes the same of all, wherever and however often that is done.
    `by_key` says that the hops look at keys alone, so that the records of several files may come to them as one.
    `is_laborious` says that it is the scattering that takes long.
    """

    sources: int
    kind: npt.DTypeLike
    scatter: Callable[[Files, int], Iterator[tuple[Keys, Records]]]
    hops: tuple[Hop, ...]
    fewer: Callable[[Records], Records] | None = None
    by_key: bool = False
    is_laborious: bool = False


@dataclass(frozen=True, slots=True)
class Dealt:
    """The scattering of records that whoever asks holds: sources of DEALT each, which an engine may lay down apart."""

    records: Records
    keyed: Callable[[Records], Keys]

    @property
    def sources(self) -> int:
        """How many sources they make."""
        return -(-len(self.records) // DEALT)

    def some(self, nth: int) -> Records:
        """Return those of a source."""
        found: Records = self.records[nth * DEALT : (nth + 1) * DEALT]
        return found

    def __call__(self, _files: Files, nth: int) -> Iterator[tuple[Keys, Records]]:
        """Yield those of a source, with their keys."""
        some = self.some(nth)
        yield self.keyed(some), some


def first_of_each(keys: Keys, most: int) -> npt.NDArray[np.bool_]:
    """Return which of some keys are among the first `most` that are the same."""
    order = np.argsort(keys, kind="stable")
    is_late = np.zeros(len(keys), np.bool_)
    is_late[order[most:]] = keys[order[most:]] == keys[order[:-most]]
    return ~is_late


def through_files(asked: Exchange, folder: Path | None) -> Iterator[Records]:
    """Yield what the last hop makes of each file's records, file by file, those without any left out.

    `folder` holds the part files; None where none is read. One file is in memory at a time.
    """
    files = (folder or Path()).joinpath
    with ExitStack() as stack:
        spill = stack.enter_context(Spill(asked.kind))
        for source in range(asked.sources):
            for keys, records in asked.scatter(files, source):
                spill.add(keys, records)
        for hop in asked.hops:
            if hop.onward is None:
                yield from map(hop.work, spill.files(at_once=asked.by_key))
                return
            onward = stack.enter_context(Spill(hop.made))
            for some in spill.files(at_once=asked.by_key):
                made = hop.work(some)
                onward.add(hop.onward(made), made)
            spill.close()
            spill = onward


def end_to_end(found: Iterator[Records], kind: npt.DTypeLike) -> Records:
    """Return what an exchange yields as one array of the type `kind`."""
    return np.concatenate([np.zeros(0, kind), *found])
