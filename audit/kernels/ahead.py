"""Kernels compiled ahead of their first call, each core a share of them, and where they are kept from run to run.

Those that compare texts with each other, which a handful of files seldom calls for, wait until one of them is called.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from pkgutil import walk_packages
from typing import Final

from audit.kernels.kept import CACHE, SOURCES, is_complete, mark_complete, place

_PACKAGE: Final = "audit.kernels"
# They compile the others, and declare none.
_DOORS: Final = frozenset(
    {
        f"{_PACKAGE}.{name}"
        for name in ("__main__", "ahead", "build", "compiler", "derived", "kept", "linker", "signatures", "unrun")
    }
)


# A third of the work of compiling; all are called in the parent.
_LATE: Final = frozenset(
    f"{_PACKAGE}.{name}"
    for name in (
        *("duplication.agreement", "duplication.compare", "duplication.hold", "duplication.items"),
        *("duplication.unique", "paraphrase.similarity"),
    )
)


def load(*, late: bool = False) -> None:
    """See that every kernel is kept, but for the late ones; what is not yet is compiled, which a line on stderr says.

    Each core compiles a share of the modules, in a process of its own: numba stays out of this one. What fails there
    is tried again when the kernel is called, and fails then.
    """
    if is_complete(late=late):
        return
    announce()
    place()  # a folder for this run alone is made once, for all
    with suppress(OSError):
        # -P: a file numpy.py in the folder of the user must not be imported as numpy.
        running = [subprocess.Popen([sys.executable, "-P", "-m", _PACKAGE, *share]) for share in _shares(late=late)]  # noqa: S603
        ended = [process.wait() for process in running]
        if not any(ended):
            mark_complete(late=late)


def is_late(module: str) -> bool:
    """Return whether the kernels of a module wait until one of them is called."""
    return module in _LATE


def modules() -> Iterator[str]:
    """Yield the names of the modules that hold kernels, or parts of them."""
    yield from (found.name for found in walk_packages([str(SOURCES)], f"{_PACKAGE}.") if found.name not in _DOORS)


def _shares(*, late: bool) -> list[list[str]]:
    """Return the modules, late or not, in as many shares as there are cores, about as large."""
    names = [name for name in modules() if is_late(name) is late]
    sizes = {name: Path(SOURCES, *name.split(".")[2:]).with_suffix(".py") for name in names}
    largest_first = sorted(sizes, key=lambda name: (-sizes[name].stat().st_size if sizes[name].exists() else 0, name))
    cores = os.cpu_count() or 1
    return [share for n in range(cores) if (share := largest_first[n::cores])]


def kept() -> str:
    """Return a sentence that says where kernels are kept from run to run, or how that could be."""
    found = place()
    if found.lasts:
        return f"they are kept in {str(found.folder)!a} for the next run"
    return (
        f"they cannot be kept for the next run, since {' and '.join(found.refused)}: set {CACHE} to a folder of your "
        "own, or have someone who may write to the installation run audit --warm once"
    )


def announce(said: list[bool] = []) -> None:  # noqa: B006 once for a process
    """Say, once, that kernels are being compiled: it takes a while, and only the first time where they can be kept."""
    if not said:
        said.append(True)
        sys.stderr.write(f"audit: compiling its inner loops (some ten seconds); {kept()}\n")
