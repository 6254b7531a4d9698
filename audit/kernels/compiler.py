"""Declaration of kernels: functions over flat arrays, compiled for one signature, cached, called natively.

A kernel takes and fills numpy arrays and numbers, alone or in named tuples; it allocates nothing, and raises nothing.
Mind its types: a uint64 and an int64 silently make a float64. Declaring a kernel is free: at the first call its machine
code is read from the cache (audit.kernels.linker), or compiled from shipped bitcode (audit.kernels.bitcode). For
changed kernels numba makes that anew (audit.kernels.build), which is not imported otherwise.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from functools import update_wrapper
from typing import Any, Final, TypeAlias, TypeVar

import numpy.typing as npt

from audit.kernels.bitcode import shipped
from audit.kernels.kernel_cache import ObjectFile, announce
from audit.kernels.signatures import (
    BOOL,
    F32,
    F64,
    I16,
    I32,
    I64,
    IS_PART,
    U8,
    U16,
    U32,
    U64,
    VOID,
    Flat,
    Number,
    Struct,
    argument,
    fill,
    flattened,
    read,
)

# Everything needed to declare kernels.
__all__ = [
    "BOOL", "F32", "F64", "I16", "I32", "I64", "U8", "U16", "U32", "U64", "VOID",
    "Array", "Kernel", "declared", "fill", "kernel", "part", "read",
]  # fmt: skip

F = TypeVar("F", bound=Callable[..., Any])
# The types of arguments for type checkers; signatures say which numbers they hold.
Array: TypeAlias = npt.NDArray[Any]
Given: TypeAlias = Number | Flat | type[tuple[Any, ...]]


_DECLARED: Final[list[Kernel]] = []


class Kernel:
    """A function called as machine code, for exactly its argument types, without the GIL."""

    def __init__(self, function: Callable[..., Any], result: Number, arguments: tuple[Given, ...]) -> None:
        self.function, self.result, self.arguments = function, result, tuple(map(argument, arguments))
        self._flat = flattened(self.arguments)
        self._has_structs = len(self._flat) > len(self.arguments)
        part(function)
        update_wrapper(self, function)
        self._code: Callable[[bytes], int | None] | None = None
        self._pack = struct.Struct("=" + "".join("Qq" if isinstance(a, Flat) else a.laid for a in self._flat)).pack

    def __call__(self, *given: Any) -> int | None:
        """Return the kernel's result. Raises TypeError for arguments of other types than declared."""
        code = self._code or self.linked()
        packed: list[Any] = []
        values = self._fields(given) if self._has_structs else given
        for kind, value in zip(self._flat, values, strict=True):
            if isinstance(kind, Number):
                packed.append(value)
                continue
            # One check covers address, type, length and contiguity.
            face = value.__array_interface__
            at, is_read_only = face["data"]
            if (
                face["typestr"] != kind.of.typestr
                or face["strides"] is not None
                or len(face["shape"]) != 1
                or at % kind.of.size
                or (kind.is_filled and is_read_only)
            ):
                raise _other_type(self, kind, value)
            packed += at, face["shape"][0]
        try:
            return code(self._pack(*packed))
        except struct.error as error:
            raise TypeError(f"{self.function.__name__} takes other numbers than these: {error}") from error

    def _fields(self, given: tuple[Any, ...]) -> list[Any]:
        """Return the arguments with its fields in place of each struct."""
        each = zip(self.arguments, given, strict=True)
        return [field for kind, value in each for field in (value if isinstance(kind, Struct) else (value,))]

    @property
    def file(self) -> ObjectFile:
        """The file of its machine code."""
        code = self.function.__code__
        return ObjectFile(code.co_filename, f"{self.function.__module__}-{code.co_firstlineno}")

    def compile(self) -> bytes:
        """Return its machine code, compiled from shipped bitcode or else by numba, and cache it."""
        bitcode = shipped(self.function, self.arguments)
        if bitcode is None:
            announce()
            bitcode = self.translate()
        return self.keep(bitcode)

    def translate(self) -> bytes:
        """Return its bitcode, made by numba."""
        from audit.kernels.build import built

        return built(self.function, self.result, self.arguments)

    def keep(self, bitcode: bytes) -> bytes:
        """Compile the bitcode to machine code, and cache it if possible."""
        from audit.kernels.linker import emitted

        made = emitted(bitcode)
        self.file.write(made)
        return made

    def linked(self) -> Callable[[bytes], int | None]:
        """Return its machine code, linked into this process."""
        from audit.kernels.linker import linked

        self._code = linked(self.file.read() or self.compile(), returns=self.result is not VOID)
        return self._code


def _other_type(kernel: Kernel, kind: Flat, value: Array) -> TypeError:
    wanted = f"a flat array of {kind.of.name}{' to fill' if kind.is_filled else ''}"
    return TypeError(f"{kernel.function.__name__} takes {wanted}, not {value.dtype} in {value.ndim} dimensions")


def kernel(result: Number, *arguments: Given) -> Callable[[F], F]:
    """Declare a function compiled for the types of its arguments; a class is that of a named tuple."""

    def declared(function: F) -> F:
        made: Any = Kernel(function, result, arguments)
        _DECLARED.append(made)
        kept: F = made
        return kept

    return declared


def part(function: F) -> F:
    """Declare a function compiled into the kernels that call it, from any module."""
    function.__dict__[IS_PART] = True
    return function


def declared() -> tuple[Kernel, ...]:
    """Return all kernels whose modules have been imported."""
    return tuple(_DECLARED)
