"""Where results are kept, and how many bytes of them."""

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
# The number changes with what the files mean.
_INSIDE: Final = "documents-1"
_OTHERS_MAY_WRITE: Final = stat.S_IWGRP | stat.S_IWOTH


@dataclass(frozen=True, slots=True)
class CacheFolder:
    """A folder of results of this `program`, at most `largest` bytes; `since` is when this run began, nanoseconds.

    What this run put there or used is not removed by it.
    """

    folder: Path
    program: bytes
    largest: int
    since: int


def cache_folder(given: str | Path | None = None, largest: int | None = None) -> CacheFolder | None:
    """Return the folder that is given, else the one that AUDIT_CACHE_DIR names, else that of the user; it is made.

    None where the user has no such folder, or others may write there: what they put there would count as found.
    Raises UsageError when that is so of a folder that was given, or when `largest` is no number of bytes.
    """
    if largest is not None and (isinstance(largest, bool) or not isinstance(largest, int) or largest < 1):
        raise UsageError(f"the size of the cache is a whole number of bytes above 0, not {largest!r}")
    folder = (_home() if given is None else Path(given)) / _INSIDE
    fault = _fault(folder)
    if fault is None:
        return CacheFolder(folder.absolute(), program(), largest or LARGEST, time.time_ns())
    if given is not None:
        raise UsageError(
            f"the cache {visible(str(given))} {fault}; name a folder of your own, or go without (--no-cache)"
        )
    return None


def _home() -> Path:
    chosen = os.environ.get(VARIABLE)
    return Path(chosen) if chosen else _of_the_user()


def _of_the_user() -> Path:
    said = Path(os.environ.get("XDG_CACHE_HOME") or "")
    # Without a home the path stays as it is, and cannot be made.
    caches = said if said.is_absolute() else Path(os.path.expanduser("~/.cache"))  # noqa: PTH111 see above
    return caches / "corpus-audit"


def _fault(folder: Path) -> str | None:
    """Return why the folder, which is made when it is not there, cannot be used; None when it can."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(0o700, exist_ok=True)
        found = folder.lstat()
    except OSError as error:
        return f"cannot be used ({error.strerror})"
    if not stat.S_ISDIR(found.st_mode):
        return "is no folder"
    if found.st_uid != os.geteuid() or found.st_mode & _OTHERS_MAY_WRITE:
        return "may be written by others than this user"
    return None if os.access(folder, os.R_OK | os.W_OK | os.X_OK) else "cannot be written"
