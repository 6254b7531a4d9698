"""Releases that appear whole or not at all: staging, locking, moving into place.

Single files are the business of audit.atomic. The order that survives a power cut is the same: write and sync every
file, sync the folders, rename, sync the folder above.
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

# A name with a dot is no version, and `datasets` overlooks it.
_STAGING: Final = ".staging-"
# Just the names that `staging` makes: what else lies in the folder is not ours to remove.
_STAGED: Final = re.compile(rf"{re.escape(_STAGING)}[0-9a-f]{{16}}")


@contextmanager
def staging(home: Path) -> Iterator[Path]:
    """Give a new empty folder in `home` to build a release in; what is left of it at the end is removed.

    The folder is locked while we live, so that the next releaser can tell it from one whose owner was killed. Folders
    that were made for it go again where nothing came to lie in them.
    """
    made = [path for path in (home, *home.parents) if not path.exists()]
    home.mkdir(parents=True, exist_ok=True)
    _sweep(home)
    folder, held = locked_folder(home, _STAGING)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(held)
        with suppress(OSError):
            for path in made:
                path.rmdir()


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Wait until no other releaser is putting something into `home`, and keep it so; freed by a kill as well."""
    held = os.open(home, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        sweep(home)
        yield
    finally:
        os.close(held)


def put(staged: Path, final: Path) -> None:
    """Move the folder `staged` to `final` in one step, synced.

    Raises UsageError when something is there: what is released is never overwritten.
    """
    move(staged, final)
    settle(final.parent)


def move(staged: Path, final: Path) -> None:
    """Move the synced folder `staged` to `final` in one step; an error means that nothing was moved.

    What was moved survives a power cut only when the folder above is settled, too.
    Raises UsageError when something is there.
    """
    for path in sorted(staged.rglob("*")):
        sync(path)
    sync(staged)
    try:
        staged.rename(final)
    except (FileExistsError, NotADirectoryError) as error:
        raise UsageError(already_there(final)) from error
    except OSError as error:
        if final.exists():
            raise UsageError(already_there(final)) from error
        raise


def settle(folder: Path) -> None:
    """Return when the disk knows what lies in `folder`."""
    sync(folder)


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


def _sweep(home: Path) -> None:
    """Remove what releasers left that were killed: nobody holds the lock of their folder any more."""
    for folder in sorted(home.iterdir()):
        held = lock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB) if _STAGED.fullmatch(folder.name) else None
        if held is not None:
            shutil.rmtree(folder, ignore_errors=True)
            os.close(held)
