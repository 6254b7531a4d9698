"""Reference corpora: a release is opened through its index, anything else is read and its signatures computed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from audit.corpus.corpus import Corpus
from audit.corpus.input_kind import detect_target, refuse_empty
from audit.corpus.program.executor import executor_of
from audit.corpus.template_lines import gather_with_templates
from audit.engine.stages import Progress
from audit.errors import UsageError
from audit.measure.duplication.index import (
    MappedBodies,
    Side,
    Unpacked,
    cached,
    cached_bodies,
    check_index,
    side_of,
    unpack,
)
from audit.measure.duplication.records.parts import Bodies
from audit.measure.duplication.records.texts import TextColumns
from audit.release.manifest import Manifest
from audit.release.read_manifest import read_manifest
from audit.release.storage.reading import files_of, refuse_links
from audit.release.tables import INDEX
from audit.remote.local_copies import with_urls
from audit.tables import DOCUMENTS
from audit.worker.job import Job


@dataclass(frozen=True, slots=True)
class ReferenceCorpus:
    """A searchable reference corpus. `name` is its value in the column `release`: NAME/VERSION, or the path given."""

    name: str
    index: Unpacked
    bodies: TextColumns

    def side(self, takes_part: np.ndarray | None = None) -> Side:
        """Return it as one side of a comparison."""
        return side_of(self.index, self.bodies, takes_part)


def open_references(
    paths: Sequence[str | Path], job: Job, workers: int | None, progress: Progress
) -> tuple[ReferenceCorpus, ...]:
    """Open the corpora at `paths`, read with the settings of `job`; their files go into its folder.

    Raises UsageError if a path does not exist or an index is unusable.
    """
    return tuple(_opened(Path(path), number, job, workers, progress) for number, path in enumerate(paths))


def _opened(path: Path, number: int, job: Job, workers: int | None, progress: Progress) -> ReferenceCorpus:
    target = detect_target(path)
    root, kind = target.root, target.kind
    if kind == "release" and (root / INDEX).exists():
        return open_release(root, job.parts)
    folder = job.parts / f"against-{number}"
    folder.mkdir()
    reading = replace(job, root=root, kind=kind, parts=folder, measures=False, signed=True)
    with executor_of(reading, workers) as executor:
        corpus = Corpus(folder, tuple(gather_with_templates(reading, executor, progress)))
    refuse_empty(corpus.found, root)
    name = release_name(root) if kind == "release" else with_urls(str(path))
    return ReferenceCorpus(
        name, unpack(corpus.files("signatures"), folder / "index"), Bodies(corpus.files("documents"))
    )


def open_release(release: Path, scratch: Path) -> ReferenceCorpus:
    """Open the release in `release` through its index.

    Raises UsageError if it has no usable index, or has links in place of files.
    """
    manifest = read_manifest(release)
    documents = files_of(release, DOCUMENTS)
    refuse_links(release, (release / INDEX, *documents))
    rows = check_index(release / INDEX, str(release))
    said, bodies = manifest.file(INDEX), Bodies(documents)
    if said is None or not rows == len(bodies) == manifest.substance.tables["documents"].rows:
        raise UsageError(f"{release} has an index of another release: fetch it again, or see audit verify {release}")
    index = cached(release / INDEX, said.sha256, scratch)
    name = f"{manifest.name}/{manifest.version}"
    kept = _kept_bodies(release, manifest, documents)
    return ReferenceCorpus(name, index, bodies if kept is None or len(kept) != rows else kept)


def _kept_bodies(release: Path, manifest: Manifest, documents: Sequence[Path]) -> MappedBodies | None:
    """Return the texts of a release from the user's cache; None if they are not kept there."""
    listed = {path: manifest.file(path.relative_to(release).as_posix()) for path in documents}
    digests = {path: file.sha256 for path, file in listed.items() if file is not None}
    return cached_bodies(digests) if len(digests) == len(documents) else None


def release_name(release: Path) -> str:
    """Return NAME/VERSION of a release folder."""
    manifest = read_manifest(release)
    return f"{manifest.name}/{manifest.version}"
