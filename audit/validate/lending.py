"""One judge for many audits: great-expectations is imported once, and every verdict is its own all the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from audit.validate.judge import Judge

# A judge answers one question at a time: another thread does not see it, and starts its own.
_LENT: ContextVar[Judge | None] = ContextVar("judge", default=None)


@contextmanager
def lend_judge() -> Iterator[Judge]:
    """Keep one judge for all audits inside, in this thread.

    It is started by the first that asks, and holds the memory of its import (240 MiB) until the end.
    """
    with Judge() as judge:
        before = _LENT.set(judge)
        try:
            yield judge
        finally:
            _LENT.reset(before)


@contextmanager
def judge_at_once() -> Iterator[Judge]:
    """Start the judge that is lent, or lend one: its import goes on while the caller's own does."""
    if (lent := _LENT.get()) is not None:
        yield lent.start()
        return
    with lend_judge() as judge:
        yield judge.start()


@contextmanager
def judging() -> Iterator[Judge]:
    """Give the judge that is lent, else one of one's own."""
    if (lent := _LENT.get()) is not None:
        yield lent
        return
    with Judge() as judge:
        yield judge
