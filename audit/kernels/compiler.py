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
from hashlib import sha1
from pathlib import Path
from typing import Any, Final, TypeAlias, TypeVar

import numpy.typing as npt

F = TypeVar("F", bound=Callable[..., Any])
# What the arguments of kernels are to the rest of the program; which numbers, their signatures say.
Array: TypeAlias = npt.NDArray[Any]

# Ours, the name that a reader of --help finds; numba's own counts as well.
CACHE: Final = "AUDIT_CACHE_DIR"
_NUMBAS: Final = "NUMBA_CACHE_DIR"
_HOME_CACHES: Final = Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser())
_BESIDE_SOURCE: Final = Path(__file__).parent / "__pycache__"


def _is_writable(folder: Path) -> bool:
    """Return whether a file can be made in the folder, by making one, as numba will."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError:
        return False
    return True


def _lasting() -> Path | None:
    """Return the folder where numba will find in the next run what it keeps in this one; None without any."""
    chosen, numbas = os.environ.get(CACHE), os.environ.get(_NUMBAS)
    named = [*([Path(chosen, "kernels")] if chosen else []), *([Path(numbas)] if numbas else [])]
    found = next((place for place in named or (_BESIDE_SOURCE, _HOME_CACHES / "numba") if _is_writable(place)), None)
    if named and found:
        os.environ[_NUMBAS] = str(found)
    return found


def _for_this_run() -> Path:
    """Return a folder of nobody else's (what is kept is run) that is numba's until this run and its workers end."""
    folder = Path(tempfile.mkdtemp(prefix="corpus-audit-kernels-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ[_NUMBAS] = str(folder)
    return folder


def _begin_with_what_is_compiled(folder: Path) -> None:
    """Copy what was compiled beside the sources by who may write there: numba itself does not look where it may not."""
    for compiled in sorted(_BESIDE_SOURCE.parent.rglob("*.nb[ic]")):
        source = compiled.parent.parent
        # numba's name for what belongs to the sources of a folder. Were it another one, all would be compiled again.
        mirror = folder / f"{source.name}_{sha1(str(source).encode(), usedforsecurity=False).hexdigest()}"
        mirror.mkdir(exist_ok=True)
        if not (mirror / compiled.name).exists():
            shutil.copyfile(compiled, mirror / compiled.name)


_KEPT: Final = _lasting()
if _KEPT != _BESIDE_SOURCE:
    _begin_with_what_is_compiled(_KEPT or _for_this_run())
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


def kept() -> str:
    """Return a sentence that says where kernels are kept from run to run, or how that could be."""
    if _KEPT is not None:
        return f"they are kept in {str(_KEPT)!a} for the next run"
    chosen = os.environ.get(CACHE)
    tried = f"{CACHE}={chosen!a}" if chosen else f"{str(_BESIDE_SOURCE)!a} or {str(_HOME_CACHES)!a}"
    return (
        f"they cannot be kept for the next run, since nothing can be written to {tried}: set {CACHE} to a "
        "folder where it can, or have someone who may write to the installation run audit --warm once"
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
