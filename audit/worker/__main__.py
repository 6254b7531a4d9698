"""The program that a worker runs: `python -m audit.worker JOB`."""

from __future__ import annotations

import sys

from audit.worker.process import end, without


def main() -> None:
    """Serve the parent that wrote the job file, small and alone."""
    without("pandas", "scipy")
    from audit.worker.stage import main as serve_parent

    serve_parent(sys.argv[1:])
    end()


if __name__ == "__main__":
    main()
