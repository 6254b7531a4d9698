"""The hot loops, compiled by numba once and kept on disk.

A run compiles them, or finds them compiled, in the parent before its workers start: `load`.
"""

from __future__ import annotations

from importlib import import_module
from typing import Final

# Every module of this room that holds kernels.
KERNELS: Final[tuple[str, ...]] = ()


def load() -> None:
    """Import all kernels; those that are not on disk yet are compiled, which a line on stderr says."""
    for name in KERNELS:
        import_module(f"audit.kernels.{name}")
