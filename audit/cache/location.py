"""The location and the size limit of the cache."""

from __future__ import annotations

import os
import stat
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from audit.cache.sources import program
from audit.errors import UsageError
from audit.text.visible import visible

VARIABLE: Final = "AUDIT_CACHE_DIR"
# About 600,000 news articles.
LARGEST: Final = 4 << 30
# The format version of the files.
_INSIDE: Final = "documents-1"
_OTHERS_MAY_WRITE: Final = stat.S_IWGRP | stat.S_IWOTH


@dataclass(frozen=True, slots=True)
class CacheFolder:
    """A cache folder for this `program` of at most `largest` bytes; `since` is the start of this run in nanoseconds.

    Entries written or used since then are not evicted by it.
    """

    folder: Path
    program: bytes
    largest: int
    since: int


def cache_folder(given: str | Path | None = None, largest: int | None = None) -> CacheFolder | None:
    """Return the given folder, else AUDIT_CACHE_DIR, else the user's cache folder; created if missing.

    None if the user has no such folder or others may write to it, since its content is trusted. Raises UsageError if
    that holds for a given folder, or if `largest` is invalid.
    """
    if largest is not None and (isinstance(largest, bool) or not isinstance(largest, int) or largest < 1):
        raise UsageError(f"the size of the cache is a whole number of bytes above 0, not {largest!r}")
    folder = (_home() if given is None else Path(given)) / _INSIDE
    fault = _fault(folder)
    if fault is None:
        return CacheFolder(folder.absolute(), program(), largest or LARGEST, time.time_ns())
    if given is not None:
        raise UsageError(
            f"the cache {visible(str(given))} {fault}; name a folder that you own, or disable it (--no-cache)"
        )
    return None


def _home() -> Path:
    chosen = os.environ.get(VARIABLE)
    return Path(chosen) if chosen else _of_the_user()


def _of_the_user() -> Path:
    stated = Path(os.environ.get("XDG_CACHE_HOME") or "")
    # Without a home the path stays unexpanded, and cannot be created.
    caches = stated if stated.is_absolute() else Path(os.path.expanduser("~/.cache"))  # noqa: PTH111 see above
    return caches / "corpus-audit"


def _fault(folder: Path) -> str | None:
    """Return why the folder, created if missing, cannot be used; None if it can."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(0o700, exist_ok=True)
        found = folder.lstat()
    except OSError as error:
        return f"cannot be used ({error.strerror})"
    if not stat.S_ISDIR(found.st_mode):
        return "is not a folder"
    if found.st_uid != os.geteuid() or found.st_mode & _OTHERS_MAY_WRITE:
        return "is writable by other users"
    return None if os.access(folder, os.R_OK | os.W_OK | os.X_OK) else "is not writable"
