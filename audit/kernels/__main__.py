"""Compiles the kernels of some modules, whatever bitcode there is: `python -m audit.kernels MODULE...`."""

from __future__ import annotations

import gc
import sys
from importlib import import_module

from audit.absent import without
from audit.kernels.compiler import declared


def main(modules: list[str]) -> None:
    """Have numba compile the kernels that these modules declare, and keep them."""
    # It ends soon, and half of what lives is numba's own: looking for what may go is a seventh of the time.
    gc.disable()
    without("scipy")
    for name in modules:
        import_module(name)
    for each in declared():
        if each.function.__module__ in modules and each.file.read() is None:
            each.keep(each.translate())


if __name__ == "__main__":
    main(sys.argv[1:])
