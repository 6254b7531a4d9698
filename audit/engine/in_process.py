"""The engine without processes: the real work, in the process that asks for it.

An input that takes all memory, or that ends the process, ends the run with it: nothing stands between them here. What
is saved is the start of a worker that is not forked, a second of the three that parsing one file takes: worth it for
inputs of one's own, again and again, as in tests, and too little to be the rule even for one file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from audit.engine.count import Count, Progress, silent
from audit.engine.engine import Engine, Executor, Program
from audit.engine.serve import Work, failure
from audit.engine.task import Done, Lost, Task, pieces
from audit.errors import SurroundingsError
from audit.machine import is_of_the_machine, surroundings


class InProcess(Executor):
    """Works on one task after the other."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._work: Work | None = None

    def __exit__(self, *_: object) -> None:
        """Forget the work."""
        self._work = None

    def run(self, tasks: Iterable[Task], progress: Progress = silent) -> Iterator[Done | Lost]:
        """Yield the answers, those to the parts of a task that failed in the order of its items."""
        count = Count(progress)
        for task in tasks:
            waiting = [task]
            while waiting:
                answer, at = self._answer(waiting[0], count)
                if answer is None:
                    waiting[:1] = pieces(waiting[0], at)
                else:
                    del waiting[0]
                    yield answer

    def _answer(self, task: Task, count: Count) -> tuple[Done | Lost | None, int]:
        """Return the answer to a task, or None and the item that it failed at."""
        at = -1

        def tell(item: int, size: int) -> None:
            nonlocal at
            at = item
            count.at(task, item, size)

        self._work = self._work or self._program.prepare()
        try:
            return Done(task.key, self._work(task, tell)), at
        except SurroundingsError:
            raise
        except Exception as error:
            if is_of_the_machine(error):
                raise surroundings(error, "reading inputs") from error
            lost = Lost(task.key, task.items[0], "crashed-reader", failure(error)) if task.alone else None
            return lost, at


IN_PROCESS: Final = Engine("in-process", lambda program, _workers: InProcess(program))
