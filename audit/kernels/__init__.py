"""The hot loops, compiled by numba once and kept on disk.

A run compiles them, or finds them compiled, in the parent before its workers start: `load`.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

from audit.kernels.kept import mark_complete


def load() -> None:
    """Import every module of kernels; what is not on disk yet is compiled, which a line on stderr says."""
    for module in walk_packages(__path__, f"{__name__}."):
        import_module(module.name)
    mark_complete()
