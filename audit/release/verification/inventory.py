"""Verification of the set of files in a release, and of their bytes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from audit.machine import raise_machine_error
from audit.read.unfit import pointer_at
from audit.release.card.croissant import CROISSANT
from audit.release.card.facts import shards_of
from audit.release.card.page import CARD
from audit.release.lineage.changes import CHANGES
from audit.release.manifest import DATASET, MANIFEST, File, Manifest
from audit.release.pinned import with_original_ends
from audit.release.schema import FIRST
from audit.release.storage.files import sha256_of
from audit.release.storage.shards import shard_name
from audit.release.tables import INDEX, TABLES
from audit.release.verification.problem import Problem, converted, missing, replaced

_FIXED: Final = frozenset({CARD, CROISSANT})
_FOLDERS: Final = frozenset({"audit", *DATASET})
_UNLISTED: Final = "it is not listed in the manifest"
_SHARD: Final = re.compile(rf"(?:{'|'.join(DATASET)})/train-[0-9]{{5,}}-of-[0-9]{{5,}}\.parquet")


def check_inventory(release: Path, manifest: Manifest, *, quick: bool = False) -> Iterator[Problem]:
    """Yield missing, extra and changed files; `quick` skips the bytes of Parquet files."""
    yield from _check_set(manifest)
    there = dict(_entries(release))
    listed = {str(file.path): file for file in manifest.files}
    has_shards = any(map(_SHARD.fullmatch, listed))
    for path in sorted(there.keys() - listed.keys() - {MANIFEST}):
        is_lost = path in _fixed(manifest) or (not has_shards and _SHARD.fullmatch(path) is not None)
        yield Problem(path, _UNLISTED) if is_lost else _surplus(path, there[path])
    for path in sorted(listed.keys() - there.keys()):
        yield missing(path)
    for path in sorted(there.keys() & {*listed, MANIFEST}):
        if not (there[path].is_file(follow_symlinks=False)):
            yield Problem(path, "it is not a regular file")
        elif path in listed:
            yield from _changed(release / path, listed[path], read=not (quick and is_parquet(path)))


def check_regular(release: Path, _: Manifest) -> Iterator[Problem]:
    """Yield what is no regular file, such as a link: what it leads to is no part of the release, and is not read."""
    for path, entry in sorted(_entries(release), key=lambda found: found[0]):
        if not (entry.is_dir(follow_symlinks=False) or entry.is_file(follow_symlinks=False)):
            yield Problem(path, "it is not a regular file")


def is_parquet(path: str) -> bool:
    """Return whether the file at `path` is a Parquet file, whose bytes a quick check skips."""
    return path.endswith(".parquet")


def _check_set(manifest: Manifest) -> Iterator[Problem]:
    """Yield where the manifest's file list is not that of a release."""
    listed, fixed = {str(file.path) for file in manifest.files}, _fixed(manifest)
    for path in sorted(path for path in listed - fixed if not _SHARD.fullmatch(path)):
        yield Problem(
            path, "it is listed in the manifest, but is not a file of a release", "remove it from the release"
        )
    for path in sorted(fixed - listed - {INDEX}):
        yield Problem(MANIFEST, f"it does not list {path}, which every release has")
    for table in (table for table in TABLES if table.name in DATASET):
        shards = [str(file.path) for file in shards_of(manifest.files, table) if _SHARD.fullmatch(file.path)]
        if shards != [f"{table.name}/{shard_name(n, len(shards))}" for n in range(len(shards))] or not shards:
            yield Problem(MANIFEST, f"the shards of {table.name} that it lists are not numbered consecutively")


def _fixed(manifest: Manifest) -> frozenset[str]:
    """Return the files of a release with this manifest apart from its shards, the index included."""
    fixed = {*_FIXED, INDEX, *(f"audit/{name}.json" for name in manifest.substance.judged_by)}
    fixed |= {f"audit/{name}.parquet" for name in {*FIRST, *manifest.substance.tables} - {*DATASET}}
    return frozenset(fixed if manifest.changes is None else fixed | {CHANGES})


def _entries(release: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield everything in the release except its regular folders; links are not followed."""
    left = [""]
    while left:
        folder = left.pop()
        with os.scandir(release / folder) as entries:
            for entry in entries:
                path = f"{folder}{entry.name}"
                if not entry.is_dir(follow_symlinks=False):
                    yield path, entry
                    continue
                left.append(f"{path}/")
                if path not in _FOLDERS:
                    yield path, entry


def _surplus(path: str, entry: os.DirEntry[str]) -> Problem:
    is_folder = entry.is_dir(follow_symlinks=False)
    return Problem(path, "it is not a folder of a release" if is_folder else _UNLISTED, "remove it from the release")


def _changed(path: Path, file: File, *, read: bool) -> Iterator[Problem]:
    where = str(file.path)
    try:
        size = path.stat().st_size
        if read and file.bytes < size <= 2 * file.bytes and _is_converted(path, file):
            yield converted(where)
        elif size != file.bytes and (pointed := pointer_at(path)):
            yield replaced(where, pointed.detail)
        elif size != file.bytes:
            yield Problem(where, f"it has {size} bytes, but the manifest says {file.bytes}")
        elif read and sha256_of(path) != file.sha256:
            yield Problem(where, "its SHA-256 differs from the manifest")
    except OSError as error:
        raise_machine_error(error, where)
        yield Problem(where, f"it cannot be read ({error.strerror})", "grant read permission, or check the disk")


def _is_converted(path: Path, file: File) -> bool:
    """Return whether a file of text differs in its line ends only."""
    if is_parquet(str(file.path)):
        return False
    return sha256(with_original_ends(path.read_bytes())).hexdigest() == file.sha256
