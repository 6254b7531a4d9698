"""The process of a command: limits raised, packages hidden, workers forked, since it runs nothing else."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from audit.engine.fork_server import fork_server
from audit.errors import MachineError
from audit.hidden_packages import hide

_IS_OWN: Final[ContextVar[bool]] = ContextVar("is own", default=False)
# Band files of the duplicate search, part files and pipes: a few hundred at most.
_OPEN_FILES: Final = 4096
# Address space of a worker measured on two cores, most of it untouched, plus stacks and arenas per further core. With
# less numpy, polars and llvm abort the process, and a verdict might cover inputs that were not read.
_ADDRESS_SPACE: Final = 2560 << 20
_FOR_A_CORE: Final = 128 << 20
_CORES: Final = 2


def declare_own_process() -> None:
    """Declare that this process runs one command and nothing else."""
    _IS_OWN.set(True)


@contextmanager
def workers_preloaded() -> Iterator[None]:
    """Import what workers need once, before forking them, without pandas.

    In a process of somebody else nothing is done, and a program of its own forks workers (audit.engine.local).
    """
    if not _IS_OWN.get():
        yield
        return
    hide("pandas")
    from audit.worker.ready import prepare

    prepare()
    with fork_server():
        yield


def use_limits() -> None:
    """Raise the limit on open files as far as allowed.

    Raises MachineError if the address space limit (ulimit -v) is below what a worker maps.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _OPEN_FILES if hard == resource.RLIM_INFINITY else min(hard, _OPEN_FILES)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    room, _ = resource.getrlimit(resource.RLIMIT_AS)
    needed = _ADDRESS_SPACE + max(0, (os.cpu_count() or 1) - _CORES) * _FOR_A_CORE
    if room != resource.RLIM_INFINITY and room < needed:
        raise MachineError(
            f"the address space of a process is limited to {room >> 20} MiB, but a worker maps {needed >> 20} MiB, "
            f"most of it unused: raise the limit (ulimit -v {needed >> 10}), or limit memory by a container instead"
        )
