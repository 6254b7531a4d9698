"""Optimisations allowed because the process belongs to the command: hidden packages, forked workers."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from audit.absent import without
from audit.engine.fork_server import fork_server

_IS_OWN: Final[ContextVar[bool]] = ContextVar("is own", default=False)


def own_process() -> None:
    """Declare that this process runs one command and nothing else."""
    _IS_OWN.set(True)


@contextmanager
def workers_at_hand(*, spared: tuple[str, ...] = ()) -> Iterator[None]:
    """Import what workers need once, before forking them, without the packages `spared`.

    In a process of somebody else nothing is done, and workers import for themselves.
    """
    if not _IS_OWN.get():
        yield
        return
    without(*spared)
    # Imported objects live for good; garbage collection would cost a tenth of the time.
    gc.disable()
    import audit.worker.stage  # noqa: F401 parent and workers need the same
    from audit.kernels.derived import made_by
    from audit.kernels.kept import stamp

    gc.enable()
    # Cache keys of kernels and tables are digests of all sources, which each worker would compute again.
    stamp()
    made_by()
    with fork_server():
        yield
