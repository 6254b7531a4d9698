"""`audit.load`: the rows of a release, verified, or an error."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from audit.corpus.comparison.snapshots import HUB, release_named
from audit.errors import UsageError
from audit.release.card.huggingface import rows_of
from audit.release.lineage.yanked import leading, read_marks
from audit.release.manifest import DATASET, MANIFEST
from audit.release.pinned import pin_sound
from audit.release.verification.inventory import check_inventory
from audit.release.version import parse_version
from audit.text.visible import visible

if TYPE_CHECKING:
    import datasets


def load(
    name_or_path: str | Path,
    version: str | None = None,
    streaming: bool = False,  # noqa: FBT001, FBT002 as datasets.load_dataset has it
    *,
    table: Literal["documents", "blocks"] = "documents",
    dist: str | Path = "dist",
) -> datasets.Dataset | datasets.IterableDataset:
    """Return the rows of a release as `datasets` returns them.

    `name_or_path` is a name below `dist`, optionally with a version (news@1.0.0), the folder of all versions, or that
    of one. The default `version` is the newest not yanked; loading a yanked one emits a UserWarning with the reason.

    All bytes are checked against the manifest's digests first. The cache of `datasets` is keyed by the manifest's
    digest, so that rows of other files are never served. Raises UsageError if there is no such release, or it is
    damaged.
    """
    if table not in DATASET:
        raise UsageError(f"table is one of {', '.join(DATASET)}, not {visible(repr(table), 40)}")
    release = _folder(str(name_or_path), version, Path(dist))
    pinned = pin_sound(release)
    problems = [str(problem) for problem in check_inventory(release, pinned.manifest)]
    if problems:
        more = f"; and {len(problems) - 1} more problems" if len(problems) > 1 else ""
        raise UsageError(f"{release} is damaged, and nothing was loaded: {problems[0]}{more}")
    manifest = pinned.manifest
    mark = (
        read_marks(release.resolve().parent).get(manifest.version)
        if release.resolve().name == str(manifest.version)
        else None
    )
    if mark is not None:
        warnings.warn(f"{manifest.name} {manifest.version} was yanked: {visible(mark.why)}", UserWarning, stacklevel=2)
    return rows_of(release, table, pinned.sha256, streaming=streaming)


def _folder(target: str, version: str | None, dist: Path) -> Path:
    if target.startswith(HUB):
        raise UsageError(
            f"{visible(target, 120)} is on a Hub: load it with datasets.load_dataset(OWNER/NAME, revision='v1.0.0')"
        )
    if version is not None:
        number = parse_version(version)
        if Path(target).is_dir():
            return _of_version(Path(target), str(number))
        return release_named(f"{target}@{number}", dist)
    if "@" in target and not Path(target).is_dir():
        return release_named(target, dist)
    path = Path(target) if Path(target).is_dir() else release_named(target, dist).parent
    if (path / MANIFEST).is_file():
        return path
    newest = leading(path)
    if newest is None or newest in read_marks(path):
        why = "every version in it was yanked: name one" if newest else "it contains no release: name dist/NAME"
        raise UsageError(f"{path} cannot be loaded: {why}")
    return path / str(newest)


def _of_version(path: Path, version: str) -> Path:
    """Return the folder of a version: below `path`, or `path` itself if it is that version."""
    if (path / MANIFEST).is_file():
        if str(pin_sound(path).manifest.version) != version:
            raise UsageError(f"{path} is not version {version}: name the folder of all versions, or omit the version")
        return path
    if not (path / version / MANIFEST).is_file():
        raise UsageError(f"{path} has no version {version}: see audit history")
    return path / version
