"""The worker's side: names of tasks come in as lines, answers go out as lines, and nothing else reaches the pipe."""

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
from audit.engine.whereabouts import telling
from audit.errors import SurroundingsError
from audit.machine import is_of_the_machine, surroundings
from audit.text.visible import visible

MEMORY_EXIT: Final = 70
SAID_CHARS: Final = 200

# Called before item n of a task is opened, and again while a long one is worked on; the second number is bytes read.
Tell = Callable[[int, int], None]
Work = Callable[[Task, Tell], dict[str, Any]]


def serve(prepare: Callable[[], Work]) -> None:
    """Answer tasks, whose files are named on standard input, until that closes.

    `prepare` builds the work once. The parent decides when to stop: an interrupt from the keyboard is its business.
    An exception in the work is told to the parent, which tries the inputs again one by one; what the machine lacks is
    told as that.
    """
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, signal.SIG_IGN)
    out = _own_pipe()
    try:
        work = prepare()
    except Exception as error:
        if not is_of_the_machine(error):
            raise
        _say(out, {TROUBLE: str(surroundings(error, "starting a worker"))})
        return
    _say(out, {READY: True, "granted": limit_memory()})
    for line in sys.stdin:
        _say(out, _answer(work, Path(line.rstrip("\n"))))


@contextmanager
def writing(what: str) -> Iterator[None]:
    """Say of every error of the operating system inside that it is about our own files, not about an input.

    Raises SurroundingsError.
    """
    try:
        yield
    except OSError as error:
        raise surroundings(error, f"writing {what}") from error


def _answer(work: Work, file: Path) -> dict[str, Any]:
    try:
        with telling(file) as tell:
            return {DONE: work(read_task(file), tell)}
    except MemoryError:
        # What is left of the process cannot be trusted: end it, and the input is tried again alone.
        os._exit(MEMORY_EXIT)
    except SurroundingsError as error:
        return {TROUBLE: str(error)}
    except Exception as error:  # noqa: BLE001 the border of a process: the parent sees to it
        if is_of_the_machine(error):
            return {TROUBLE: str(surroundings(error, "reading inputs"))}
        return {FAILED: failure(error)}


def failure(error: BaseException) -> str:
    """Return what an exception in the work was and where it arose, in words safe to print."""
    return f"it raised {type(error).__name__} at {_where(error)}: {visible(str(error), SAID_CHARS)}"


def _own_pipe() -> TextIO:
    """Return the pipe to the parent, and point standard output elsewhere, so that no library can write into it."""
    out = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)
    return out


def _say(out: TextIO, message: dict[str, Any]) -> None:
    out.write(json.dumps(message) + "\n")
    out.flush()


def _where(error: BaseException) -> str:
    trace, where = error.__traceback__, ""
    while trace is not None:
        where = f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}"
        trace = trace.tb_next
    return where
