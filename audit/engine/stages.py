"""Progress display: a run announces the stages it enters and the inputs it begins. No result depends on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from audit.engine.task import Task

# (stage, phrased to follow "audit:"; number of inputs it will count, if known)
Watcher = Callable[[str, int | None], None]
# (inputs begun, bytes read) since the last call.
Progress = Callable[[int, int], None]


def _unseen(_stage: str, _inputs: int | None) -> None:
    """Ignore stages."""


def no_progress(_items: int, _bytes: int) -> None:
    """Ignore progress."""


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


class InputCount:
    """Reports inputs and bytes to `progress` when they are begun for the first time."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        # Per task: how many inputs have been begun, and the attempt that began the last one.
        self._begun: dict[int, tuple[int, Task]] = {}

    def at(self, task: Task, item: int, size: int) -> None:
        """Count item number `item` of a task and `size` bytes of it, unless this is a retry."""
        number, first = task.key
        (begun, by), place = self._begun.get(number, (0, task)), first + item + 1
        if size and place == begun and task == by:
            self._progress(0, size)
        elif place > begun:
            self._begun[number] = place, task
            self._progress(place - begun, size)
