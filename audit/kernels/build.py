"""The door to numba: a function and its types in, LLVM's bitcode out, that needs neither numba nor Python to run.

What numba makes for Python, wrappers that take and count its objects, is left out, and so is its reference counting:
kernels are given addresses and lengths. They are entered by one function of ours, which takes them from a row of
64-bit numbers: two for an array, one for a number.
"""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import Any, Final

from audit.kernels.bitcode import parts_of
from audit.kernels.signatures import Argument, Flat, Number
from audit.kernels.unrun import bitcode, unrun

ENTRY: Final = "audit_kernel"
# No wrappers, no reference counts; kernels are part of no stack of Python's that would have to be unwound.
_BARE: Final = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True, "_nrt": False}
# What kernels call of ours, as numba wants it: a part that several have is compiled once for each types it is given.
_PARTS: Final[dict[Callable[..., Any], Any]] = {}


def built(function: Callable[..., Any], result: Number, arguments: tuple[Argument, ...]) -> bytes:
    """Return the bitcode of a function."""
    import llvmlite.binding as llvm
    import numba
    from numba.core import types, typing

    def kind_of(kind: Argument) -> Any:
        if isinstance(kind, Flat):
            return types.Array(getattr(types, kind.of.name), 1, "C", readonly=not kind.is_filled)
        return getattr(types, kind.name)

    signature = typing.signature(kind_of(result), *map(kind_of, arguments))
    with unrun():
        made = numba.njit(**_BARE)(_with_parts(function))
        made.compile(signature)
    found = made.overloads[signature.args]
    return bitcode(found.library, llvm.parse_assembly(_entry(found.fndesc.llvm_func_name, arguments)))


def _with_parts(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return the function with what it calls of ours as numba wants it: compiled for whatever types are given."""
    import numba

    assert isinstance(function, FunctionType)  # noqa: S101 a plain function was decorated
    used = dict(function.__globals__)
    for name, called in parts_of(function):
        if called not in _PARTS:
            _PARTS[called] = numba.njit(**_BARE)(_with_parts(called))
        used[name] = _PARTS[called]
    copy = FunctionType(function.__code__, used, function.__name__, function.__defaults__, function.__closure__)
    copy.__kwdefaults__ = function.__kwdefaults__
    copy.__module__, copy.__qualname__ = function.__module__, function.__qualname__
    return copy


def _entry(name: str, arguments: tuple[Argument, ...]) -> str:
    """Return the LLVM source of the function that a kernel is entered by, in numba's way of calling.

    It takes the row of numbers and where the result goes, and returns numba's status: 0 when all went well.
    """
    lines: list[str] = []
    types, values = ["ptr", "ptr"], ["ptr %result", "ptr %raised"]

    def slot(kind: str) -> str:
        at = len(lines)
        lines.append(f"%p{at} = getelementptr i64, ptr %given, i64 {at // 2}")
        lines.append(f"%v{at} = load {kind}, ptr %p{at}, align 1")
        return f"{kind} %v{at}"

    for kind in arguments:
        if isinstance(kind, Flat):
            address, length = slot("ptr"), slot("i64")
            # Owner, parent, items, bytes of one, address, shape, stride.
            its = ["ptr null", "ptr null", length, f"i64 {kind.of.size}", address, length, f"i64 {kind.of.size}"]
        else:
            its = [slot("double" if kind.laid == "d" else "i64")]
        values += its
        types += [one.split()[0] for one in its]
    body = "\n  ".join(["%raised = alloca ptr", *lines])
    return f"""
declare i32 @"{name}"({", ".join(types)})
define i32 @{ENTRY}(ptr %given, ptr %result) {{
  {body}
  %status = call i32 @"{name}"({", ".join(values)})
  ret i32 %status
}}
"""
