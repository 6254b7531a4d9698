"""The user's cache of what is laid out for comparisons, keyed by digest, shared by all runs, bounded in size.

It keeps indexes under their own digests, and the texts of releases under one of the digests of their files. The cache
is locked while an entry is opened, put in place or evicted, never while one is made. Entries in use or in the making
hold locks of their own, which protect them from eviction.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import pyarrow as pa

from audit.atomic import lock, locked_folder, open_regular, random_name, sync
from audit.errors import UsageError
from audit.machine import raise_machine_error
from audit.measure.duplication.index.mapped_bodies import (
    MOST,
    MappedBodies,
    mapped_bodies,
    size_of_bodies,
    write_bodies,
)
from audit.measure.duplication.index.mapped_index import mapped, unpack
from audit.untrusted import Digest
from audit.user_cache import OTHERS_MAY_WRITE, user_cache

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from io import BufferedReader

    from audit.measure.duplication.index.mapped_index import Unpacked

T = TypeVar("T")
# Bytes, for about a million and a half documents of a kilobyte; a single run may use more.
LARGEST: Final = 4 << 30
# The format version. Folders without one hold indexes that were not verified.
_FOLDER: Final = "index-3"
# The format version of texts, part of their key.
_BODIES: Final = "bodies-1"
# The names made here; nothing else is evicted.
_KEPT: Final = re.compile(r"[0-9a-f]{64}")
_STAGED: Final = re.compile(r"\.[0-9a-f]{64}-[0-9a-f]{16}")
_BROKEN: Final = (OSError, EOFError, ValueError, LookupError, pa.ArrowException)


def cached(index: Path, digest: Digest, scratch: Path) -> Unpacked:
    """Return the index file `index`, which must have this digest, unpacked in the user's cache.

    If the cache cannot be used, it is unpacked into `scratch` for this run. Raises UsageError if the file has another
    digest, or is damaged.
    """
    with _file(index, "index") as file:
        if not _has(file, digest):
            raise UsageError(f"{index} is not the index named in the manifest; fetch it again")
        found = _kept(digest, lambda folder: unpack([file], folder), mapped)
        return found if found is not None else unpack([file], scratch / random_name("index-"))


def cached_bodies(documents: Mapping[Path, Digest]) -> MappedBodies | None:
    """Return the texts in the Parquet files `documents`, given with their digests, from the user's cache.

    None if the cache cannot be used, the texts are too large for it, or a file not made yet into an entry has another
    digest. Raises UsageError if a file is damaged.
    """
    key = Digest(hashlib.sha256("\n".join([_BODIES, *documents.values()]).encode()).hexdigest())
    found = _kept(key, None, mapped_bodies)
    if found is not None or size_of_bodies(tuple(documents)) > MOST:
        return found
    with ExitStack() as opened:
        files = [opened.enter_context(_file(path, "file")) for path in documents]
        are_named = all(_has(file, digest) for file, digest in zip(files, documents.values(), strict=True))
        return _kept(key, lambda folder: write_bodies(files, folder), mapped_bodies) if are_named else None


def _has(file: BufferedReader, digest: Digest) -> bool:
    return hashlib.file_digest(file, "sha256").hexdigest() == digest


def _file(path: Path, what: str) -> BufferedReader:
    try:
        return open_regular(path)
    except OSError as error:
        raise_machine_error(error, path)
        raise UsageError(f"the {what} {path} cannot be read: {error.strerror}; fetch the release again") from error


class _Lease:
    """Protects a cache entry from eviction while held."""

    def __init__(self, held: int) -> None:
        self._held = held

    def __del__(self) -> None:
        os.close(self._held)


def _home() -> Path | None:
    """Return the folder of the cache; None if there is none or others may write to it."""
    caches = user_cache()
    if caches is None:
        return None
    home = caches / _FOLDER
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = home.stat()
    except OSError:
        return None
    is_ours = found.st_uid == os.geteuid() and not found.st_mode & OTHERS_MAY_WRITE
    return home if is_ours and os.access(home, os.W_OK | os.X_OK) else None


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    held = lock(home, fcntl.LOCK_EX)
    if held is None:
        raise OSError(f"{home} cannot be locked")
    try:
        yield
    finally:
        os.close(held)


def _kept(key: Digest, make: Callable[[Path], object] | None, opened: Callable[[Path, object], T]) -> T | None:
    """Return what `opened` finds in the entry `key`, which `make` fills if it is missing or damaged.

    `opened` is given its folder and a lease, to be held as long as the folder is in use. None if there is no entry to
    be had. Partially written ones are discarded.
    """
    home = _home()
    if home is not None:
        with suppress(OSError):
            with _alone(home):
                found = _opened(home / key, opened)
            return found if found is not None or make is None else _put(home / key, make, opened)
    return None


def _opened(place: Path, opened: Callable[[Path, object], T]) -> T | None:
    """Return the content of the entry at `place`; None if missing, or removed because damaged."""
    held = lock(place, fcntl.LOCK_SH | fcntl.LOCK_NB)
    if held is None:
        return None
    lease = _Lease(held)
    try:
        os.utime(place)
        return opened(place, lease)
    except _BROKEN:
        shutil.rmtree(place, ignore_errors=True)
        return None


def _put(place: Path, make: Callable[[Path], object], opened: Callable[[Path, object], T]) -> T:
    home = place.parent
    staged, held = locked_folder(home, f".{place.name}-")
    lease = _Lease(held)
    try:
        make(staged)
        for path in (*staged.iterdir(), staged):
            sync(path)
        with _alone(home):
            found = _opened(place, opened)
            if found is None:
                fcntl.flock(held, fcntl.LOCK_SH)
                staged.rename(place)
                found = opened(place, lease)
            _sweep(home)
        return found
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _sweep(home: Path) -> None:
    """Remove leftovers of killed runs, and the least recently used entries above the size limit."""
    folders = [entry for entry in os.scandir(home) if entry.is_dir(follow_symlinks=False)]
    for entry in folders:
        if _STAGED.fullmatch(entry.name):
            _remove(Path(entry))
    kept = sorted((entry.stat().st_mtime_ns, entry.name) for entry in folders if _KEPT.fullmatch(entry.name))
    sizes = {name: sum(file.stat().st_size for file in os.scandir(home / name)) for _, name in kept}
    total = sum(sizes.values())
    for _, name in kept:
        if total > LARGEST and _remove(home / name):
            total -= sizes[name]


def _remove(folder: Path) -> bool:
    """Remove a cache entry unless it is in use; return whether it is gone."""
    held = lock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    if held is None:
        return False
    try:
        shutil.rmtree(folder, ignore_errors=True)
    finally:
        os.close(held)
    return not folder.exists()
