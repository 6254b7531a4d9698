"""Files that appear whole or not at all: staging, locking, moving into place.

The order that survives a power cut: write and sync every file, sync the folders, rename, sync the folder above.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from audit.errors import UsageError
from audit.untrusted import Digest

# A name with a dot is no version, and `datasets` overlooks it.
_STAGING: Final = ".staging-"
_BESIDE: Final = ".beside-"


@contextmanager
def staging(home: Path) -> Iterator[Path]:
    """Give a new empty folder in `home` to build a release in; what is left of it at the end is removed.

    The folder is locked while we live, so that the next releaser can tell it from one whose owner was killed.
    """
    home.mkdir(parents=True, exist_ok=True)
    _sweep(home)
    folder, lock = _locked_folder(home)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Wait until no other releaser is putting something into `home`, and keep it so; freed by a kill as well."""
    lock = os.open(home, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        # Only who holds the lock replaces files here: what lies beside them now is left from a kill.
        for left in home.glob(f"{_BESIDE}*"):
            left.unlink(missing_ok=True)
        yield
    finally:
        os.close(lock)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that was not there; it is on the disk when this returns."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def replace(path: Path, content: bytes) -> None:
    """Put `content` in the place of `path`: a reader sees the old file or the new one, never a part."""
    if path.is_file() and path.read_bytes() == content:
        return
    beside = path.with_name(f"{_BESIDE}{secrets.token_hex(8)}")
    try:
        write_new(beside, content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    _sync(path.parent)


def put(staged: Path, final: Path) -> None:
    """Move the folder `staged` to `final` in one step, synced.

    Raises UsageError when something is there: what is released is never overwritten.
    """
    for path in sorted(staged.rglob("*")):
        _sync(path)
    _sync(staged)
    try:
        staged.rename(final)
    except (FileExistsError, NotADirectoryError) as error:
        raise UsageError(already_there(final)) from error
    except OSError as error:
        if final.exists():
            raise UsageError(already_there(final)) from error
        raise
    _sync(final.parent)


def already_there(final: Path) -> str:
    """Return the sentence that refuses to overwrite a release."""
    return f"{final} is there already and a release is never overwritten: name another version, or let --bump choose it"


def files_below(folder: Path) -> tuple[str, ...]:
    """Return the POSIX paths of all that is not a folder below `folder`, sorted; links are listed, not followed."""
    found = (Path(root, name) for root, _, names in os.walk(folder) for name in names)
    linked = (Path(root, name) for root, names, _ in os.walk(folder) for name in names if Path(root, name).is_symlink())
    return tuple(sorted(path.relative_to(folder).as_posix() for path in (*found, *linked)))


def sha256_of(path: Path) -> Digest:
    """Return the SHA-256 of a file's bytes, hexadecimal."""
    with path.open("rb") as file:
        return Digest(hashlib.file_digest(file, "sha256").hexdigest())


def _locked_folder(home: Path) -> tuple[Path, int]:
    while True:
        folder = home / f"{_STAGING}{secrets.token_hex(8)}"
        folder.mkdir()
        lock = _lock(folder, fcntl.LOCK_EX)
        # Between mkdir and lock a sweeper may have taken it for a dead one.
        if lock is not None and folder.exists():
            return folder, lock
        if lock is not None:
            os.close(lock)


def _sweep(home: Path) -> None:
    """Remove what releasers left that were killed: nobody holds the lock of their folder any more."""
    for folder in home.glob(f"{_STAGING}*"):
        lock = _lock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if lock is not None:
            shutil.rmtree(folder, ignore_errors=True)
            os.close(lock)


def _lock(folder: Path, how: int) -> int | None:
    try:
        lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return None
    with suppress(BlockingIOError):
        fcntl.flock(lock, how)
        return lock
    os.close(lock)
    return None


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
