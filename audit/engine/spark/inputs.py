"""A task's inputs at a URL, downloaded by the executor and removed afterwards."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from audit.engine.engine import Portable
from audit.engine.task import Item, Task
from audit.ledger import QUARANTINE
from audit.remote.local_copies import fetch_files
from audit.remote.storage import Storage

_UNFETCHED = "unfetched"


class Inputs:
    """A folder with the inputs of one task at a time; `root` is what the program reads."""

    def __init__(self, portable: Portable, folder: Path) -> None:
        self._storage = Storage.at(portable.url or "")
        self._folder = folder
        folder.mkdir()
        # A single named file, not a folder.
        self._is_file = self._storage.is_file()
        self.root = folder / portable.root.name if self._is_file else folder

    def fetched(self, task: Task) -> Task:
        """Return the task with its inputs downloaded; those that fail after several tries are quarantined."""
        files = {item.path: None for item in task.items if not item.code}
        lost = fetch_files(self._storage, files, self._folder, is_file=self._is_file)
        return replace(task, items=tuple(_without(item, lost.get(item.path)) for item in task.items))

    def clear(self) -> None:
        """Remove the inputs."""
        for path in self._folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _without(item: Item, reason: str | None) -> Item:
    return item if reason is None else replace(item, code=_UNFETCHED, detail=f"{reason}; {QUARANTINE[_UNFETCHED]}")
