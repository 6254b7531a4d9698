"""The cores that a process may use: those it is bound to, at most as many as its control group has time for.

A container limited to two of a node's 64 cores sees all of them; with a worker for each it would run out of memory.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

# Where Linux states the control groups of the process, and where they are mounted. (Linux documentation,
# admin-guide/cgroup-v2.rst, "CPU Interface Files", and scheduler/sched-bwc.rst for version 1.)
_GROUPS: Final = "proc/self/cgroup"
_MOUNTED: Final = "sys/fs/cgroup"


@cache
def usable_cores(root: Path = Path("/")) -> int:
    """Return how many cores the process may use, at least 1; a share of a core counts as a whole one.

    The first answer holds, so that every pass of a run divides its inputs alike.

    `root` is the folder below which the system states its control groups.
    """
    bound = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min([bound, *_limits(root)])


def _limits(root: Path) -> Iterator[int]:
    """Yield the cores that each limit on time leaves to the process; a group is limited by those above it, too."""
    with suppress(OSError, UnicodeError, ValueError):
        for line in (root / _GROUPS).read_text("utf-8").splitlines():
            _, controllers, path = line.split(":", 2)
            if controllers and "cpu" not in controllers.split(","):
                continue
            group = Path(path.strip("/"))
            for above in (group, *group.parents):
                yield from _limit(root / _MOUNTED, above, is_second=not controllers)


def _limit(mounted: Path, group: Path, *, is_second: bool) -> Iterator[int]:
    """Yield the limit of one group, if it has one; `is_second` is whether it is of the second version."""
    # Groups that a container does not see are not mounted, or without a limit.
    with suppress(OSError, ValueError):
        if is_second:
            quota, period = (mounted / group / "cpu.max").read_text("utf-8").split()
        else:
            folder = mounted / "cpu" / group
            quota, period = ((folder / f"cpu.cfs_{name}_us").read_text("utf-8") for name in ("quota", "period"))
        # No limit is stated as "max", or as -1.
        if quota != "max" and int(quota) > 0 and int(period) > 0:
            yield -(-int(quota) // int(period))
