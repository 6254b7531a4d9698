"""The user's cache of unpacked indexes, keyed by the index's digest, shared by all runs, bounded in size.

The cache is locked while an index is opened, put in place or evicted, never while one is unpacked. Entries in use or in
the making hold locks of their own, which protect them from eviction.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from audit.atomic import lock, locked_folder, open_regular, random_name, sync
from audit.errors import UsageError
from audit.machine import raise_machine_error
from audit.measure.duplication.index.mapped_index import mapped, unpack
from audit.untrusted import Digest
from audit.user_cache import OTHERS_MAY_WRITE, user_cache

if TYPE_CHECKING:
    from io import BufferedReader

    from audit.measure.duplication.index.mapped_index import Unpacked

# Bytes, for about three million documents; a single run may use more.
LARGEST: Final = 4 << 30
# The format version. Folders without one hold indexes that were not verified.
_FOLDER: Final = "index-3"
# The names made here; nothing else is evicted.
_KEPT: Final = re.compile(r"[0-9a-f]{64}")
_STAGED: Final = re.compile(r"\.[0-9a-f]{64}-[0-9a-f]{16}")
_BROKEN: Final = (OSError, EOFError, ValueError, LookupError, pa.ArrowException)


def cached(index: Path, digest: Digest, scratch: Path) -> Unpacked:
    """Return the index file `index`, which must have this digest, unpacked in the user's cache.

    If the cache cannot be used, it is unpacked into `scratch` for this run. Partially written entries are discarded and
    made again. Raises UsageError if the file has another digest, or is damaged.
    """
    with _file(index) as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != digest:
            raise UsageError(f"{index} is not the index named in the manifest; fetch it again")
        home = _home()
        if home is not None:
            with suppress(OSError):
                return _taken(home, digest) or _put(home, digest, file)
        return unpack([file], scratch / random_name("index-"))


def _file(index: Path) -> BufferedReader:
    try:
        return open_regular(index)
    except OSError as error:
        raise_machine_error(error, index)
        raise UsageError(f"the index {index} cannot be read: {error.strerror}; fetch the release again") from error


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


def _taken(home: Path, digest: Digest) -> Unpacked | None:
    with _alone(home):
        return _opened(home / digest)


def _opened(place: Path) -> Unpacked | None:
    """Return the unpacked index at `place`; None if missing, or removed because damaged."""
    held = lock(place, fcntl.LOCK_SH | fcntl.LOCK_NB)
    if held is None:
        return None
    lease = _Lease(held)
    try:
        os.utime(place)
        return replace(mapped(place), lease=lease)
    except _BROKEN:
        shutil.rmtree(place, ignore_errors=True)
        return None


def _put(home: Path, digest: Digest, file: BufferedReader) -> Unpacked:
    staged, held = locked_folder(home, f".{digest}-")
    lease = _Lease(held)
    try:
        unpack([file], staged)
        for path in (*staged.iterdir(), staged):
            sync(path)
        with _alone(home):
            found = _opened(home / digest)
            if found is None:
                fcntl.flock(held, fcntl.LOCK_SH)
                staged.rename(home / digest)
                found = replace(mapped(home / digest), lease=lease)
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
