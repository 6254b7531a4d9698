"""Atomic file writes that survive a power cut and follow no symbolic link.

A file is written under a random name beside its destination and renamed in one step. It is locked while it is written,
so that a sweep can tell a live writer from a killed one. Order: write and fsync the file, rename it, fsync the folder.
"""

from __future__ import annotations

import errno
import fcntl
import os
import re
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, Final

_TEMPORARY: Final = ".beside-"
_RANDOM_BYTES: Final = 8
# The names made by `replacing`; nothing else is swept.
_OURS: Final = re.compile(re.escape(_TEMPORARY) + rf"[0-9a-f]{{{2 * _RANDOM_BYTES}}}")
_FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
# O_NONBLOCK: opening a pipe without a writer would block.
_LOOK: Final = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC

# Some network and FUSE file systems have no fsync for folders.
_CANNOT_SYNC: Final = frozenset({errno.EINVAL, errno.ENOTSUP})


@contextmanager
def creating(path: Path) -> Iterator[BinaryIO]:
    """Open the new file `path` for writing; it is durable on exit, and removed if the block raises.

    Raises FileExistsError if anything exists there, including a dangling link.
    """
    with path.open("xb") as file:
        try:
            yield file
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a new file for writing that atomically replaces `path` on exit, unless the block raises.

    Readers see the old file or the new one. A symbolic link at `path` is replaced, not followed.
    """
    new, file = _new_locked_file(path.parent)
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
            new.replace(path)
    finally:
        new.unlink(missing_ok=True)
    sync(path.parent)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not exist yet; it is durable on return."""
    with naming(path), creating(path) as file:
        file.write(content)


def replace_file(path: Path, content: bytes) -> None:
    """Replace the content of `path`, unless it is equal already."""
    if path.is_file() and not path.is_symlink() and path.read_bytes() == content:
        return
    with naming(path), replacing(path) as file:
        file.write(content)


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Say of an error without a file's name, such as a full disk, that it is about `path`."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or str(path)
        raise


def sweep(folder: Path) -> None:
    """Remove the files that killed writers left in `folder`: our names, with a lock that nobody holds."""
    for path in sorted(folder.iterdir()):
        if _OURS.fullmatch(path.name) and _is_abandoned(path):
            path.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Fsync a file or folder; a no-op where the file system has no fsync."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise
    finally:
        os.close(descriptor)


def random_name(prefix: str) -> str:
    """Return `prefix` and 16 random hexadecimal digits."""
    return prefix + secrets.token_hex(_RANDOM_BYTES)


def lock(folder: Path, how: int) -> int | None:
    """Return a descriptor that holds the flock `how` on `folder` until it is closed; None if the lock cannot be taken.

    A symbolic link is not followed.
    """
    try:
        descriptor = os.open(folder, _FOLDER | os.O_NOFOLLOW)
    except OSError:
        return None
    with suppress(OSError):
        fcntl.flock(descriptor, how)
        return descriptor
    os.close(descriptor)
    return None


def locked_folder(home: Path, prefix: str, *, private: bool = False) -> tuple[Path, int]:
    """Return a new folder in `home` and the descriptor that holds its lock, which keeps sweeps away.

    A `private` folder (mode 0700) may go unlocked on a file system without locks: no sweep can lock it there either.
    Raises OSError if a required lock cannot be had.
    """
    while True:
        folder = home / random_name(prefix)
        folder.mkdir(0o700 if private else 0o777)
        try:
            descriptor = os.open(folder, _FOLDER | os.O_NOFOLLOW)
        except FileNotFoundError:
            # A sweep took it for a dead one before the folder was opened.
            continue
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        except OSError:
            if not private:
                os.close(descriptor)
                folder.rmdir()
                raise
        # Or between opening and locking.
        if folder.exists():
            return folder, descriptor
        os.close(descriptor)


def open_regular(path: Path) -> BufferedReader:
    """Open the regular file at `path` for reading; links, folders and pipes are refused.

    Raises OSError with a message that names what stands there.
    """
    if path.is_symlink():
        raise OSError(errno.ELOOP, "it is a symbolic link", str(path))
    # The opener keeps the path as the file's name, for messages.
    file = open(path, "rb", opener=lambda name, flags: os.open(name, flags | _LOOK))  # noqa: SIM115 the caller closes it
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, "it is not a regular file", str(path))
    return file


def _new_locked_file(folder: Path) -> tuple[Path, BinaryIO]:
    """Return a new file in `folder`, locked."""
    while True:
        path = folder / random_name(_TEMPORARY)
        file = path.open("xb")
        with suppress(OSError):
            fcntl.flock(file, fcntl.LOCK_EX)
        # A sweep may have removed it between creation and lock.
        if path.exists():
            return path, file
        file.close()


def _is_abandoned(path: Path) -> bool:
    try:
        found = os.open(path, _LOOK)
    except OSError:
        return False
    try:
        fcntl.flock(found, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return stat.S_ISREG(os.fstat(found).st_mode)
    except OSError:
        return False
    finally:
        os.close(found)
