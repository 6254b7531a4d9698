"""The one door to numba: functions over flat arrays, compiled ahead for one signature and kept on disk.

A kernel takes and fills numpy arrays and numbers, allocates nothing that grows, and raises nothing. Its numbers are
typed: a uint64 that meets an int64 becomes a float64 without a word.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final, Self, TypeAlias, TypeVar

import numba
import numpy.typing as npt
from numba.core import caching, event, types, typing

from audit.kernels.kept import CACHE, place, stamp

F = TypeVar("F", bound=Callable[..., Any])
# What the arguments of kernels are to the rest of the program; which numbers, their signatures say.
Array: TypeAlias = npt.NDArray[Any]


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
        made = numba.njit(nogil=True)(function)
        made._cache = _Cache(function)  # noqa: SLF001 numba's own switch knows its own folders only
        made.compile(typing.signature(result, *arguments))
        made.disable_compile()
        kept: F = made
        return kept

    return compiled


def part(function: F) -> F:
    """Compile a function into the kernels that call it, of whatever file."""
    made: F = numba.njit(function)
    return made


class _Locator(caching._CacheLocator):  # type: ignore[misc]  # noqa: SLF001 numba's types have no types
    """Names the place of a compiled kernel, and what it was made from: its own file, and all that kernels share."""

    def __init__(self, function: Callable[..., Any], file: str) -> None:
        self.function, self.file = function, file

    def get_cache_path(self) -> str:
        return str(place().folder)

    def get_source_stamp(self) -> str:
        return stamp(self.file)

    def get_disambiguator(self) -> str:
        return f"{self.function.__module__}-{self.function.__code__.co_firstlineno}"

    @classmethod
    def from_function(cls, py_func: Callable[..., Any], py_file: str) -> Self:
        return cls(py_func, py_file)


class _Compiled(caching.CompileResultCacheImpl):  # type: ignore[misc]
    _locator_classes: Final = [_Locator]


class _Cache(caching.FunctionCache):  # type: ignore[misc]
    """Keeps compiled kernels where audit.kernels.kept says; one that cannot be kept is compiled again, no more."""

    _impl_class: Final = _Compiled

    def save_overload(self, sig: Any, data: Any) -> None:
        with suppress(OSError):
            super().save_overload(sig, data)


def kept() -> str:
    """Return a sentence that says where kernels are kept from run to run, or how that could be."""
    found = place()
    if found.lasts:
        return f"they are kept in {str(found.folder)!a} for the next run"
    return (
        f"they cannot be kept for the next run, since {' and '.join(found.refused)}: set {CACHE} to a folder of your "
        "own, or have someone who may write to the installation run audit --warm once"
    )


class _Announcement(event.Listener):  # type: ignore[misc]  # numba's types have no types
    """Says once that kernels are being compiled: it takes a while, and only the first time where they can be kept."""

    def __init__(self) -> None:
        self.is_said = False

    def on_start(self, _event: object) -> None:
        if not self.is_said:
            self.is_said = True
            sys.stderr.write(f"audit: compiling its inner loops (half a minute); {kept()}\n")

    def on_end(self, _event: object) -> None:
        """Nothing more to say."""


event.register("numba:compile", _Announcement())
