"""The worker's side of the pipe: task file names come in as lines, answers go out as lines."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TextIO

from audit.engine.memory import limit_memory
from audit.engine.task import DONE, FAILED, READY, TROUBLE, Task, read_task
from audit.engine.task_position import recording_position
from audit.errors import MachineError
from audit.machine import is_machine_error, machine_error
from audit.text.visible import visible

MEMORY_EXIT: Final = 70
SAID_CHARS: Final = 200

# Called before item n of a task is opened, and repeatedly during a long one; the second argument is bytes read.
ReportPosition = Callable[[int, int], None]
Work = Callable[[Task, ReportPosition], dict[str, Any]]


def serve(prepare: Callable[[], Work]) -> None:
    """Answer the tasks named on standard input until it closes.

    `prepare` builds the work once. Keyboard interrupts are left to the parent. Exceptions are reported to the parent,
    which retries the inputs one by one; shortages of the machine are reported as such.
    """
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, signal.SIG_IGN)
    out = _own_pipe()
    try:
        work = prepare()
    except Exception as error:
        if not is_machine_error(error):
            raise
        _say(out, {TROUBLE: str(machine_error(error, "starting a worker"))})
        return
    _say(out, {READY: True, "granted": limit_memory()})
    for line in sys.stdin:
        _say(out, _answer(work, Path(line.rstrip("\n"))))


@contextmanager
def writing_part_file(folder: Path) -> Iterator[None]:
    """Attribute operating system errors within the block to our part file in `folder` rather than to an input.

    Raises MachineError.
    """
    try:
        yield
    except OSError as error:
        raise machine_error(error, f"writing a part file in {visible(str(folder))}") from error


def _answer(work: Work, file: Path) -> dict[str, Any]:
    try:
        with recording_position(file) as report:
            return {DONE: work(read_task(file), report)}
    except MemoryError:
        # The process may be in an inconsistent state: exit, and let the input be retried alone.
        os._exit(MEMORY_EXIT)
    except MachineError as error:
        return {TROUBLE: str(error)}
    except Exception as error:  # noqa: BLE001 the border of a process: the parent sees to it
        if is_machine_error(error):
            return {TROUBLE: str(machine_error(error, "reading inputs"))}
        return {FAILED: describe_failure(error)}


def describe_failure(error: BaseException) -> str:
    """Return a printable description of an exception and where it arose."""
    return f"it raised {type(error).__name__} at {_raised_at(error)}: {visible(str(error), SAID_CHARS)}"


def _own_pipe() -> TextIO:
    """Return the pipe to the parent, and redirect standard output so that no library can write into the pipe."""
    out = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)
    return out


def _say(out: TextIO, message: dict[str, Any]) -> None:
    out.write(json.dumps(message) + "\n")
    out.flush()


def _raised_at(error: BaseException) -> str:
    trace, where = error.__traceback__, ""
    while trace is not None:
        where = f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}"
        trace = trace.tb_next
    return where
