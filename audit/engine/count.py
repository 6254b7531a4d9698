"""Progress counting: every input counts once, however often its task is retried."""

from __future__ import annotations

from collections.abc import Callable

from audit.engine.task import Task

# (inputs begun, bytes read) since the last call.
Progress = Callable[[int, int], None]


def no_progress(_items: int, _bytes: int) -> None:
    """Ignore progress."""


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
