"""Compilation and linking of bitcode by LLVM alone, at a tenth of the cost of importing numba."""

from __future__ import annotations

from collections.abc import Callable
from ctypes import CFUNCTYPE, byref, c_char_p, c_int, c_int64, c_void_p
from functools import cache
from typing import Any, Final

_ENTRY: Final = "audit_kernel"
_LEVEL: Final = 3
_CALL: Final = CFUNCTYPE(c_int, c_char_p, c_void_p)
# The code lives as long as its engine.
_ENGINES: Final[list[Any]] = []


def emitted(bitcode: bytes) -> bytes:
    """Return the object code of a kernel for this machine."""
    llvm = llvm_binding()
    target = llvm.Target.from_default_triple()
    machine = target.create_target_machine(
        cpu=llvm.get_host_cpu_name(),
        features=llvm.get_host_cpu_features().flatten(),
        opt=_LEVEL,
        # As numba does: position-dependent code on x86.
        reloc="static" if target.name.startswith("x86") else "default",
        codemodel="jitdefault",
        jit=True,
    )
    module = llvm.parse_bitcode(bitcode)
    module.triple, module.data_layout = machine.triple, str(machine.target_data)
    code: bytes = machine.emit_object(module)
    return code


def linked(code: bytes, *, returns: bool) -> Callable[[bytes], int | None]:
    """Return the function in object code made by audit.kernels.build; it takes packed arguments.

    Raises ArithmeticError on a division by zero in the kernel.
    """
    llvm = llvm_binding()
    engine = llvm.create_mcjit_compiler(llvm.parse_assembly(""), _machine())
    engine.add_object_file(llvm.ObjectFileRef.from_data(code))
    engine.finalize_object()
    _ENGINES.append(engine)
    entry = _CALL(engine.get_function_address(_ENTRY))

    def call(given: bytes) -> int | None:
        result = c_int64()
        if entry(given, byref(result)):
            raise ArithmeticError("a kernel gave up")
        return result.value if returns else None

    return call


@cache
def llvm_binding() -> Any:
    """Return LLVM, ready to compile for this machine."""
    import llvmlite.binding as llvm

    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    return llvm


@cache
def _machine() -> Any:
    return llvm_binding().Target.from_default_triple().create_target_machine()
