"""The worker's side: tasks come in as lines, answers go out as lines, and nothing else reaches the pipe."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from typing import Any, Final, TextIO

from audit.engine.task import AT, DONE, FAILED, READY, Task, from_message
from audit.text.visible import visible

MEMORY_EXIT: Final = 70
SAID_CHARS: Final = 200

# Called before item n of a task is opened, and again while a long one is worked on; the second number is bytes read.
Tell = Callable[[int, int], None]
Work = Callable[[Task, Tell], dict[str, Any]]


def serve(prepare: Callable[[], Work]) -> None:
    """Answer tasks from standard input until it closes.

    `prepare` builds the work once. The parent decides when to stop: an interrupt from the keyboard is its business.
    An exception in the work is told to the parent, which tries the inputs again one by one.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    out = _own_pipe()
    work = prepare()
    _say(out, {READY: True})
    for line in sys.stdin:
        _say(out, _answer(work, from_message(json.loads(line)), out))


def _answer(work: Work, task: Task, out: TextIO) -> dict[str, Any]:
    try:
        return {DONE: work(task, lambda item, size: _say(out, {AT: item, "bytes": size}))}
    except MemoryError:
        # What is left of the process cannot be trusted: end it, and the input is tried again alone.
        os._exit(MEMORY_EXIT)
    except Exception as error:  # noqa: BLE001 the border of a process: the parent sees to it
        return {FAILED: f"it raised {type(error).__name__} at {_where(error)}: {visible(str(error), SAID_CHARS)}"}


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
