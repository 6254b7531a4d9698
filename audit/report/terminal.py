"""The one room that writes to a terminal or a log. rich is imported here only, inside the functions that need it.

Texts come escaped (audit.text.visible) and are printed as they are: no markup is ever interpreted. A line is looked at
once more as a whole, since two harmless texts side by side may make a command.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Literal, TextIO

from audit.text.visible import safe_json, visible, without_commands

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from audit.report.summary import Line

# Names of files in a sentence may be long; a screenful is enough.
LONGEST_TALK: Final = 2000
MEGABYTE: Final = 1_000_000
# A progress bar that is redrawn for every file would cost more than the files.
REDRAW_SECONDS: Final = 0.1
Progress = Callable[[int, int], None]


def show(lines: Iterable[Line], to: TextIO | None = None) -> None:
    """Print lines to `to` or standard output, coloured on a terminal unless NO_COLOR is set, plain in a pipe."""
    from rich.console import Console
    from rich.text import Text

    # Without this rich would keep bold and dim under NO_COLOR; who sets it wants plain text.
    colours: Literal["auto"] | None = None if os.environ.get("NO_COLOR") else "auto"
    console = Console(file=to, markup=False, highlight=False, emoji=False, soft_wrap=True, color_system=colours)
    for line in lines:
        whole = "".join(text for _, text in line)
        harmless = without_commands(whole)
        parts = [(text, style) for style, text in line] if harmless == whole else [(harmless, "")]
        console.print(Text.assemble(*parts))


def show_text(text: str) -> None:
    """Write lines of our own words to standard output as they stand."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def show_json(value: object) -> None:
    """Write a result to standard output as JSON in ASCII, no line of which a terminal or a CI runner obeys."""
    show_text(safe_json(json.dumps(value, ensure_ascii=True, indent=1, sort_keys=True, default=str)))


def talk(text: str) -> None:
    """Write one line to standard error, with nothing in it to obey; cut when it is longer than any sentence of ours."""
    sys.stderr.write(f"audit: {visible(text, LONGEST_TALK)}\n")
    sys.stderr.flush()


@contextmanager
def progress(label: str) -> Iterator[Progress]:
    """Give a function that counts inputs and bytes; it draws a bar on standard error if that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _items, _bytes: None
        return
    with _bar() as bar:
        yield _Counter(bar, label).count


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(bar_width=20))
    rates = TextColumn("{task.fields[said]}", markup=False)
    return Progress(*columns, rates, TimeElapsedColumn(), console=Console(stderr=True, markup=False), transient=True)


class _Counter:
    """Sums what comes and tells the bar now and then."""

    def __init__(self, bar: Bar, label: str) -> None:
        self.bar, self.began, self.drawn = bar, 0.0, 0.0
        self.items = self.bytes = 0
        # Nothing is counted while a first pass looks for what the files have in common.
        self.task = bar.add_task(label, total=None, said="comparing the files")

    def count(self, items: int, size: int) -> None:
        self.items, self.bytes = self.items + items, self.bytes + size
        now = time.monotonic()
        self.began = self.began or now
        if now - self.drawn > REDRAW_SECONDS:
            passed, self.drawn = max(now - self.began, REDRAW_SECONDS), now
            said = (
                f"{self.items:,} files  {self.items / passed:,.0f} files/s  {self.bytes / passed / MEGABYTE:.1f} MB/s"
            )
            self.bar.update(self.task, said=said)
