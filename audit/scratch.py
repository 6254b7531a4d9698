"""Folders that live as long as a run: locked while it lives, so that the next one can remove what a kill left."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import stat
import tempfile
from abc import ABC, abstractmethod
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from audit.atomic import lock, locked_folder

# Hidden where it lies beside a user's files. Behind it stand the digits of atomic.random_name.
PREFIX: Final = ".corpus-audit-run-"
_OURS: Final = re.compile(re.escape(PREFIX) + r"[0-9a-f]{16}")


class Closing(ABC):
    """A context manager that gives itself and closes at the end."""

    __slots__ = ()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    @abstractmethod
    def close(self) -> None:
        """Give back what it holds."""


class Scratch(Closing):
    """A new empty folder of nobody else's in `parent` (or where temporary files go); a context manager.

    Made at once and removed by `close`; closing twice is fine.
    """

    def __init__(self, parent: Path | None = None) -> None:
        home = Path(tempfile.gettempdir()) if parent is None else parent
        _sweep(home)
        self.path, held = locked_folder(home, PREFIX, private=True)
        self._lock: int | None = held

    def close(self) -> None:
        """Remove the folder with all that is in it."""
        held, self._lock = self._lock, None
        if held is not None:
            shutil.rmtree(self.path, ignore_errors=True)
            os.close(held)


@cache
def _sweep(home: Path) -> None:
    """Remove what killed runs left in `home`: folders of ours whose lock nobody holds. Once for a process."""
    with suppress(OSError), os.scandir(home) as entries:
        for name in [entry.name for entry in entries if _OURS.fullmatch(entry.name)]:
            _remove_dead(home / name)


def _remove_dead(folder: Path) -> None:
    with suppress(OSError):
        found = folder.lstat()
        # Of others, in a folder that all share, nothing is removed, and nothing that others may change.
        if found.st_uid != os.geteuid() or found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            return
        held = lock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if held is not None:
            shutil.rmtree(folder, ignore_errors=True)
            os.close(held)
