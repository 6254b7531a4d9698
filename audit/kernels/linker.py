"""Makes machine code of bitcode and takes it into the process: LLVM alone, a tenth of what importing numba costs."""

from __future__ import annotations

from collections.abc import Callable
from ctypes import CFUNCTYPE, byref, c_char_p, c_int, c_int64, c_void_p
from functools import cache
from typing import Any, Final

_ENTRY: Final = "audit_kernel"
_LEVEL: Final = 3
_CALL: Final = CFUNCTYPE(c_int, c_char_p, c_void_p)
# The code lives as long as the engine that holds it.
_ENGINES: Final[list[Any]] = []


def emitted(bitcode: bytes) -> bytes:
    """Return the object code of a kernel for the machine that this is."""
    llvm = _llvm()
    target = llvm.Target.from_default_triple()
    machine = target.create_target_machine(
        cpu=llvm.get_host_cpu_name(),
        features=llvm.get_host_cpu_features().flatten(),
        opt=_LEVEL,
        # What numba asks for: the code of x86 has to know where it stands.
        reloc="static" if target.name.startswith("x86") else "default",
        codemodel="jitdefault",
        jit=True,
    )
    module = llvm.parse_bitcode(bitcode)
    module.triple, module.data_layout = machine.triple, str(machine.target_data)
    code: bytes = machine.emit_object(module)
    return code


def linked(code: bytes, *, returns: bool) -> Callable[[bytes], int | None]:
    """Return the function in object code that audit.kernels.build made; it takes its packed arguments.

    Raises ArithmeticError where the kernel gives up, which is for a division by nothing.
    """
    llvm = _llvm()
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
def _llvm() -> Any:
    import llvmlite.binding as llvm

    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    return llvm


@cache
def _machine() -> Any:
    return _llvm().Target.from_default_triple().create_target_machine()
