"""The seam between a corpus and where its inputs are worked on: what an engine gets, and what it owes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from audit.engine.count import Progress, silent
from audit.engine.serve import Work
from audit.engine.task import Done, Lost, Task


@dataclass(frozen=True, slots=True)
class Program:
    """What is to be run, in both forms that an engine may want.

    `command` is the command line of a process that serves tasks (audit.engine.serve), `prepare` returns the work itself
    for whoever calls it in this process. `folder` takes the engine's own files; it is gone when the run ends.
    """

    command: Sequence[str]
    prepare: Callable[[], Work]
    folder: Path


class Executor(AbstractContextManager[Any], Protocol):
    """Whoever works on tasks, from entering to leaving; what is ready once stays so from one run to the next."""

    def run(self, tasks: Iterable[Task], progress: Progress = silent) -> Iterator[Done | Lost]:
        """Yield answers as they come: every item of every task is in one of them, and in no other.

        Tasks are taken when there is somebody to give them to, never all at once. An item whose work fails costs
        itself: the others of its task are tried without it, and it is `Lost` once it has failed alone. `progress` is
        told of every item once. Raises SurroundingsError when the machine lacks what the work needs.
        """
        ...


@dataclass(frozen=True, slots=True)
class Engine:
    """A way to run a program: its name, and what makes an executor of so many workers for it."""

    name: str
    executor: Callable[[Program, int], Executor]
