"""Memory limits of workers, so that one input cannot take the memory of the whole machine."""

from __future__ import annotations

import mmap
import resource
from contextlib import suppress
from pathlib import Path
from typing import Final

# The memory a worker may use beyond what it holds when ready. The largest accepted inputs take 1.7 GiB (64 MB in one
# line) and 2.4 GiB (57 MB in a million lines).
ROOM: Final = 3 << 30
_STATUS: Final = Path("/proc/self/status")
_FIELD: Final = "VmData:"
# What libraries write to stderr last when an allocation fails and they abort instead of raising MemoryError.
_LAST_WORDS: Final = ("memory allocation of", "bad_alloc", "MemoryError", "Cannot allocate memory", "<jemalloc>")


def limit_memory() -> bool:
    """Limit the memory of this process to ROOM more than it holds; return whether the limit was granted.

    Private writable memory is counted (Linux's RLIMIT_DATA), since libraries reserve address space by the gigabyte.
    Nothing is limited where the present size is unknown, as outside Linux.
    """
    used = _used_memory()
    if used is None:
        return True
    wanted = used + ROOM
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    may = [limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY]
    if not may or min(may) > wanted:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_DATA, (wanted, hard))
    space, _ = resource.getrlimit(resource.RLIMIT_AS)
    return all(limit >= wanted for limit in may) and (space == resource.RLIM_INFINITY or space >= 2 * wanted)


def machine_has_memory() -> bool:
    """Return whether the machine has ROOM available; if not, running out of memory is not the input's fault."""
    try:
        mmap.mmap(-1, ROOM).close()
    except (OSError, ValueError, MemoryError):
        return False
    return True


def is_memory_error(stderr: str) -> bool:
    """Return whether a stderr tail reports a failed allocation."""
    return any(words in stderr for words in _LAST_WORDS)


def _used_memory() -> int | None:
    with suppress(OSError, ValueError):
        for line in _STATUS.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith(_FIELD):
                return int(line.split()[1]) << 10
    return None
