"""numba as a front end only: it compiles to LLVM bitcode, which it never runs.

Numba makes a library of each function, optimises it, links it into its callers, optimises those again, and loads all of
them. A kernel is not run in numba's process, so it is optimised once, with all its parts: a quarter less work.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, Final

# The pretended address of a function that is never run; numba refuses only 0.
_NOWHERE: Final = 1
# The vector width of common processors; on narrower ones LLVM splits the vectors.
_ARCHITECTURE, _PROCESSOR = "x86-64", "x86-64-v3"
_LEVEL: Final = 3


@contextmanager
def compile_only() -> Iterator[None]:
    """Make numba compile without running the result."""
    from numba.core.compiler_lock import global_compiler_lock
    from numba.core.registry import cpu_target
    from numba.cpython import slicing

    target = cpu_target.target_context
    with global_compiler_lock:
        before = target._internal_codegen, slicing.fix_index  # noqa: SLF001 numba has no other place to say so
        target._internal_codegen, slicing.fix_index = _codegen(), _from_the_start  # noqa: SLF001
        try:
            yield
        finally:
            target._internal_codegen, slicing.fix_index = before  # noqa: SLF001


def bitcode(library: Any, entry: Any) -> bytes:
    """Return the bitcode of a library linked with the module `entry`, whose functions alone are exported."""
    import llvmlite.binding as llvm

    module = library._final_module  # noqa: SLF001 what numba compiled
    seen = {function.name for function in entry.functions if not function.is_declaration}
    module.link_in(entry)
    for each in (*module.functions, *module.global_variables):
        if not each.is_declaration and each.name not in seen:
            each.linkage = "internal"
    target = llvm.Target.from_default_triple()
    machine = target.create_target_machine(cpu=_PROCESSOR if target.name == _ARCHITECTURE else "")
    passes = llvm.create_pass_builder(machine, llvm.create_pipeline_tuning_options(speed_level=_LEVEL))
    manager = passes.getModulePassManager()
    manager.add_strip_symbols_pass()
    manager.run(module, passes)
    made: bytes = module.as_bitcode()
    return made


def _from_the_start(_builder: Any, index: Any, _size: Any) -> Any:
    """Return an index as it is: no kernel counts from the end, and asking before every access costs a tenth."""
    return index


@cache
def _codegen() -> Any:
    from numba.core.codegen import JITCodeLibrary, JITCPUCodegen

    class UnrunLibrary(JITCodeLibrary):  # type: ignore[misc]  # numba has no types
        """The code of one function, optimised only for size."""

        def _optimize_final_module(self) -> None:
            """Do nothing: the kernel that the function becomes part of is optimised."""

        def _finalize_final_module(self) -> None:
            self._finalized = True

        def get_pointer_to_function(self, _name: str) -> int:
            self._ensure_finalized()
            return _NOWHERE

    class UnrunCodegen(JITCPUCodegen):  # type: ignore[misc]  # numba has no types
        """A code generator that makes such libraries."""

        _library_class = UnrunLibrary

        def set_env(self, _name: str, _env: object) -> None:
            """Do nothing: only functions that run need their globals."""

    return UnrunCodegen("audit")
