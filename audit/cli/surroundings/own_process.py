"""What a command may do because the process is all its own: go without packages, and have workers forked from it."""

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
    """Say that this process runs one command and nothing else."""
    _IS_OWN.set(True)


@contextmanager
def workers_at_hand(*, spared: tuple[str, ...] = ()) -> Iterator[None]:
    """Have what workers need imported at once, here and for all of them, and do without the packages `spared`.

    In a process that is somebody else's nothing is done, and workers import it themselves.
    """
    if not _IS_OWN.get():
        yield
        return
    without(*spared)
    # What is imported is here to stay: to look for what may go meanwhile is a tenth of the time.
    gc.disable()
    import audit.worker.stage  # noqa: F401 parent and workers need the same
    from audit.kernels.derived import made_by
    from audit.kernels.kept import stamp

    gc.enable()
    # By digests of all sources kernels and tables are known: workers would each work them out again.
    stamp()
    made_by()
    with fork_server():
        yield
