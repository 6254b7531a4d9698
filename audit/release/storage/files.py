"""Atomic publication of folders: staging, locking, moving into place.

Single files are handled by audit.atomic. The order survives a power cut: write and fsync all files, fsync the folders,
rename, fsync the parent.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from audit.atomic import lock, locked_folder, sweep, sync
from audit.errors import UsageError
from audit.untrusted import Digest

# The leading dot excludes it from versions and from `datasets`.
_STAGING: Final = ".staging-"
# The names made by `staging`; nothing else is swept.
STAGED: Final = re.compile(rf"{re.escape(_STAGING)}[0-9a-f]{{16}}")


@contextmanager
def staging(home: Path) -> Iterator[Path]:
    """Yield a new empty folder in `home` for building a release; leftovers are removed on exit.

    The folder is locked meanwhile, so that a later run can tell it from one whose owner was killed. Parent folders
    created for it are removed if they stay empty.
    """
    made = [path for path in (home, *home.parents) if not path.exists()]
    home.mkdir(parents=True, exist_ok=True)
    _sweep(home)
    folder, descriptor = locked_folder(home, _STAGING)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(descriptor)
        with suppress(OSError):
            for path in made:
                path.rmdir()


@contextmanager
def publication_lock(home: Path) -> Iterator[None]:
    """Hold the exclusive publication lock of `home`, waiting for it; a kill releases it."""
    descriptor = os.open(home, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        sweep(home)
        yield
    finally:
        os.close(descriptor)


def place_folder(staged: Path, final: Path) -> None:
    """Move the folder `staged` to `final` atomically and durably.

    Raises UsageError if something exists there: releases are never overwritten.
    """
    move(staged, final)
    sync(final.parent)


def move(staged: Path, final: Path) -> None:
    """Move the synced folder `staged` to `final` atomically; on error nothing was moved.

    It is durable only once the parent folder is synced, too. Raises UsageError if something exists there.
    """
    for path in sorted(staged.rglob("*")):
        sync(path)
    sync(staged)
    try:
        staged.rename(final)
    except (FileExistsError, NotADirectoryError) as error:
        raise UsageError(exists_already(final)) from error
    except OSError as error:
        if final.exists():
            raise UsageError(exists_already(final)) from error
        raise


def exists_already(final: Path) -> str:
    """Return the message refusing to overwrite a release."""
    return f"{final} already exists, and a release is never overwritten: use another version, or let --bump choose it"


def files_below(folder: Path) -> tuple[str, ...]:
    """Return the sorted POSIX paths of all non-folders below `folder`; links are listed, not followed."""
    found = (Path(root, name) for root, _, names in os.walk(folder) for name in names)
    linked = (Path(root, name) for root, names, _ in os.walk(folder) for name in names if Path(root, name).is_symlink())
    return tuple(sorted(path.relative_to(folder).as_posix() for path in (*found, *linked)))


def sha256_of(path: Path) -> Digest:
    """Return the hexadecimal SHA-256 of a file."""
    with path.open("rb") as file:
        return Digest(hashlib.file_digest(file, "sha256").hexdigest())


def _sweep(home: Path) -> None:
    """Remove staging folders of killed runs, recognised by their unheld lock."""
    for folder in sorted(home.iterdir()):
        descriptor = lock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB) if STAGED.fullmatch(folder.name) else None
        if descriptor is not None:
            shutil.rmtree(folder, ignore_errors=True)
            os.close(descriptor)
