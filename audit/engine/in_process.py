"""The engine without worker processes: all work is done in the calling process.

An input that exhausts memory or crashes ends the run. It saves the start of an unforked worker, a second of the three
that parsing one file takes: worthwhile for trusted inputs, again and again, as in tests, but not as the default.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from audit.engine.engine import Engine, Executor, Program
from audit.engine.serve import Work, describe_failure
from audit.engine.stages import InputCount, Progress, no_progress
from audit.engine.task import Done, Lost, Task, split_task
from audit.errors import MachineError
from audit.machine import is_machine_error, machine_error


class InProcess(Executor):
    """Runs one task after the other."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._work: Work | None = None

    def __exit__(self, *_: object) -> None:
        """Drop the work."""
        self._work = None

    def run(self, tasks: Iterable[Task], progress: Progress = no_progress) -> Iterator[Done | Lost]:
        """Yield the answers; those to the parts of a failed task in item order."""
        count = InputCount(progress)
        for task in tasks:
            waiting = [task]
            while waiting:
                answer, at = self._answer(waiting[0], count)
                if answer is None:
                    waiting[:1] = split_task(waiting[0], at)
                else:
                    del waiting[0]
                    yield answer

    def _answer(self, task: Task, count: InputCount) -> tuple[Done | Lost | None, int]:
        """Return the answer to a task, or None and the item at which it failed."""
        at = -1

        def report(item: int, size: int) -> None:
            nonlocal at
            at = item
            count.at(task, item, size)

        self._work = self._work or self._program.prepare()
        try:
            return Done(task.key, self._work(task, report)), at
        except MachineError:
            raise
        except Exception as error:
            if is_machine_error(error):
                raise machine_error(error, "reading inputs") from error
            lost = Lost(task.key, task.items[0], "crashed-reader", describe_failure(error)) if task.alone else None
            return lost, at


IN_PROCESS: Final = Engine("in-process", lambda program, _workers: InProcess(program))
