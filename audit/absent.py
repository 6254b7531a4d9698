"""Packages that a process does without: for it they are not installed, which spares it their import.

pyarrow imports pandas, half a second and 50 MB, to ask whether a list is a frame; numba imports scipy, as much again,
for linear algebra that no kernel has use for; pyspark only looks whether it is there.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


def without(*packages: str) -> None:
    """Keep packages out of this process, which must be one of our own; what is imported already stays."""
    sys.meta_path.insert(0, _Without(frozenset(packages)))


def with_all() -> None:
    """Let this process have again what it did without: one of its tasks needs it."""
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, _Without)]


@contextmanager
def without_meanwhile(*packages: str) -> Iterator[None]:
    """Keep packages out of a process, whosever it is, as long as what runs inside does; what is imported already stays.

    Who only looks whether one is there (`importlib.util.find_spec`) is told that it is not.
    """
    absent = [package for package in packages if package not in sys.modules]
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for package in absent:
            del sys.modules[package]


@dataclass(frozen=True, slots=True)
class _Without:
    packages: frozenset[str]

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> None:
        if name in self.packages:
            raise ModuleNotFoundError(f"this process does without {name}", name=name)
