"""Memory of workers: a limit, so that one input cannot take the whole machine, and little free memory kept."""

from __future__ import annotations

import ctypes
import mmap
import os
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
# One thread each, since there is a worker per core.
SINGLE_THREAD: Final = {"POLARS_MAX_THREADS": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
# Bytes: allocations from this size on are mapped directly and returned when freed, and how much free memory is kept on
# top of the heap. The arrays of a batch have some MiB each: fetched from the system page by page each time, they cost a
# document of 2.8 KB a twentieth more CPU time at 4 and 16 MiB. A worker's peak is higher by 5 MiB.
_LARGE: Final = 32 << 20
_FREE: Final = 64 << 20
# Milliseconds after which the allocator of polars returns freed pages: long enough that the next step of a batch takes
# them again. At 100 a fifth more pages are fetched from the system anew, and a worker's peak is the same.
_KEPT: Final = 2_000
LITTLE_FREE_MEMORY: Final = {
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "JE_ARROW_MALLOC_CONF": "background_thread:false",
    "_RJEM_MALLOC_CONF": f"background_thread:false,dirty_decay_ms:{_KEPT},muzzy_decay_ms:0",
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": str(_LARGE),
    "MALLOC_TRIM_THRESHOLD_": str(_FREE),
    "NUMPY_MADVISE_HUGEPAGE": "0",
}
# The same for glibc in a running process (mallopt): M_ARENA_MAX, M_MMAP_THRESHOLD, M_TRIM_THRESHOLD.
_MALLOPT: Final = ((-8, 1), (-3, _LARGE), (-1, _FREE))


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


def limit_free_memory() -> None:
    """Make libraries loaded later, also in child processes, keep little free memory; numpy uses one thread.

    Settings of the user take precedence.
    """
    for name, value in (
        LITTLE_FREE_MEMORY | {name: SINGLE_THREAD[name] for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")}
    ).items():
        if not name.startswith("MALLOC_"):
            os.environ.setdefault(name, value)


def limit_free_memory_now() -> None:
    """Make the allocator of a running process keep little free memory; only on glibc."""
    with suppress(OSError, AttributeError):
        mallopt = ctypes.CDLL(None).mallopt
        for setting, value in _MALLOPT:
            mallopt(setting, value)


def return_free_memory() -> None:
    """Return freed memory to the system, on glibc; called between stages."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
