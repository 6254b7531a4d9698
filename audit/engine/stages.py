"""Progress display: a run announces the stages it enters. No result depends on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from audit.engine.count import Progress, no_progress

# (stage, phrased to follow "audit:"; number of inputs it will count, if known)
Watcher = Callable[[str, int | None], None]


def _unseen(_stage: str, _inputs: int | None) -> None:
    """Ignore stages."""


_WATCHER: ContextVar[Watcher] = ContextVar("watcher", default=_unseen)
_COUNTS: ContextVar[Progress] = ContextVar("counts", default=no_progress)


def enter_stage(stage: str, inputs: int | None = None) -> None:
    """Announce a stage and the number of inputs it will count, if it counts any."""
    _WATCHER.get()(stage, inputs)


def counts_of_stage() -> Progress:
    """Return the function that counts the inputs of a stage for its display alone.

    A caller's own counts each input of a run once, whatever number of stages reads it.
    """
    return _COUNTS.get()


@contextmanager
def watch_stages(watcher: Watcher, counts: Progress = no_progress) -> Iterator[None]:
    """Report stages entered within the block to `watcher`, and what only they count to `counts`."""
    token, of_counts = _WATCHER.set(watcher), _COUNTS.set(counts)
    try:
        yield
    finally:
        _WATCHER.reset(token)
        _COUNTS.reset(of_counts)
