"""The program of a worker process: `python -m audit.worker JOB`."""

from __future__ import annotations

import os
import sys

from audit.absent import without


def main() -> None:
    """Serve the parent that wrote the job file, with memory settings for a small process."""
    without("pandas", "scipy")
    from audit.worker.stage import main as serve_parent

    serve_parent(sys.argv[1:])
    # Exit without joining the threads of Arrow and polars, for which the parent would wait.
    os._exit(0)


if __name__ == "__main__":
    main()
