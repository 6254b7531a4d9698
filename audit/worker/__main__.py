"""The program that a worker runs: `python -m audit.worker JOB`."""

from __future__ import annotations

import os
import sys

from audit.absent import without


def main() -> None:
    """Serve the parent that wrote the job file, small and alone."""
    without("pandas", "scipy")
    from audit.worker.stage import main as serve_parent

    serve_parent(sys.argv[1:])
    # Arrow's and polars' threads need no goodbye, and a worker that lingers would hold its parent.
    os._exit(0)


if __name__ == "__main__":
    main()
