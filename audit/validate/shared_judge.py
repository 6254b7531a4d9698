"""A shared judge for several audits, so that great-expectations is imported once; verdicts stay independent."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from audit.validate.judge import Judge

# A judge answers one question at a time, so other threads start their own.
_LENT: ContextVar[Judge | None] = ContextVar("judge", default=None)


@contextmanager
def share_judge() -> Iterator[Judge]:
    """Share one judge among all audits within the block, in this thread.

    The first request starts it, and it holds the memory of its import (240 MiB) to the end.
    """
    with Judge() as judge:
        before = _LENT.set(judge)
        try:
            yield judge
        finally:
            _LENT.reset(before)


@contextmanager
def start_shared_judge() -> Iterator[Judge]:
    """Start the shared judge, or share one, so that its import overlaps with the caller's."""
    if (lent := _LENT.get()) is not None:
        yield lent.start()
        return
    with share_judge() as judge:
        yield judge.start()


@contextmanager
def open_judge() -> Iterator[Judge]:
    """Yield the shared judge, or else a new one."""
    if (lent := _LENT.get()) is not None:
        yield lent
        return
    with Judge() as judge:
        yield judge
