"""The first pass over a corpus: lines that documents share with others of their source, collected before parsing.

Memory holds a few numbers per document; lines and marks go through files partitioned by key, read one at a time.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from audit.corpus.inputs import Part, gather, items_of
from audit.engine.engine import Executor
from audit.engine.engines import current_engine
from audit.engine.exchange import Exchange, Files, ReduceStep, concatenated
from audit.engine.spill import FILES, Records
from audit.engine.stages import Progress, counts_of_stage
from audit.engine.task import Item
from audit.parser.templates.sketches import Marks, siblings
from audit.parser.templates.template_lines import Repeats, source_of
from audit.parser.templates.template_table import counted
from audit.parser.templates.versions import Shares, are_versions, joined, shares, summed
from audit.read.readers import reader_named
from audit.worker.job import SCAN, Job, scanned
from audit.worker.template_scan import DOCUMENT, MARK, SIGHTING, records

if TYPE_CHECKING:
    from audit.measure.duplication.tokens.hashing import Bools
    from audit.parser.templates.template_lines import Ints, Keys

_SHARE: Final = np.dtype([(each.name, "<i8") for each in fields(Shares)])
_COUPLE: Final = np.dtype([("first", "<i8"), ("second", "<i8")])
_COUNT: Final = np.dtype([("key", "<u8"), ("count", "<i8")])
# The highest bits of a key select its file, so that files are in key order.
_FILE_BITS: Final = np.uint64(64 - (FILES - 1).bit_length())


def gather_with_templates(job: Job, executor: Executor, progress: Progress) -> list[Part]:
    """Run the job as audit.corpus.inputs does, after a pass over its inputs for shared lines.

    That pass is left out when no source holds two documents, or nothing is parsed. What it reads is parsed as it was
    then (audit.worker.cached.read_rows). `progress` counts each input once, in the second pass; the first one's counts
    are for the display of its stage.
    """
    wanted = job.policy.parser.parse and job.policy.parser.repeats
    if wanted and _has_siblings(job):
        _find_repeated_lines(job, executor)
    return gather(job, executor, progress)


def _find_repeated_lines(job: Job, executor: Executor) -> None:
    """Save the table of lines shared by the documents of a job to job.repeats."""
    folder = scanned(job)
    folder.mkdir()
    stems = [part.stem for part in gather(job, executor, counts_of_stage(), SCAN) if part.documents]
    repeats = _repeats(job.parts, stems)
    shutil.rmtree(folder)
    repeats.save(job.repeats)


def _has_siblings(job: Job) -> bool:
    """Return whether any source may have two documents."""
    seen: set[str] = set()
    for item in items_of(job):
        reader = reader_named(item.path)
        if job.kind == "release" or (reader is not None and reader.many):
            return True
        if not item.code and _is_seen(item, seen):
            return True
    return False


def _is_seen(item: Item, seen: set[str]) -> bool:
    """Return whether the item's source was seen before, and remember it."""
    before = len(seen)
    seen.add(source_of(item.id))
    return len(seen) == before


def _repeats(folder: Path, stems: Sequence[str]) -> Repeats:
    """Return the table computed from the part files of the scan, in two exchanges."""
    exchange = current_engine().exchange
    found = [np.fromfile(folder / f"{stem}.documents", DOCUMENT) for stem in stems]
    documents = np.concatenate([np.zeros(0, DOCUMENT), *found])
    sources, totals = documents["source"].copy(), documents["total"].copy()
    of_source = siblings(sources)
    scanned = _Scanned(tuple(stems), np.cumsum([0, *map(len, found)]), of_source > 1)
    versions = _Versions(scanned, totals, of_source)
    steps = ReduceStep(versions.shares, _SHARE, _firsts), ReduceStep(versions.couples, _COUPLE)
    couples = concatenated(exchange(Exchange(len(stems), MARK, versions.scatter, steps, by_key=True), folder), _COUPLE)
    articles = joined(len(totals), couples["first"], couples["second"])
    lines = _Lines(scanned, articles)
    counts = exchange(Exchange(len(stems), SIGHTING, lines.scatter, (ReduceStep(_count, _COUNT),), by_key=True), folder)
    repeated = concatenated(counts, _COUNT)
    return Repeats(repeated["key"].copy(), repeated["count"].copy(), *counted(sources, articles))


@dataclass(frozen=True, slots=True)
class _Scanned:
    """The part files of the scan; document numbers of the n-th start at `edges[n]`.

    Documents without siblings are left out.
    """

    stems: tuple[str, ...]
    edges: Ints
    has_siblings: Bools

    def records(self, file: Path, kind: np.dtype[Any], nth: int) -> Records:
        """Return the records of a part that belong to documents with siblings."""
        some = np.fromfile(file, kind)
        some["document"] += np.uint32(self.edges[nth])
        found: Records = some.compress(self.has_siblings[some["document"]])
        return found


@dataclass(frozen=True, slots=True)
class _Versions:
    """Versions of one article: documents with common marks, pair by pair, then all marks of each pair."""

    scanned: _Scanned
    totals: Ints
    siblings: Ints

    def scatter(self, files: Files, nth: int) -> Iterator[tuple[Keys, Records]]:
        some = self.scanned.records(files(f"{self.scanned.stems[nth]}.marks"), MARK, nth)
        yield some["key"], some

    def shares(self, some: Records) -> Records:
        own = some["key"], some["line"], some["document"].astype(np.int64), some["is_slot"]
        both = shares(Marks(*own, self.totals, self.siblings))
        made: Records = records(_SHARE, *(getattr(both, each.name) for each in fields(Shares)))
        return made

    def couples(self, some: Records) -> Records:
        found = summed([Shares(*(some[each.name] for each in fields(Shares)))])
        enough = are_versions(found, self.totals, self.siblings)
        made: Records = records(_COUPLE, found.first[enough], found.second[enough])
        return made


def _firsts(shared: Records) -> Keys:
    first: Keys = shared["first"].astype(np.uint64)
    return first


@dataclass(frozen=True, slots=True)
class _Lines:
    """The number of articles each line of a source occurs in."""

    scanned: _Scanned
    articles: Ints

    def scatter(self, files: Files, nth: int) -> Iterator[tuple[Keys, Records]]:
        some = self.scanned.records(files(f"{self.scanned.stems[nth]}.sightings"), SIGHTING, nth)
        some["document"] = self.articles[some["document"]]
        yield some["key"] >> _FILE_BITS, some


def _count(some: Records) -> Records:
    made: Records = records(_COUNT, *counted(some["key"], some["document"]))
    return made
