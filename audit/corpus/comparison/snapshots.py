"""What OLD and NEW of a comparison may be, and how each is opened, in place where possible."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import pyarrow.parquet as pq

from audit.corpus.comparison.parquet_datasets import is_parquet, of_check, of_file, of_folder
from audit.corpus.comparison.splits import TRAIN, splits_of
from audit.corpus.corpus import Corpus
from audit.corpus.input_kind import detect_target, refuse_empty
from audit.corpus.program.executor import executor_of
from audit.corpus.template_lines import gather_with_templates
from audit.differences.snapshot import Snapshot, StoredTable
from audit.engine.stages import Progress
from audit.errors import UsageError
from audit.hub.address import Address
from audit.hub.fetch import fetch
from audit.kernels import load
from audit.policy import Policy
from audit.read.walk import what_there_is
from audit.release.lineage.named import versions_there
from audit.release.lineage.snapshot import snapshot_of
from audit.release.lineage.yanked import leading
from audit.release.manifest import MANIFEST
from audit.release.pinned import pin_sound
from audit.release.storage.reading import refuse_partial
from audit.release.version import check_name, parse_version
from audit.tables import DOCUMENTS
from audit.text.visible import visible
from audit.worker.job import Job

HUB: Final = "hf://"


@dataclass(frozen=True, slots=True)
class Opening:
    """How the sides of a comparison are opened.

    Release names are resolved below `dist`; downloads and parses go to `scratch`, using `workers` and `policy`.
    """

    dist: Path
    scratch: Path
    policy: Policy
    workers: int | None
    progress: Progress


def open_snapshots(old: str, new: str, opening: Opening) -> tuple[Snapshot, Snapshot]:
    """Return what both name: paths, NAME or NAME@VERSION below dist, or Hub revisions hf://datasets/ID@REV.

    A path may be that of a release, of all versions of one name, of a Parquet file, of a dataset, of the tables of a
    check, or of raw files, which are parsed as a run would; so are Parquet files beside such, since the form of records
    is no difference between them. Raises UsageError when it is none of them.
    """
    sides = [_stored(target, opening) for target in (old, new)]
    is_parsed = None in sides
    a, b = (
        _parsed(Path(target), target, opening) if side is None or (is_parsed and _is_foreign(side)) else side
        for target, side in zip((old, new), sides, strict=True)
    )
    return a, b


def _stored(target: str, opening: Opening) -> Snapshot | None:
    """Return what `target` names where its documents lie in Parquet; None for what has to be parsed."""
    if target.startswith(HUB):
        return _of_release(_fetched(target, opening.scratch), target)
    if not Path(target).exists():
        return _of_release(release_named(target, opening.dist), None)
    path = Path(target)
    if path.is_file():
        return of_file(path, target) if is_parquet(path) else None
    there = detect_target(path)
    if there.kind == "release":
        return _of_release(there.root, None)
    return of_check(path, target) or of_folder(path, target)


def _is_foreign(side: Snapshot) -> bool:
    """Return whether the documents were not parsed by this program."""
    return not side.documents.has(*DOCUMENTS.names)


def release_named(target: str, dist: Path) -> Path:
    """Return the folder of NAME@VERSION below `dist`; for NAME the version its card points at.

    Raises UsageError if there is none.
    """
    written, at, number = target.partition("@")
    version = parse_version(number) if at else None
    # Not a valid name: report it as a missing path.
    home = dist / (check_name(written) if at or Path(target).name == target else written)
    version = version or leading(home)
    if version is None or not (home / str(version) / MANIFEST).is_file():
        raise UsageError(
            f"there is nothing at {visible(target)}, and no such release in {visible(str(dist))}: name a folder, a "
            f"Parquet file, NAME or NAME@VERSION in --dist, or hf://datasets/OWNER/NAME@REVISION"
            f"{versions_there(target, dist) or what_there_is(Path(target))}"
        )
    return home / str(version)


def _fetched(target: str, scratch: Path) -> Path:
    """Return the downloaded folder of a Hub revision."""
    return fetch(Address.parse(target), _fresh(scratch, "fetched"))


def _of_release(release: Path, name: str | None) -> Snapshot:
    manifest = pin_sound(release).manifest
    refuse_partial(release, manifest)
    return snapshot_of(release, name or f"{manifest.name}/{manifest.version}", manifest.substance)


def _parsed(path: Path, name: str, opening: Opening) -> Snapshot:
    """Return the documents of raw files or records, as read by `parse`."""
    load()
    folder = _fresh(opening.scratch, "parsed")
    target = detect_target(path)
    job = Job(path, target.kind, folder, opening.policy, measures=False)
    with executor_of(job, opening.workers) as executor:
        corpus = Corpus(
            folder, tuple(gather_with_templates(job, executor, opening.progress)), opening.policy.input.extra
        )
    refuse_empty(corpus.found, path)
    if not corpus.rows:
        raise UsageError(f"{visible(name)} contains no document: see `audit check {visible(name)}`")
    blocks = StoredTable(tuple((TRAIN, file) for file in corpus.files("blocks")))
    return Snapshot(name=name, documents=_by_split(corpus, job), blocks=blocks, notes=tuple(_notes(corpus, name)))


def _notes(corpus: Corpus, name: str) -> Iterator[str]:
    yield f"{name} was parsed as by `audit parse`"
    unread = corpus.found - corpus.rows - corpus.no_documents
    if unread:
        inputs = "1 input was" if unread == 1 else f"{unread:,} inputs were"
        yield f"{inputs} not read in {name} and not compared; `audit check {name}` says why"


def _fresh(scratch: Path, name: str) -> Path:
    """Return a new folder, since both sides may have the same name and version."""
    folder = scratch / f"{name}-{len(list(scratch.iterdir()))}"
    folder.mkdir()
    return folder


def _by_split(corpus: Corpus, job: Job) -> StoredTable:
    """Return the documents, written anew where their files say that there are several splits, or columns ride along."""
    ids = corpus.whole("documents", ["id"])
    splits = splits_of(job.root, job.kind, ids["id"]) if ids is not None else None
    if splits is None and not corpus.extra:
        return StoredTable(tuple((TRAIN, file) for file in corpus.files("documents")))
    made = []
    for number, table in enumerate(corpus.documents()):
        start, end = int(corpus.edges[number]), int(corpus.edges[number + 1])
        of_row = splits.of_row[start:end] if splits else np.full(end - start, -1)
        for split in sorted(set(of_row.tolist())):
            path = job.parts / f"{number}-{split}.parquet"
            pq.write_table(table.filter(of_row == split), path)
            made.append((splits.names[split] if splits and split >= 0 else TRAIN, path))
    return StoredTable(tuple(made))
