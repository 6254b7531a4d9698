"""The first pass over a corpus: what its documents have in common with others of their source, before they are parsed.

Memory holds some numbers a document; lines and marks go through files, sorted by key, one of which is in memory.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from audit.corpus.inputs import Part, gather, items_of
from audit.engine.count import Progress, silent
from audit.engine.engine import Executor
from audit.engine.task import Item
from audit.measure.duplication.records.spill import FILES, Spill
from audit.parser.templates.template_lines import Repeats, source_of
from audit.parser.templates.template_table import counted
from audit.parser.templates.versions import Marks, Shares, are_versions, joined, shares, summed
from audit.read.readers import reader_named
from audit.worker.job import Job
from audit.worker.template_scan import DOCUMENT, MARK, SCAN, SIGHTING, records, scanned

if TYPE_CHECKING:
    from audit.measure.duplication.tokens.hashing import Records
    from audit.parser.templates.template_lines import Ints, Keys

_SHARE: Final = np.dtype([("first", "<i8"), ("second", "<i8"), ("windows", "<i8"), ("unlike", "<i8")])
# The highest bits of a key name its file: the files are in the order of the keys.
_FILE_BITS: Final = np.uint64(64 - (FILES - 1).bit_length())


def gather_knowing(job: Job, crew: Executor, progress: Progress) -> list[Part]:
    """Run the job as audit.corpus.inputs does, after a pass over its inputs for what they have in common.

    That pass is left out when no source holds two documents, or nothing is parsed. A file that changes between the two
    is parsed as it is then. Progress is told of the second: each input is counted once, when it is parsed.
    """
    wanted = job.policy.parser.parse and job.policy.parser.repeats
    if wanted and _has_siblings(job):
        look_for_repeats(job, crew)
    return gather(job, crew, progress)


def look_for_repeats(job: Job, crew: Executor) -> None:
    """Save the table of what the documents of a job have in common into job.repeats."""
    folder = scanned(job)
    folder.mkdir()
    parts = [part for part in gather(job, crew, silent, SCAN) if part.documents]
    repeats = _Scanned(folder, parts).repeats()
    shutil.rmtree(folder)
    repeats.save(job.repeats)


def _has_siblings(job: Job) -> bool:
    """Return whether some source may hold two documents."""
    seen: set[str] = set()
    for item in items_of(job):
        reader = reader_named(item.path)
        if job.kind == "release" or (reader is not None and reader.many):
            return True
        if not item.code and _is_known(item, seen):
            return True
    return False


def _is_known(item: Item, seen: set[str]) -> bool:
    """Return whether the item's source has been seen; from now on it has."""
    before = len(seen)
    seen.add(source_of(item.id))
    return len(seen) == before


class _Scanned:
    """The part files of the scan."""

    def __init__(self, folder: Path, parts: list[Part]) -> None:
        self.folder, self.parts = folder, parts
        self.edges = np.cumsum([0, *(part.documents for part in parts)])
        found = [np.fromfile(self._path(part, "documents"), DOCUMENT) for part in parts]
        documents = np.concatenate([np.zeros(0, DOCUMENT), *found])
        self.sources, self.totals = documents["source"].copy(), documents["total"].copy()
        _, inverse, sizes = np.unique(self.sources, return_inverse=True, return_counts=True)
        self.has_siblings = sizes[inverse] > 1

    def repeats(self) -> Repeats:
        """Return the table."""
        articles = self._articles()
        keys, counts = _end_to_end(self._counted(articles), np.dtype(np.uint64))
        return Repeats(keys, counts, *counted(self.sources, articles))

    def _articles(self) -> Ints:
        """Return for each document the first one that holds the same article."""
        with Spill(MARK) as marked, Spill(_SHARE) as shared:
            for some in self._records("marks", MARK):
                marked.add(some["key"], some)
            for some in marked.files():
                both = shares(Marks(some["key"], some["line"], some["document"].astype(np.int64), self.totals))
                rows = records(_SHARE, both.first, both.second, both.windows, both.unlike)
                shared.add(both.first.astype(np.uint64), rows)
            found = map(self._versions, shared.files())
            return joined(len(self.totals), *_end_to_end(found, np.dtype(np.int64)))

    def _versions(self, some: Records) -> tuple[Ints, Ints]:
        found = summed([Shares(*(some[name] for name in ("first", "second", "windows", "unlike")))])
        enough = are_versions(found, self.totals)
        return found.first[enough], found.second[enough]

    def _counted(self, articles: Ints) -> Iterator[tuple[Keys, Ints]]:
        with Spill(SIGHTING) as spilled:
            for some in self._records("sightings", SIGHTING):
                some["document"] = articles[some["document"]]
                spilled.add(some["key"] >> _FILE_BITS, some)
            for some in spilled.files():
                yield counted(some["key"], some["document"])

    def _records(self, name: str, kind: np.dtype[Any]) -> Iterator[Records]:
        """Yield the records of each part that are about documents with siblings, these numbered through all parts."""
        for part, (start, _) in zip(self.parts, pairwise(self.edges), strict=True):
            some = np.fromfile(self._path(part, name), kind)
            some["document"] += np.uint32(start)
            yield some[self.has_siblings[some["document"]]]

    def _path(self, part: Part, name: str) -> Path:
        return self.folder / f"{part.stem}.{name}"


def _end_to_end(couples: Iterable[tuple[Keys | Ints, Ints]], kind: np.dtype[Any]) -> tuple[Any, Ints]:
    """Return the first ones (of that kind) of couples of arrays as one array, and the second ones."""
    first, second = zip((np.zeros(0, kind), np.zeros(0, np.int64)), *couples, strict=True)
    return np.concatenate(first), np.concatenate(second)
