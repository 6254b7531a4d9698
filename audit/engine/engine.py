"""The seam between a corpus and where its inputs are worked on: what an engine gets, and what it owes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from audit.engine.count import Progress, silent
from audit.engine.exchange import Exchange, through_files
from audit.engine.serve import Work
from audit.engine.spill import Records
from audit.engine.task import Done, Item, Lost, Task


@dataclass(frozen=True, slots=True)
class Program:
    """What is to be run, in both forms that an engine may want.

    `command` is the command line of a process that serves tasks (audit.engine.serve), `prepare` returns the work itself
    for whoever calls it in this process. `folder` takes the engine's own files; it is gone when the run ends.
    `portable` is what an engine needs that runs it on other machines; without it none does.
    """

    command: Sequence[str]
    prepare: Callable[[], Work]
    folder: Path
    portable: Portable | None = None


@dataclass(frozen=True, slots=True)
class Portable:
    """A program that can be moved: it reads inputs below `root` and leaves the files of its answers in `parts`.

    Where the files below `root` are names only, `url` is where what they hold is read.

    `moved(root, parts)` is the same program for other folders; it can be pickled. Beside its inputs it reads what is
    called as in `reads` in its folder of part files, where that is there. `key` says what answers depend on beside
    inputs and these: with the same key, the same inputs give the same files. `content` returns a digest of the bytes of
    inputs.
    """

    root: Path
    parts: Path
    moved: Callable[[Path, Path], Program]
    reads: tuple[str, ...]
    key: bytes
    content: Callable[[Path, Sequence[Item]], str]
    url: str | None = None


class Executor(AbstractContextManager[Any], Protocol):
    """Whoever works on tasks, from entering to leaving; what is ready once stays so from one run to the next."""

    def run(self, tasks: Iterable[Task], progress: Progress = silent) -> Iterator[Done | Lost]:
        """Yield answers as they come: every item of every task is in one of them, and in no other.

        Tasks are taken when there is somebody to give them to, or written down. An item whose work fails costs
        itself: the others of its task are tried without it, and it is `Lost` once it has failed alone. `progress` is
        told of every item once. Raises SurroundingsError when the machine lacks what the work needs.
        """
        ...


@dataclass(frozen=True, slots=True)
class Engine:
    """A way to run a program: its name, and what makes an executor of so many workers for it; None: as many as fit.

    `exchange` runs a step on the part files of a folder that an executor of this engine has filled, or on none. So many
    pairs of texts as `pays_from` says are quicker compared by one than here; None: there are no more hands than here.
    """

    name: str
    executor: Callable[[Program, int | None], Executor]
    exchange: Callable[[Exchange, Path | None], Iterator[Records]] = through_files
    pays_from: int | None = None
