"""Optimisations allowed because the process belongs to the command: hidden packages, forked workers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from audit.engine.fork_server import fork_server
from audit.hidden_packages import hide

_IS_OWN: Final[ContextVar[bool]] = ContextVar("is own", default=False)


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
