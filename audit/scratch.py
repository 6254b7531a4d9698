"""Temporary folders of a run, locked while it lives so that a later run can remove the leftovers of a killed one."""

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

# Hidden, since it may lie beside a user's files; followed by the digits of atomic.random_name.
PREFIX: Final = ".corpus-audit-run-"
_OURS: Final = re.compile(re.escape(PREFIX) + r"[0-9a-f]{16}")


class Closing(ABC):
    """A context manager that returns itself and calls `close` on exit."""

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
        """Release the resources."""


class Scratch(Closing):
    """A new private folder in `parent` (default: the system's temporary folder); a context manager.

    Created on construction and removed by `close`, which may be called twice.
    """

    def __init__(self, parent: Path | None = None) -> None:
        home = Path(tempfile.gettempdir()) if parent is None else parent
        _sweep(home)
        self.path, descriptor = locked_folder(home, PREFIX, private=True)
        self._lock: int | None = descriptor

    def close(self) -> None:
        """Remove the folder and its contents."""
        descriptor, self._lock = self._lock, None
        if descriptor is not None:
            shutil.rmtree(self.path, ignore_errors=True)
            os.close(descriptor)


@cache
def _sweep(home: Path) -> None:
    """Remove folders of killed runs in `home`, recognised by their unheld lock. Once per process."""
    with suppress(OSError), os.scandir(home) as entries:
        for name in [entry.name for entry in entries if _OURS.fullmatch(entry.name)]:
            _remove_dead(home / name)


def _remove_dead(folder: Path) -> None:
    with suppress(OSError):
        found = folder.lstat()
        # In a shared temporary folder, folders of other users, or writable by others, are left alone.
        if found.st_uid != os.geteuid() or found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            return
        descriptor = lock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if descriptor is not None:
            shutil.rmtree(folder, ignore_errors=True)
            os.close(descriptor)
