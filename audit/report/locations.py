"""Paths of findings' files relative to the working folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from audit.text.ids import container_of

_LIKE_A_RECORD: Final = re.compile(r"(?<!\\)(\\*)\\(#[0-9]+)\Z")


@dataclass(frozen=True, slots=True)
class Locations:
    """Maps ids to paths. `prefix` is the input's path, relative if it lies below the working folder.

    `is_below` tells whether it does; `is_file` that the input is a single file.
    """

    prefix: str
    is_below: bool = True
    is_file: bool = False

    @staticmethod
    def of(root: Path, working: Path) -> Locations:
        """Return the locations for the input `root`, seen from the folder `working`."""
        whole, home = root.absolute().resolve(), working.resolve()
        is_below = whole.is_relative_to(home)
        prefix = whole.relative_to(home).as_posix() if is_below else whole.as_posix()
        return Locations("" if prefix == "." else prefix, is_below, whole.is_file())

    def path(self, id: str) -> str:
        """Return the path of the file that contains the document with this id."""
        if self.is_file:
            return self.prefix
        file = _file_of(id)
        return f"{self.prefix}/{file}" if self.prefix else file

    def name(self, id: str) -> str:
        """Return the id relative to the repository, whichever of its files are read."""
        if not self.is_below:
            return id
        if self.is_file:
            container = container_of(id)
            return self.prefix + (id[len(container) :] if container else "")
        return f"{self.prefix}/{id}" if self.prefix else id


def _file_of(id: str) -> str:
    """Return the path of a document's file or container."""
    container = container_of(id)
    if container is not None:
        return container
    return _LIKE_A_RECORD.sub(lambda found: found[1][: len(found[1]) // 2] + found[2], id)
