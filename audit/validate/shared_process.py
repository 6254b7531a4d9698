"""A process of great-expectations for several audits, so that it is imported once; verdicts stay independent."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from audit.validate.judge_process import JudgeProcess

# A process answers one question at a time, so other threads start their own.
_LENT: ContextVar[JudgeProcess | None] = ContextVar("process of great-expectations", default=None)


@contextmanager
def share_process() -> Iterator[JudgeProcess]:
    """Share one process among all audits within the block, in this thread.

    The first request starts it, and it holds the memory of its import (240 MiB) to the end.
    """
    with JudgeProcess() as process:
        before = _LENT.set(process)
        try:
            yield process
        finally:
            _LENT.reset(before)


@contextmanager
def start_shared_process() -> Iterator[JudgeProcess]:
    """Start the shared process, or share one, so that its import overlaps with the caller's."""
    if (lent := _LENT.get()) is not None:
        yield lent.start()
        return
    with share_process() as process:
        yield process.start()


@contextmanager
def open_process() -> Iterator[JudgeProcess]:
    """Yield the shared process, or else a new one, which ends with the block."""
    if (lent := _LENT.get()) is not None:
        yield lent
        return
    with JudgeProcess() as process:
        yield process
