"""How processes of ours keep their memory small: settings of four allocators, and of the pools of threads.

Most are read when a library is loaded, and so come before its import.
"""

from __future__ import annotations

import ctypes
import os
from contextlib import suppress
from typing import Final

# There is a worker for each core: threads of their own would only wait for each other.
SINGLE: Final = {"POLARS_MAX_THREADS": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
# Bytes of one piece that comes straight from the system and goes back there when it is freed, and of what may stay free
# behind all others. What is kept costs a worker some 10 MiB; fetched from the system each time, page by page, a
# document of 2.8 KB costs a sixth more.
_LARGE: Final = 4 << 20
_FREE: Final = 16 << 20
FRUGAL: Final = {
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "JE_ARROW_MALLOC_CONF": "background_thread:false",
    "_RJEM_MALLOC_CONF": "background_thread:false,dirty_decay_ms:100,muzzy_decay_ms:0",
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": str(_LARGE),
    "MALLOC_TRIM_THRESHOLD_": str(_FREE),
    "NUMPY_MADVISE_HUGEPAGE": "0",
}
# The same for glibc in a process that runs already (mallopt): M_ARENA_MAX, M_MMAP_THRESHOLD, M_TRIM_THRESHOLD.
_MALLOPT: Final = ((-8, 1), (-3, _LARGE), (-1, _FREE))


def be_frugal() -> None:
    """Have the libraries that this process will load, and those of its children, keep little; numpy takes one thread.

    What the user has set stays.
    """
    for name, value in (FRUGAL | {name: SINGLE[name] for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")}).items():
        if not name.startswith("MALLOC_"):
            os.environ.setdefault(name, value)


def be_frugal_from_now() -> None:
    """Have the system's allocator keep little in a process that runs already; elsewhere than on glibc it does not."""
    with suppress(OSError, AttributeError):
        mallopt = ctypes.CDLL(None).mallopt
        for setting, value in _MALLOPT:
            mallopt(setting, value)


def give_back() -> None:
    """Have what this process has freed go back to the system, where glibc keeps it; a stage that is over needs none."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
