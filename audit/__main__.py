"""Entry point of the command `audit`."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Callable
from typing import Final, NoReturn

from audit.errors import INTERRUPTED

# New objects after which Python looks for cyclic garbage. A command imports a million that live for good: at Python's
# own 700 the looks take a twentieth of a small check, and garbage of so many takes 20 MB at most before it is found.
_OBJECTS: Final = 100_000


def main() -> None:
    """Run the command line and exit with its code."""
    try:
        run_command = _ready()
    except KeyboardInterrupt:
        sys.stderr.write("audit: interrupted; nothing was begun\n")
        sys.exit(INTERRUPTED)
    sys.exit(run_command())


def _ready() -> Callable[[], int]:
    """Import the command line and prepare its environment."""
    from audit.engine.memory import limit_free_memory
    from audit.hidden_packages import hide

    gc.set_threshold(_OBJECTS)
    hide("scipy")
    limit_free_memory()
    from audit.cli import run_command
    from audit.cli.environment.own_process import declare_own_process
    from audit.cli.environment.streams import open_streams

    declare_own_process()
    # SIGTERM (`kill`, `docker stop`, a CI time limit) ends a run as Ctrl-C does, so that nothing is left half done.
    signal.signal(signal.SIGTERM, _interrupt)
    open_streams()
    return run_command


def _interrupt(_number: int, _frame: object) -> NoReturn:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise KeyboardInterrupt


if __name__ == "__main__":
    main()
