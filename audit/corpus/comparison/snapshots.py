"""What OLD and NEW of a comparison may be, and how each is opened, in place where possible."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyarrow.parquet as pq

from audit.corpus.comparison.parquet_datasets import is_parquet, of_check, of_file, of_folder
from audit.corpus.comparison.splits import TRAIN, splits_of
from audit.corpus.input_kind import refuse_nothing, target_of
from audit.corpus.parts import Corpus
from audit.corpus.program.crew import crew_of
from audit.corpus.template_lines import gather_knowing
from audit.differences.snapshot import Snapshot, StoredTable
from audit.engine.count import Progress
from audit.errors import UsageError
from audit.hub.address import Address
from audit.hub.fetch import fetch
from audit.kernels import load
from audit.policy import Policy
from audit.release.lineage.snapshot import snapshot_of
from audit.release.lineage.yanked import leading
from audit.release.manifest import MANIFEST
from audit.release.pinned import pin_sound
from audit.release.version import check_name, parse_version
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


def open_snapshot(target: str, opening: Opening) -> Snapshot:
    """Open `target`: a path, NAME or NAME@VERSION below dist, or a Hub revision hf://datasets/ID@REV.

    A path may be a release, the versions of a release, a Parquet file, a dataset, the tables of a check, or raw files,
    which are parsed as by a run. Raises UsageError if it is none of them.
    """
    if target.startswith(HUB):
        return _of_release(_fetched(target, opening.scratch), target)
    if Path(target).exists():
        return _of_path(Path(target), opening)
    return _of_release(release_named(target, opening.dist), None)


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
            "Parquet file, NAME or NAME@VERSION below --dist, or hf://datasets/OWNER/NAME@REVISION"
        )
    return home / str(version)


def _fetched(target: str, scratch: Path) -> Path:
    """Return the downloaded folder of a Hub revision."""
    return fetch(Address.parse(target), _fresh(scratch, "fetched"))


def _of_path(path: Path, opening: Opening) -> Snapshot:
    name = str(path)
    if path.is_file() and is_parquet(path):
        return of_file(path, name)
    if path.is_dir():
        version = leading(path)
        if version is not None:
            return _of_release(path / str(version), None)
        if target_of(path).kind == "release":
            return _of_release(path, None)
        found = of_check(path, name) or of_folder(path, name)
        if found is not None:
            return found
    return _parsed(path, name, opening)


def _of_release(release: Path, name: str | None) -> Snapshot:
    manifest = pin_sound(release).manifest
    return snapshot_of(release, name or f"{manifest.name}/{manifest.version}", manifest.substance)


def _parsed(path: Path, name: str, opening: Opening) -> Snapshot:
    """Return the documents of raw files or records, as read by `parse`."""
    load()
    folder = _fresh(opening.scratch, "parsed")
    target = target_of(path)
    job = Job(path, target.kind, folder, opening.policy, measures=False)
    with crew_of(job, opening.workers) as crew:
        corpus = Corpus(folder, tuple(gather_knowing(job, crew, opening.progress)))
    refuse_nothing(corpus.found, path)
    if not corpus.rows:
        raise UsageError(f"{visible(name)} holds no document: see `audit check {visible(name)}`")
    blocks = StoredTable(tuple((TRAIN, file) for file in corpus.files("blocks")))
    notes = (f"{name} was read as `audit parse` reads it",)
    return Snapshot(name=name, documents=_by_split(corpus, job), blocks=blocks, notes=notes)


def _fresh(scratch: Path, name: str) -> Path:
    """Return a new folder, since both sides may have the same name and version."""
    folder = scratch / f"{name}-{len(list(scratch.iterdir()))}"
    folder.mkdir()
    return folder


def _by_split(corpus: Corpus, job: Job) -> StoredTable:
    """Return the documents, rewritten by split if there are several."""
    ids = corpus.whole("documents", ["id"])
    splits = splits_of(job.root, job.kind, ids["id"]) if ids is not None else None
    files = corpus.files("documents")
    if splits is None:
        return StoredTable(tuple((TRAIN, file) for file in files))
    made = []
    for number, table in enumerate(corpus.tables("documents")):
        of_row = splits.of_row[corpus.edges[number] : corpus.edges[number + 1]]
        for split in sorted(set(of_row.tolist())):
            path = job.parts / f"{number}-{split}.parquet"
            pq.write_table(table.filter(of_row == split), path)
            made.append((splits.names[split] if split >= 0 else TRAIN, path))
    return StoredTable(tuple(made))
