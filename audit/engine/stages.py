"""What a run is doing now: it enters stages, and whoever watches shows them. Nothing of a result depends on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

# (stage, in words that follow "audit:"; number of the inputs that it will count, where that is known)
Watcher = Callable[[str, int | None], None]


def _unseen(_stage: str, _inputs: int | None) -> None:
    """Show nothing."""


_WATCHER: ContextVar[Watcher] = ContextVar("watcher", default=_unseen)


def enter(stage: str, inputs: int | None = None) -> None:
    """Say that the run enters a stage, and how many inputs it will count there, if it will count any."""
    _WATCHER.get()(stage, inputs)


@contextmanager
def watched_by(watcher: Watcher) -> Iterator[None]:
    """Tell `watcher` of the stages that are entered within."""
    token = _WATCHER.set(watcher)
    try:
        yield
    finally:
        _WATCHER.reset(token)
