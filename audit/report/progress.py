"""Progress on standard error: a bar on a terminal, a line every ten seconds in a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

from audit.engine.stages import Progress, no_progress, watch_stages
from audit.report.terminal import talk

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

MEGABYTE: Final = 1_000_000
# Minimum seconds between updates: redrawing for each file would cost more than reading it.
REDRAW_SECONDS: Final = 0.1
LOG_SECONDS: Final = 10.0
_MINUTE: Final = 60


class Position:
    """The current stage of a run, and its counters."""

    def __init__(self) -> None:
        self.enter("starting", None)

    def enter(self, stage: str, inputs: int | None) -> None:
        """Begin a stage with that many inputs, if it counts any."""
        self.stage, self.inputs, self.entered = stage, inputs, time.monotonic()
        self.items = self.bytes = 0

    def count(self, items: int, size: int) -> None:
        """Add inputs begun and bytes read."""
        self.items, self.bytes = self.items + items, self.bytes + size

    def describe(self) -> str:
        """Return the counts, the rate, and the estimated time left in the stage.

        Inputs count when they are begun: once all are, the time that the last ones take is unknown.
        """
        passed = max(time.monotonic() - self.entered, REDRAW_SECONDS)
        if not self.items:
            return span(passed)
        rate = self.items / passed
        # A large file is read in several parts.
        parts = [f"{self.items:,} files or parts", f"{rate:,.0f}/s", f"{self.bytes / passed / MEGABYTE:.1f} MB/s"]
        if self.inputs:
            parts[0] = f"{self.items:,} of {self.inputs:,} files or parts"
            left = self.inputs - self.items
            parts.append(f"{span(left / rate)} left" if left > 0 else "finishing the last ones")
        return ", ".join(parts)


def span(seconds: float) -> str:
    """Return a duration as `7 s`, `3 min` or `2 h 05 min`."""
    if seconds < 2 * _MINUTE:
        return f"{seconds:.0f} s"
    hours, minutes = divmod(round(seconds / _MINUTE), _MINUTE)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min"


@contextmanager
def progress(*, quiet: bool = False) -> Iterator[Progress]:
    """Yield a function that counts inputs and bytes, showing progress unless `quiet`."""
    if quiet:
        yield no_progress
    elif sys.stderr.isatty():
        with _bar() as bar, _on_terminal(bar) as count:
            yield count
    else:
        with _logged() as count:
            yield count


@contextmanager
def _on_terminal(bar: Bar) -> Iterator[Progress]:
    position, drawn = Position(), 0.0
    task = bar.add_task(position.stage, total=None, status="")

    def enter(stage: str, inputs: int | None) -> None:
        position.enter(stage, inputs)
        bar.reset(task, description=stage, total=inputs, status="")

    def count(items: int, size: int) -> None:
        nonlocal drawn
        position.count(items, size)
        if position.items == position.inputs or time.monotonic() - drawn > REDRAW_SECONDS:
            drawn = time.monotonic()
            bar.update(task, completed=position.items, status=position.describe())

    with watch_stages(enter, count):
        yield count


@contextmanager
def _logged() -> Iterator[Progress]:
    position, over = Position(), Event()

    def log() -> None:
        while not over.wait(LOG_SECONDS):
            talk(f"{position.stage}: {position.describe()}")

    # A thread, since stages without counters make no calls.
    logger = Thread(target=log, name="progress", daemon=True)
    logger.start()
    try:
        with watch_stages(position.enter, position.count):
            yield position.count
    finally:
        over.set()
        logger.join()


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(bar_width=20))
    rates = TextColumn("{task.fields[status]}", markup=False)
    return Progress(*columns, rates, TimeElapsedColumn(), console=Console(stderr=True, markup=False), transient=True)
