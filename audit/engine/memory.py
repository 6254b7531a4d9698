"""How much memory a worker may take, so that one input cannot take the whole machine's."""

from __future__ import annotations

import mmap
import resource
from contextlib import suppress
from pathlib import Path
from typing import Final

# What a worker may take beyond what it holds when it is ready. The largest inputs that are let through, 64 MB of one
# line, take 1.7 GiB, and 57 MB in a million lines 2.4 GiB.
ROOM: Final = 3 << 30
_STATUS: Final = Path("/proc/self/status")
_FIELD: Final = "VmData:"
# What libraries write last when they are refused memory and end the process instead of raising MemoryError.
_LAST_WORDS: Final = ("memory allocation of", "bad_alloc", "MemoryError", "Cannot allocate memory", "<jemalloc>")


def limit_memory() -> bool:
    """Limit the memory of this process to ROOM more than it holds; return whether it may take that much.

    Private memory that can be written is counted (RLIMIT_DATA of Linux): libraries reserve addresses by the gigabyte
    and use few of them. Where the system does not tell what is held, as outside Linux, nothing is limited.
    """
    held = _held()
    if held is None:
        return True
    wanted = held + ROOM
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    may = [limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY]
    if not may or min(may) > wanted:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_DATA, (wanted, hard))
    space, _ = resource.getrlimit(resource.RLIMIT_AS)
    return all(limit >= wanted for limit in may) and (space == resource.RLIM_INFINITY or space >= 2 * wanted)


def machine_has_room() -> bool:
    """Return whether the machine would give a worker its ROOM now: if not, it is no fault of an input."""
    try:
        mmap.mmap(-1, ROOM).close()
    except (OSError, ValueError, MemoryError):
        return False
    return True


def is_about_memory(said: str) -> bool:
    """Return whether the last words of a process are those of one that was refused memory."""
    return any(words in said for words in _LAST_WORDS)


def _held() -> int | None:
    with suppress(OSError, ValueError):
        for line in _STATUS.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith(_FIELD):
                return int(line.split()[1]) << 10
    return None
