"""The command `audit`."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from typing import NoReturn

from audit.errors import INTERRUPTED


def main() -> None:
    """Run the command line and exit with its code."""
    try:
        run_command = _ready()
    except KeyboardInterrupt:
        sys.stderr.write("audit: interrupted; nothing was begun\n")
        sys.exit(INTERRUPTED)
    sys.exit(run_command())


def _ready() -> Callable[[], int]:
    """Return the command line, imported and with its surroundings in order."""
    from audit.absent import without
    from audit.engine.frugal import be_frugal

    without("scipy")
    be_frugal()
    from audit.cli import run_command
    from audit.cli.surroundings.own_process import own_process
    from audit.cli.surroundings.streams import open_streams

    own_process()
    # `kill`, `docker stop` and a runner's time limit end a run as Ctrl-C does: nothing half done is left.
    signal.signal(signal.SIGTERM, _interrupt)
    open_streams()
    return run_command


def _interrupt(_number: int, _frame: object) -> NoReturn:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise KeyboardInterrupt


if __name__ == "__main__":
    main()
