"""Progress display: a run announces the stages it enters. No result depends on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

# (stage, phrased to follow "audit:"; number of inputs it will count, if known)
Watcher = Callable[[str, int | None], None]


def _unseen(_stage: str, _inputs: int | None) -> None:
    """Ignore stages."""


_WATCHER: ContextVar[Watcher] = ContextVar("watcher", default=_unseen)


def enter_stage(stage: str, inputs: int | None = None) -> None:
    """Announce a stage and the number of inputs it will count, if it counts any."""
    _WATCHER.get()(stage, inputs)


@contextmanager
def watch_stages(watcher: Watcher) -> Iterator[None]:
    """Report stages entered within the block to `watcher`."""
    token = _WATCHER.set(watcher)
    try:
        yield
    finally:
        _WATCHER.reset(token)
