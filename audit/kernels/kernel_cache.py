"""The cache of compiled kernels, and when it may be trusted: its content is executed."""

from __future__ import annotations

import atexit
import os
import platform
import shutil
import stat
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

from audit.user_cache import CACHE, OTHERS_MAY_WRITE, user_cache

# Counts as well as our own variable.
_NUMBAS: Final = "NUMBA_CACHE_DIR"
# Set by a run for its workers if no persistent folder is usable.
_OF_THIS_RUN: Final = "AUDIT_KERNELS_OF_THIS_RUN"
SOURCES: Final = Path(__file__).parent
_BESIDE: Final = SOURCES / "__pycache__" / "compiled"
# A folder beside the sources is readable by others, as the sources are; a user's cache is private.
_READABLE, _PRIVATE = 0o755, 0o700
_STAMP: Final = 32
_DIGEST: Final = 32
# The lines of /proc/cpuinfo, on x86 and Arm, that are constant.
_OF_PROCESSOR: Final = frozenset(
    (
        *("vendor_id", "cpu family", "model", "model name", "stepping", "flags"),
        *("CPU implementer", "CPU architecture", "CPU variant", "CPU part", "CPU revision", "Features"),
    )
)


@dataclass(frozen=True, slots=True)
class KernelFolder:
    """The folder of compiled kernels; whether it is persistent, and otherwise why others were not usable."""

    folder: Path
    lasts: bool
    refused: tuple[str, ...] = ()


@cache
def kernel_folder() -> KernelFolder:
    """Return the folder of kernels: one named by a variable, beside the sources, or in the user's cache.

    Folders owned or writable by others are not used, since they could contain any code. Without a usable one a private
    folder serves this run and its workers.
    """
    refused: list[str] = []
    for folder, mode in _candidates():
        fault = _fault(folder, mode)
        if fault is None:
            return KernelFolder(folder, lasts=True)
        refused.append(f"{str(folder)!a} {fault}")
    return KernelFolder(_private(), lasts=False, refused=tuple(refused))


def cache_location() -> str:
    """Return a sentence on where kernels are cached, or how they could be."""
    found = kernel_folder()
    if found.lasts:
        return f"they are kept in {str(found.folder)!a} for the next run"
    return (
        f"they cannot be kept for the next run, since {' and '.join(found.refused)}: set {CACHE} to a folder that you "
        "own, or have someone with write access to the installation run audit --warm once"
    )


@cache
def announce() -> None:
    """Announce, once in a process, that kernels are being compiled, which takes a while."""
    sys.stderr.write(f"audit: compiling its inner loops (some ten seconds); {cache_location()}\n")


@dataclass(frozen=True, slots=True)
class ObjectFile:
    """The file of a kernel's machine code, from the source file `source`, called `name`."""

    source: str
    name: str

    def read(self) -> bytes | None:
        """Return the machine code, None if it is missing or damaged."""
        with suppress(OSError):
            kept = self._path.read_bytes()
            digest, code = kept[:_DIGEST], kept[_DIGEST:]
            return code if sha256(code).digest() == digest else None
        return None

    def write(self, code: bytes) -> None:
        """Store machine code atomically; a failure only means compiling again."""
        with suppress(OSError):
            handle, made = tempfile.mkstemp(dir=self._path.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(sha256(code).digest() + code)
            Path(made).replace(self._path)

    @property
    def _path(self) -> Path:
        key = sha256(f"{stamp(self.source)} {self.name} {_machine()}".encode()).hexdigest()[:_STAMP]
        return kernel_folder().folder / f"{self.name}-{key}.o"


def is_complete() -> bool:
    """Return whether all kernels of these sources are cached for this machine."""
    return _marker(kernel_folder().folder).exists()


def mark_complete() -> None:
    """Record that all kernels are cached, so that the folder may be read only."""
    with suppress(OSError):
        _marker(kernel_folder().folder).touch()


def stamp(file: str = "") -> str:
    """Return the digest of all kernel sources, any of which may be part of any other; and of a file elsewhere."""
    return _digest(*([Path(file)] if file and SOURCES not in Path(file).parents else ()))


@cache
def _digest(*further: Path) -> str:
    digest = sha256()
    for path in (*sorted(SOURCES.rglob("*.py")), *further):
        content = path.read_bytes() if path.is_file() else b""
        digest.update(len(content).to_bytes(8, "little") + content)
    return digest.hexdigest()[:_STAMP]


def _candidates() -> list[tuple[Path, int]]:
    chosen, numbas = os.environ.get(CACHE), os.environ.get(_NUMBAS)
    if chosen:
        return [(Path(chosen, "kernels").absolute(), _PRIVATE)]
    if numbas:
        return [(Path(numbas, "corpus-audit").absolute(), _PRIVATE)]
    home, apart = user_cache(), sha256(os.fsencode(SOURCES)).hexdigest()[:_STAMP]
    return [(_BESIDE, _READABLE), *([(home / "kernels" / apart, _PRIVATE)] if home else ())]


def _fault(folder: Path, mode: int) -> str | None:
    """Return why kernels cannot be cached in a folder, created if missing; None if they can."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            folder.mkdir(mode)
        if not _is_trusted(folder):
            return "is writable by other users"
        if not _marker(folder).exists():
            tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        return f"cannot be written ({error.strerror})"
    return None


def _is_trusted(folder: Path) -> bool:
    """Return whether only this user can change or replace the content of the folder.

    Beside the sources their owner counts as well, whose code is executed in any case.
    """
    found = folder.lstat()
    owners = {os.geteuid(), SOURCES.stat().st_uid} if folder == _BESIDE else {os.geteuid()}
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in owners or found.st_mode & OTHERS_MAY_WRITE:
        return False
    above = (parent.stat().st_mode for parent in folder.resolve().parents)
    return not any(mode & stat.S_IWOTH and not mode & stat.S_ISVTX for mode in above)


def _marker(folder: Path) -> Path:
    return folder / f"complete-{sha256(f'{stamp()} {_machine()}'.encode()).hexdigest()[:_STAMP]}"


@cache
def _machine() -> str:
    """Return the compiler and processor that machine code is valid for."""
    made_by = [f"{package} {version(package)}" for package in ("numba", "llvmlite")]
    return "\n".join([*made_by, sys.implementation.cache_tag or "", platform.machine(), *processor()])


@cache
def processor() -> tuple[str, ...]:
    """Return what distinguishes this processor from others with different instructions."""
    try:
        told = Path("/proc/cpuinfo").read_text("utf-8", "replace").partition("\n\n")[0].splitlines()
    except OSError:
        # Outside Linux.
        import llvmlite.binding as llvm

        return llvm.get_host_cpu_name(), llvm.get_host_cpu_features().flatten()
    return tuple(line for line in told if line.partition(":")[0].strip() in _OF_PROCESSOR)


def _private() -> Path:
    """Return a private folder for this run and its workers, removed at the end."""
    given = os.environ.get(_OF_THIS_RUN)
    if given and Path(given).is_dir() and _is_trusted(Path(given)):
        return Path(given)
    folder = tempfile.mkdtemp(prefix="corpus-audit-kernels-")
    os.environ[_OF_THIS_RUN] = folder
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
