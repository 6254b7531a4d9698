"""The location and the size limit of the cache."""

from __future__ import annotations

import os
import stat
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from audit.cache.program_digest import program_digest
from audit.errors import UsageError
from audit.text.visible import visible
from audit.user_cache import CACHE, OTHERS_MAY_WRITE, user_cache

# About 600,000 news articles.
LARGEST: Final = 4 << 30
# The format version of the files.
_INSIDE: Final = "documents-1"


@dataclass(frozen=True, slots=True)
class CacheFolder:
    """A cache folder for this `program` of at most `largest` bytes; `since` is the start of this run in nanoseconds.

    Entries written or used since then are not evicted by it.
    """

    folder: Path
    program: bytes
    largest: int
    since: int

    def is_empty(self) -> bool:
        """Return whether it holds no file that a run could find."""
        try:
            return not any(self.folder.iterdir())
        except OSError:
            return True


def cache_folder(given: str | Path | None = None, largest: int | None = None) -> CacheFolder | None:
    """Return the given folder, else AUDIT_CACHE_DIR, else the user's cache folder; created if missing.

    None if the user has no such folder or others may write to it, since its content is trusted. Raises UsageError if
    that holds for a given folder, or if `largest` is invalid.
    """
    if largest is not None and (isinstance(largest, bool) or not isinstance(largest, int) or largest < 1):
        raise UsageError(f"the size of the cache is a whole number of bytes above 0, not {largest!r}")
    home = _home() if given is None else Path(given)
    if home is None:
        return None
    folder = home / _INSIDE
    fault = _fault(folder)
    if fault is None:
        return CacheFolder(folder.absolute(), program_digest(), largest or LARGEST, time.time_ns())
    if given is not None:
        raise UsageError(
            f"the cache {visible(str(given))} {fault}; name a folder that you own, or disable it (--no-cache)"
        )
    return None


def _home() -> Path | None:
    chosen = os.environ.get(CACHE)
    return Path(chosen) if chosen else user_cache()


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
    if found.st_uid != os.geteuid() or found.st_mode & OTHERS_MAY_WRITE:
        return "is writable by other users"
    return None if os.access(folder, os.R_OK | os.W_OK | os.X_OK) else "is not writable"
