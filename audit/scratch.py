"""Folders that live as long as a run: locked while it lives, so that the next one can remove what a kill left."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import stat
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Final, Self

# Hidden where it lies beside a user's files. Behind it stand eight characters of tempfile's choice.
PREFIX: Final = ".corpus-audit-run-"
_OURS: Final = re.compile(re.escape(PREFIX) + r"[a-z0-9_]{8}")


class Scratch:
    """A new empty folder of nobody else's in `parent` (or where temporary files go); a context manager.

    Made at once and removed by `close`; closing twice is fine.
    """

    def __init__(self, parent: Path | None = None) -> None:
        home = Path(tempfile.gettempdir()) if parent is None else parent
        _sweep(home)
        self.path, lock = _locked_folder(home)
        self._lock: int | None = lock

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Remove the folder with all that is in it."""
        lock, self._lock = self._lock, None
        if lock is not None:
            shutil.rmtree(self.path, ignore_errors=True)
            os.close(lock)


def _locked_folder(home: Path) -> tuple[Path, int]:
    while True:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=home))
        lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        # A disk that knows no locks has none that a sweeper could take either.
        with suppress(OSError):
            fcntl.flock(lock, fcntl.LOCK_EX)
        # Between the two a sweeper may have taken it for a dead one.
        if folder.exists():
            return folder, lock
        os.close(lock)


@cache
def _sweep(home: Path) -> None:
    """Remove what killed runs left in `home`: folders of ours whose lock nobody holds. Once for a process."""
    with suppress(OSError), os.scandir(home) as entries:
        for name in [entry.name for entry in entries if _OURS.fullmatch(entry.name)]:
            _remove_dead(home / name)


def _remove_dead(folder: Path) -> None:
    with suppress(OSError):
        lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            found = os.fstat(lock)
            # Of others, in a folder that all share, nothing is removed, and nothing that others may change.
            if found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)
        finally:
            os.close(lock)
