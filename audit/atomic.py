"""Files that are there whole or not at all, and that no link laid in their way leads elsewhere.

A file is made new under a name that nobody can guess, beside its place, and moved there in one step. While it is being
written it is locked, so that whoever sweeps a folder can tell it from one whose writer was killed. The order that
survives a power cut: write and sync the file, rename it, sync the folder.
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

_BESIDE: Final = ".beside-"
_RANDOM_BYTES: Final = 8
# Just the names that `replacing` makes: nothing else is ever swept.
_OURS: Final = re.compile(re.escape(_BESIDE) + rf"[0-9a-f]{{{2 * _RANDOM_BYTES}}}")
_FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
# O_NONBLOCK: a pipe without a writer would be waited for.
_LOOK: Final = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC

# Some network and FUSE file systems have no fsync for folders.
_CANNOT_SYNC: Final = frozenset({errno.EINVAL, errno.ENOTSUP})


@contextmanager
def creating(path: Path) -> Iterator[BinaryIO]:
    """Give the new file `path` to be written; it is on the disk at the end, and gone when that is an exception.

    Raises FileExistsError when anything is there, a link that leads nowhere as well.
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
    """Give a new file to be written that takes the place of `path` at the end, unless that is an exception.

    A reader sees the old file or the new one, never a part. A link at `path` is replaced, not followed.
    """
    beside, file = _beside(path.parent)
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
            beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    sync(path.parent)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that was not there; it is on the disk when this returns."""
    with creating(path) as file:
        file.write(content)


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` in the place of `path`, unless that is what it holds."""
    if path.is_file() and not path.is_symlink() and path.read_bytes() == content:
        return
    with replacing(path) as file:
        file.write(content)


def sweep(folder: Path) -> None:
    """Remove what killed writers left in `folder`: files under our names that nobody holds the lock of."""
    for path in sorted(folder.iterdir()):
        if _OURS.fullmatch(path.name) and _is_left(path):
            path.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Have the file or folder on the disk, as it is, where the file system can be asked for that."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise
    finally:
        os.close(descriptor)


def random_name(prefix: str) -> str:
    """Return `prefix` and 16 hexadecimal digits that nobody can guess."""
    return prefix + secrets.token_hex(_RANDOM_BYTES)


def lock(folder: Path, how: int) -> int | None:
    """Return a descriptor that locks `folder` as fcntl's `how` says until it is closed; None where that fails.

    A link is not followed.
    """
    try:
        held = os.open(folder, _FOLDER | os.O_NOFOLLOW)
    except OSError:
        return None
    with suppress(OSError):
        fcntl.flock(held, how)
        return held
    os.close(held)
    return None


def locked_folder(home: Path, prefix: str, *, private: bool = False) -> tuple[Path, int]:
    """Return a new folder in `home`, and the descriptor that keeps it locked: who sweeps leaves it alone.

    A private one is for this user's eyes only, and does without the lock on a disk that knows none: there no sweeper
    could take it either. Raises OSError where a lock is needed and cannot be had.
    """
    while True:
        folder = home / random_name(prefix)
        folder.mkdir(0o700 if private else 0o777)
        try:
            held = os.open(folder, _FOLDER | os.O_NOFOLLOW)
        except FileNotFoundError:
            # Not even opened yet, a sweeper took it for a dead one.
            continue
        try:
            fcntl.flock(held, fcntl.LOCK_EX)
        except OSError:
            if not private:
                os.close(held)
                folder.rmdir()
                raise
        # Nor may one have taken it between opening and locking it.
        if folder.exists():
            return folder, held
        os.close(held)


def open_regular(path: Path) -> BufferedReader:
    """Return the file at `path` open for reading; its name may not be that of a link, a folder or a pipe.

    Raises OSError otherwise, with words for what stands there.
    """
    if path.is_symlink():
        raise OSError(errno.ELOOP, "it is a link", str(path))
    # The opener keeps the path as the file's name, for messages.
    file = open(path, "rb", opener=lambda name, flags: os.open(name, flags | _LOOK))  # noqa: SIM115 the caller closes it
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, "it is no regular file", str(path))
    return file


def _beside(folder: Path) -> tuple[Path, BinaryIO]:
    """Return a new file in `folder`, locked."""
    while True:
        path = folder / random_name(_BESIDE)
        file = path.open("xb")
        with suppress(OSError):
            fcntl.flock(file, fcntl.LOCK_EX)
        # Between making and locking it a sweeper may have taken it for a dead one.
        if path.exists():
            return path, file
        file.close()


def _is_left(path: Path) -> bool:
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
