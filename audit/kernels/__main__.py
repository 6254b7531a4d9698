"""Compiles the kernels of some modules by numba, ignoring shipped bitcode: `python -m audit.kernels MODULE...`."""

from __future__ import annotations

import gc
import sys
from importlib import import_module

from audit.hidden_packages import hide
from audit.kernels.compiler import declared


def main(modules: list[str]) -> None:
    """Compile the kernels declared by these modules, and cache them."""
    # A short process whose objects are mostly numba's own: garbage collection would take a seventh of the time.
    gc.disable()
    hide("scipy")
    for name in modules:
        import_module(name)
    for each in declared():
        if each.function.__module__ in modules and each.file.read() is None:
            each.keep(each.translate())


if __name__ == "__main__":
    main(sys.argv[1:])
