"""What keeps a worker small while it lives and quick when it ends."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import NoReturn


def without(*packages: str) -> None:
    """Keep packages out of this process, which must be one of our own: for it they are not installed.

    pyarrow imports pandas, half a second and 50 MB, to ask whether a list is a frame; numba imports scipy, as much
    again, for linear algebra that no kernel has use for.
    """
    sys.meta_path.insert(0, _Without(frozenset(packages)))


def with_all() -> None:
    """Let this process have again what it did without: one of its tasks needs it."""
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, _Without)]


def end() -> NoReturn:
    """End the process: Arrow's and polars' threads need no goodbye, and a worker that lingers would hold its parent."""
    os._exit(0)


@dataclass(frozen=True, slots=True)
class _Without:
    packages: frozenset[str]

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> None:
        if name in self.packages:
            raise ModuleNotFoundError(f"this process does without {name}", name=name)
