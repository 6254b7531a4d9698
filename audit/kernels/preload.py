"""Kernels prepared before their first call, and what every worker would work out again, before they are forked."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib import import_module
from pkgutil import walk_packages
from typing import Final

from audit.cores import usable_cores
from audit.kernels.bitcode import shipped
from audit.kernels.compiler import Kernel, declared
from audit.kernels.derived import AHEAD
from audit.kernels.kernel_cache import SOURCES, announce, is_complete, kernel_folder, mark_complete

_PACKAGE: Final = "audit.kernels"


def load() -> None:
    """Make sure that every kernel is compiled and cached.

    Kernels changed since their bitcode was made are compiled by numba, with a message on stderr: each core compiles a
    share of the modules in a process of its own, so that numba is not imported here. Failures are retried, and raised,
    when the kernel is called.
    """
    if is_complete():
        return
    kernel_folder()  # a folder for this run alone is made once, for all
    missing = [each for each in all_kernels() if each.file.read() is None]
    changed = sorted({each.function.__module__ for each in missing if shipped(each.function, each.arguments) is None})
    if changed:
        announce()
    with suppress(OSError):
        running = [
            # -P: a numpy.py in the user's folder must not shadow numpy.
            subprocess.Popen([sys.executable, "-P", "-m", _PACKAGE, *share])  # noqa: S603
            for share in _shares(changed)
        ]
        for each in missing:
            if each.function.__module__ not in changed:
                each.compile()
        ended = [process.wait() for process in running]
        if not any(ended):
            mark_complete()


def all_kernels() -> list[Kernel]:
    """Return all kernels of the program."""
    for found in walk_packages([str(SOURCES)], f"{_PACKAGE}."):
        import_module(found.name)
    return [each for each in declared() if each.function.__module__.startswith(f"{_PACKAGE}.")]


def _shares(modules: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the modules in as many shares as there are cores."""
    cores = usable_cores()
    yield from (share for n in range(cores) if (share := modules[n::cores]))


def work_ahead() -> None:
    """Link the kernels of imported modules, and work out all that these asked for, once all kernels are compiled."""
    if not is_complete():
        return
    for work in (*(each.linked for each in declared()), *AHEAD):
        with suppress(OSError):
            work()
