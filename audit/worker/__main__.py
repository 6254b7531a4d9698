"""The program of a worker process: `python -m audit.worker JOB`."""

from __future__ import annotations

import gc
import os
import sys
from typing import Final

from audit.hidden_packages import hide

# Objects allocated between two collections of garbage. A batch makes some twenty thousand and leaves no cycles: looking
# for them every 700 took a thirtieth of the time.
_UNTIL_COLLECTED: Final = 50_000


def main() -> None:
    """Serve the parent that wrote the job file, with memory settings for a small process."""
    hide("pandas", "scipy")
    gc.set_threshold(_UNTIL_COLLECTED)
    from audit.worker.stage import main as serve_parent

    serve_parent(sys.argv[1:])
    # Exit without joining the threads of Arrow and polars, for which the parent would wait.
    os._exit(0)


if __name__ == "__main__":
    main()
