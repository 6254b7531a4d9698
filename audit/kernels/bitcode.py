"""LLVM bitcode of the kernels, shipped with the program and valid for any processor.

numba takes 20 CPU seconds for type inference and lowering of all kernels; LLVM alone compiles the result in less than
one. The name of a bitcode file contains the digest of its sources: for a changed kernel numba makes it anew, with equal
results.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, Final

import numpy as np

from audit.kernels.kernel_cache import SOURCES
from audit.kernels.signatures import IS_PART, Argument

FOLDER: Final = SOURCES / "shipped"
# The LLVM version of the bitcode: later versions read it, earlier ones may misread it.
LLVM: Final = 22
_MAKERS: Final = ("build.py", "signatures.py", "numba_frontend.py")
_DIGEST: Final = 16
_POINTER_BITS: Final = 64


def shipped(function: Callable[..., Any], arguments: tuple[Argument, ...]) -> bytes | None:
    """Return the shipped bitcode of a kernel, None if there is none or it is not usable here."""
    with suppress(OSError):
        return bitcode_file(function, arguments).read_bytes() if _is_understood() else None
    return None


def bitcode_file(function: Callable[..., Any], arguments: tuple[Argument, ...]) -> Path:
    """Return the path of a kernel's bitcode, existing or not."""
    assert isinstance(function, FunctionType)  # noqa: S101 a plain function was decorated
    digest = sha256(repr(arguments).encode())
    for piece in (*(_content(SOURCES / name) for name in _MAKERS), *_made_from(function, set())):
        digest.update(len(piece).to_bytes(8, "little") + piece)
    return FOLDER / f"{function.__module__}.{function.__name__}-{digest.hexdigest()[:_DIGEST]}.bc"


def parts_of(function: FunctionType) -> Iterator[tuple[str, FunctionType]]:
    """Yield the functions compiled into one that calls them, each with its name there."""
    for name in sorted(set(_names(function.__code__))):
        called = function.__globals__.get(name)
        called = getattr(called, "__wrapped__", called)
        if isinstance(called, FunctionType) and IS_PART in called.__dict__:
            yield name, called


def _names(code: CodeType) -> Iterator[str]:
    """Yield the global names used by a function, including those of nested functions."""
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)


def _made_from(function: FunctionType, seen: set[FunctionType]) -> Iterator[bytes]:
    """Yield everything a function depends on: its file, the constants it uses, and the same of its parts."""
    seen.add(function)
    yield _content(Path(function.__code__.co_filename))
    for name in sorted(set(_names(function.__code__))):
        known = function.__globals__.get(name)
        if isinstance(known, np.generic | np.ndarray):
            yield f"{name} {known.dtype.str} {known.shape} ".encode() + known.tobytes()
        elif isinstance(known, int | float | tuple):
            yield f"{name} {known!r}".encode()
    for _, called in parts_of(function):
        if called not in seen:
            yield from _made_from(called, seen)


@cache
def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


@cache
def _is_understood() -> bool:
    """Return whether machine and LLVM support bitcode with 64-bit little-endian pointers."""
    from llvmlite.binding import llvm_version_info

    return llvm_version_info[0] >= LLVM and sys.byteorder == "little" and sys.maxsize.bit_length() + 1 == _POINTER_BITS
