"""What all workers import and work out, done once before they are forked: `python -m audit.worker.ready PIPE`."""

from __future__ import annotations

import gc
import signal
import socket
import sys

from audit.engine.fork_server import may_fork, serve_forks
from audit.hidden_packages import hide


def prepare() -> None:
    """Import the work of workers, and compute what they would each compute again."""
    # Imported objects live for good; garbage collection would cost a tenth of the time.
    gc.disable()
    import numpy.ma  # noqa: F401 polars imports it at its first array

    import audit.measure.encoding.characters
    import audit.measure.encoding.mostly_mojibake
    import audit.measure.language.columns
    import audit.measure.paraphrase.anchors
    import audit.worker.stage  # noqa: F401 parent and workers need the same
    from audit.kernels.derived import tables_digest
    from audit.kernels.kernel_cache import stamp
    from audit.kernels.linker import llvm_binding
    from audit.kernels.preload import work_ahead

    llvm_binding()
    # Cache keys of kernels and tables are digests of all sources.
    stamp()
    tables_digest()
    work_ahead()
    gc.enable()


def main(pipe: int) -> None:
    """Fork workers as requested through the pipe; end at once if forking is not safe."""
    # The parent handles keyboard interrupts.
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, signal.SIG_IGN)
    hide("pandas", "scipy")
    prepare()
    if may_fork():
        gc.freeze()
        serve_forks(socket.socket(fileno=pipe))


if __name__ == "__main__":
    main(int(sys.argv[1]))
