"""Optional dependencies hidden from a process to save the time and memory of importing them.

pyarrow imports pandas (0.5 s, 50 MB) to test whether a list is a frame, numba imports scipy for linear algebra that no
kernel uses, and pyspark only tests whether it is installed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


def hide(*packages: str) -> None:
    """Hide the packages in this process, which must be our own; modules already imported stay."""
    sys.meta_path.insert(0, _HidingFinder(frozenset(packages)))


def unhide() -> None:
    """Make the hidden packages importable again, for a task that needs them."""
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, _HidingFinder)]


@contextmanager
def hidden(*packages: str) -> Iterator[None]:
    """Hide the packages within the block, in any process; modules already imported stay.

    `importlib.util.find_spec` finds none of them.
    """
    absent = [package for package in packages if package not in sys.modules]
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for package in absent:
            del sys.modules[package]


@dataclass(frozen=True, slots=True)
class _HidingFinder:
    packages: frozenset[str]

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> None:
        if name in self.packages:
            raise ModuleNotFoundError(f"this process must not import {name}", name=name)
