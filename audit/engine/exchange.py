"""Shuffle: records of many sources grouped by key, for steps on the whole corpus.

A single machine partitions through files (`spill`), a cluster through its own shuffle. Both keep the records of a
partition in source order, so that results are equal byte for byte.
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

# The path of a part file on this machine, from its name below the folder of part files.
Files: TypeAlias = Callable[[str], Path]

# Records per source of RecordSources: some tens of megabytes.
RECORDS_PER_SOURCE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class PartFiles(Sequence[Path]):
    """Part files in order: local paths, with names for other machines.

    `files` resolves names where the folder is elsewhere.
    """

    folder: Path
    names: tuple[str, ...]
    files: Files | None = None

    @staticmethod
    def of(paths: Sequence[Path]) -> PartFiles:
        """Return paths as part files; those outside the folder are named by their full path."""
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
        """Return the path of one, located at access."""
        find = self.files or self.folder.joinpath
        return [*map(find, self.names[nth])] if isinstance(nth, slice) else find(self.names[nth])


@dataclass(frozen=True, slots=True)
class ReduceStep:
    """A reduce step: `work` turns the records of one file into records of type `made`.

    `next_keys` gives the keys by which those are grouped for the next step; without it they are the result.
    """

    work: Callable[[Records], Records]
    made: npt.DTypeLike
    next_keys: Callable[[Records], Keys] | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """A shuffle of the records of `sources` sources: `scatter(files, n)` yields those of source n with their keys.

    Records have the type `kind` and go through `steps` in turn. The functions may be called on other machines: they can
    be pickled, keep no outside state, and read files only through `files`.

    `combine` is a combiner: it drops records of a file that the first step ignores, such as keys that are too frequent.
    The step must give the same result however often it is applied. `by_key`: steps look at keys only, so that several
    files may be passed as one. `is_costly`: scattering is the expensive part.
    """

    sources: int
    kind: npt.DTypeLike
    scatter: Callable[[Files, int], Iterator[tuple[Keys, Records]]]
    steps: tuple[ReduceStep, ...]
    combine: Callable[[Records], Records] | None = None
    by_key: bool = False
    is_costly: bool = False


@dataclass(frozen=True, slots=True)
class RecordSources:
    """Scattering of records in memory, in sources of RECORDS_PER_SOURCE each, which an engine may store separately."""

    records: Records
    keyed: Callable[[Records], Keys]

    @property
    def sources(self) -> int:
        """The number of sources."""
        return -(-len(self.records) // RECORDS_PER_SOURCE)

    def of_source(self, nth: int) -> Records:
        """Return the records of one source."""
        found: Records = self.records[nth * RECORDS_PER_SOURCE : (nth + 1) * RECORDS_PER_SOURCE]
        return found

    def __call__(self, _files: Files, nth: int) -> Iterator[tuple[Keys, Records]]:
        """Yield the records of one source with their keys."""
        some = self.of_source(nth)
        yield self.keyed(some), some


def unchanged(records: Records) -> Records:
    """Return the records unchanged: the `work` of a step that only groups them."""
    return records


def first_per_key(keys: Keys, most: int) -> npt.NDArray[np.bool_]:
    """Return a mask of the keys that are among the first `most` with the same value."""
    order = np.argsort(keys, kind="stable")
    is_late = np.zeros(len(keys), np.bool_)
    is_late[order[most:]] = keys[order[most:]] == keys[order[:-most]]
    return ~is_late


def exchange_in_files(asked: Exchange, folder: Path | None) -> Iterator[Records]:
    """Yield the last step's records, file by file, without empty ones.

    `folder` holds the part files; None if none are read. One file is in memory at a time.
    """
    files = (folder or Path()).joinpath
    with ExitStack() as stack:
        spill = stack.enter_context(Spill(asked.kind))
        for source in range(asked.sources):
            for keys, records in asked.scatter(files, source):
                spill.add(keys, records)
        for step in asked.steps:
            if step.next_keys is None:
                yield from map(step.work, spill.files(at_once=asked.by_key))
                return
            onward = stack.enter_context(Spill(step.made))
            for some in spill.files(at_once=asked.by_key):
                made = step.work(some)
                onward.add(step.next_keys(made), made)
            spill.close()
            spill = onward


def concatenated(found: Iterator[Records], kind: npt.DTypeLike) -> Records:
    """Return the result of an exchange as one array of type `kind`."""
    return np.concatenate([np.zeros(0, kind), *found])
