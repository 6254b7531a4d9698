"""Translation of typed functions by numba to LLVM bitcode, which runs without numba and Python.

numba's wrappers for Python objects and its reference counting are left out: kernels get addresses and lengths. They are
called through one generated function, which takes these from an array of 64-bit numbers: two per array, one per number.
"""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import Any, Final

from audit.kernels.bitcode import parts_of
from audit.kernels.numba_frontend import bitcode, compile_only
from audit.kernels.signatures import Argument, Flat, Number, Struct, flattened

ENTRY: Final = "audit_kernel"
# No wrappers, no reference counts; and no Python stack that would have to be unwound.
_BARE: Final = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True, "_nrt": False}
# The dispatchers of parts: one called by several kernels is compiled once per combination of types.
_PARTS: Final[dict[Callable[..., Any], Any]] = {}


def built(function: Callable[..., Any], result: Number, arguments: tuple[Argument, ...]) -> bytes:
    """Return the bitcode of a function."""
    import llvmlite.binding as llvm
    import numba
    from numba.core import types, typing
    from numba.core.types.containers import NamedTuple

    def kind_of(kind: Argument) -> Any:
        if isinstance(kind, Struct):
            return NamedTuple([kind_of(field) for field in kind.fields], kind.of)
        if isinstance(kind, Flat):
            return types.Array(getattr(types, kind.of.name), 1, "C", readonly=not kind.is_filled)
        return getattr(types, kind.name)

    signature = typing.signature(kind_of(result), *map(kind_of, arguments))
    with compile_only():
        made = numba.njit(**_BARE)(_with_parts(function))
        made.compile(signature)
    found = made.overloads[signature.args]
    return bitcode(found.library, llvm.parse_assembly(_entry(found.fndesc.llvm_func_name, arguments)))


def _with_parts(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return the function with the parts that it calls as numba dispatchers, which compile for any types."""
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
    """Return the LLVM source of a kernel's entry function, which follows numba's calling convention.

    It takes the array of numbers and the address of the result, and returns numba's status: 0 for success.
    """
    lines: list[str] = []
    types, values = ["ptr", "ptr"], ["ptr %result", "ptr %raised"]

    def slot(kind: str) -> str:
        at = len(lines)
        lines.append(f"%p{at} = getelementptr i64, ptr %given, i64 {at // 2}")
        lines.append(f"%v{at} = load {kind}, ptr %p{at}, align 1")
        return f"{kind} %v{at}"

    for kind in flattened(arguments):
        if isinstance(kind, Flat):
            address, length = slot("ptr"), slot("i64")
            # numba's array: owner, parent, number of items, item size, address, shape, stride.
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
