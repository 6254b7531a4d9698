"""The interface between a corpus and an execution engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from audit.engine.exchange import Exchange, exchange_in_files
from audit.engine.serve import Work
from audit.engine.spill import Records
from audit.engine.stages import Progress, no_progress
from audit.engine.task import Done, Item, Lost, Task


@dataclass(frozen=True, slots=True)
class Program:
    """What to run, as a command and as a callable.

    `command` is the command line of a process that serves tasks (audit.engine.serve); `prepare` returns the work for
    use in this process. `folder` holds the engine's own files and is removed when the run ends. `portable` is required
    by engines that run on other machines. `server` is that of a program that forks such processes
    (audit.engine.local), if there is one.
    """

    command: Sequence[str]
    prepare: Callable[[], Work]
    folder: Path
    portable: Portable | None = None
    server: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Portable:
    """A relocatable program: it reads inputs below `root` and writes the files of its answers to `parts`.

    If the files below `root` are only names, `url` is where their content is read from.

    `moved(root, parts)` returns the same program for other folders; it can be pickled. Besides its inputs it reads the
    files named in `reads` from its folder of part files, if present. `key` identifies everything else its answers
    depend on: equal keys and inputs give equal files. `content` returns a digest of the bytes of inputs.
    """

    root: Path
    parts: Path
    moved: Callable[[Path, Path], Program]
    reads: tuple[str, ...]
    key: bytes
    content: Callable[[Path, Sequence[Item]], str]
    url: str | None = None


class Executor(AbstractContextManager[Any], Protocol):
    """Runs tasks between enter and exit; its workers stay from one run to the next."""

    def run(self, tasks: Iterable[Task], progress: Progress = no_progress) -> Iterator[Done | Lost]:
        """Yield answers as they arrive; every item of every task is in exactly one of them.

        Tasks are taken lazily, as workers become free, or written down first. If an item's work fails, the other items
        of its task are retried without it, and the item becomes `Lost` once it has failed alone. `progress` is called
        once per item. Raises MachineError if the machine lacks what the work needs.
        """
        ...


@dataclass(frozen=True, slots=True)
class Engine:
    """An execution engine: its name, and a factory of executors with a number of workers (None: as many as fit).

    `exchange` runs a step on the part files that an executor of this engine wrote, or on none. From `pays_from` pairs
    of texts on, an executor compares them faster than this process; None: never.
    """

    name: str
    executor: Callable[[Program, int | None], Executor]
    exchange: Callable[[Exchange, Path | None], Iterator[Records]] = exchange_in_files
    pays_from: int | None = None
