"""The one door to numba: functions over flat arrays, compiled ahead for one signature and kept on disk.

A kernel takes and fills numpy arrays and numbers, allocates nothing that grows, and raises nothing. Its numbers are
typed: a uint64 that meets an int64 becomes a float64 without a word.
"""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeAlias, TypeVar

import numpy.typing as npt

F = TypeVar("F", bound=Callable[..., Any])
# What the arguments of kernels are to the rest of the program; which numbers, their signatures say.
Array: TypeAlias = npt.NDArray[Any]

_SET: Final = "NUMBA_CACHE_DIR"
_HOME_CACHES: Final = Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser())


def _is_writable(folder: Path) -> bool:
    """Return whether a file can be made in the folder, or in the nearest of those above it that exists."""
    there = next((f for f in (folder, *folder.parents) if f.is_dir()), None)
    return there is not None and os.access(there, os.W_OK | os.X_OK)


def _keep_somewhere() -> None:
    """Where neither the package nor the user's cache can be written, keep kernels for this run and its workers only.

    In a folder of nobody else's: what is kept there is run.
    """
    if os.environ.get(_SET) or _is_writable(Path(__file__).parent / "__pycache__") or _is_writable(_HOME_CACHES):
        return
    folder = tempfile.mkdtemp(prefix="corpus-audit-kernels-")
    os.environ[_SET] = folder
    atexit.register(shutil.rmtree, folder, ignore_errors=True)


_keep_somewhere()
import numba  # noqa: E402 reads its settings when it is imported
from numba.core import event, types, typing  # noqa: E402

U8, U16, U32, U64, I16, I32, I64, F32, F64, VOID, BOOL = (
    types.uint8, types.uint16, types.uint32, types.uint64, types.int16, types.int32, types.int64,
    types.float32, types.float64, types.void, types.boolean,
)  # fmt: skip


def read(kind: Any) -> Any:
    """Return the type of a flat array that a kernel reads; Arrow's buffers are such."""
    return types.Array(kind, 1, "C", readonly=True)


def fill(kind: Any) -> Any:
    """Return the type of a flat array that a kernel writes."""
    return types.Array(kind, 1, "C")


def kernel(result: Any, *arguments: Any) -> Callable[[F], F]:
    """Compile a function for the types of its arguments, or take it from disk; its loops run without the GIL."""

    def compiled(function: F) -> F:
        made: F = numba.njit(typing.signature(result, *arguments), cache=True, nogil=True)(function)
        return made

    return compiled


def part(function: F) -> F:
    """Compile a function into the kernels of its own file that call it."""
    made: F = numba.njit(function)
    return made


class _Announcement(event.Listener):  # type: ignore[misc]  # numba's types have no types
    """Says once that kernels are being compiled: it takes a while, and only the first time."""

    def __init__(self) -> None:
        self.is_said = False

    def on_start(self, _event: object) -> None:
        if not self.is_said:
            self.is_said = True
            sys.stderr.write("audit: compiling its inner loops, once for this installation (half a minute)\n")

    def on_end(self, _event: object) -> None:
        """Nothing more to say."""


event.register("numba:compile", _Announcement())
