"""Tables derived from the program alone: computed once, cached beside the kernels, and memory-mapped by every process.

A table of character classes or n-grams takes a second to compute. Only arrays are stored, no code, and their digest is
verified before use.
"""

from __future__ import annotations

import glob
import io
import mmap
import os
import sys
import tempfile
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from functools import cache, partial
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any, Final, TypeVar
from unicodedata import unidata_version

import numpy as np
import numpy.typing as npt

from audit.kernels.kernel_cache import kernel_folder, processor
from audit.source_digests import digest_of, source_digests
from audit.version import version_of

Tables = Mapping[str, npt.NDArray[Any]]
F = TypeVar("F", bound=Callable[[], Tables])
C = TypeVar("C", bound=Callable[..., Any])
# What every worker would work out again: done before they are forked (audit.kernels.preload).
AHEAD: Final[list[Callable[[], object]]] = []
# The code and data that tables depend on.
_ROOMS: Final = ("kernels/", "measure/", "parser/", "read/", "text/")
_KINDS: Final = (".json", ".py", ".tsv", ".txt", ".xz")
_LIBRARIES: Final = ("langdetect", "numpy", "pyarrow")
# A digest, padded to the alignment of arrays.
_HEAD: Final = 64
_DIGEST: Final = 32
# Seconds for which a file must not have been read before it is removed as one of another version: two versions that
# share a folder, or processors that share a home, keep theirs.
_UNREAD: Final = 7 * 24 * 3600


def derived(make: F) -> F:
    """Decorate a function whose tables depend on the program only, so that they are cached and read only.

    If they cannot be cached, each process computes its own.
    """
    name = f"{make.__module__}.{make.__qualname__}"

    @cache
    def given() -> Tables:
        file = _file(name)
        if (kept := _read(file)) is not None:
            return kept
        with _alone(file):
            if (kept := _read(file)) is not None:
                return kept
            made = make()
            for table in made.values():
                table.setflags(write=False)
            _write(file, made)
        return made

    def kept_ahead() -> None:
        if _file(name).exists():
            given()

    AHEAD.append(kept_ahead)
    given.__doc__ = make.__doc__
    result: Any = given
    kept: F = result
    return kept


def ahead(*given: tuple[Hashable, ...]) -> Callable[[C], C]:
    """Decorate a function to keep its results, and to work out those for the given arguments before workers fork.

    Without any, the function takes none. It may start no thread, and is one that most batches of articles ask.
    """

    def kept(function: C) -> C:
        made: Any = cache(function)
        AHEAD.extend(partial(made, *arguments) for arguments in given or ((),))
        result: C = made
        return result

    return kept


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Hold a lock on the file: the workers of a first run need the same tables at once."""
    with ExitStack() as stack:
        with suppress(OSError, ImportError):
            import fcntl

            lock = stack.enter_context(file.with_suffix(".lock").open("wb"))
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _file(name: str) -> Path:
    return (
        kernel_folder().folder / f"{name}-{sha256(f'{tables_digest()} {name}'.encode()).hexdigest()[:_DIGEST]}.tables"
    )


def _read(file: Path) -> Tables | None:
    """Return the memory-mapped tables of a file; None if it is missing or damaged."""
    with suppress(OSError, ValueError, KeyError), file.open("rb") as opened:
        digest = opened.read(_HEAD)[:_DIGEST]
        # Hashed by reading rather than mapping, so that unused parts do not count as resident memory.
        if file_digest(opened, sha256).digest() != digest:
            return None
        mapped = memoryview(mmap.mmap(opened.fileno(), 0, prot=mmap.PROT_READ))
        tables, at = {}, _HEAD
        while at < len(mapped):
            head = io.BytesIO(mapped[at : at + 4 * _HEAD])
            name = head.read(_HEAD).rstrip(b"\0").decode("ascii")
            np.lib.format.read_magic(head)
            shape, _, kind = np.lib.format.read_array_header_1_0(head)
            start = at + head.tell()
            size = int(np.prod(shape))
            tables[name] = np.frombuffer(mapped, kind, size, start).reshape(shape)
            at = _aligned(start + size * kind.itemsize)
        with suppress(OSError):
            os.utime(file)
        return tables
    return None


def _write(file: Path, tables: Tables) -> None:
    """Store tables atomically: each with its name in numpy's format, aligned to 64 bytes."""
    laid = io.BytesIO()
    for name, table in tables.items():
        laid.write(name.encode("ascii").ljust(_HEAD, b"\0"))
        np.lib.format.write_array(laid, np.ascontiguousarray(table), (1, 0), allow_pickle=False)
        laid.write(bytes(_aligned(laid.tell()) - laid.tell()))
    content = laid.getvalue()
    with suppress(OSError):
        handle, made = tempfile.mkstemp(dir=file.parent)
        with os.fdopen(handle, "wb") as opened:
            opened.write(sha256(content).digest().ljust(_HEAD, b"\0") + content)
        Path(made).replace(file)
        _remove_of_other_versions(file)


def _remove_of_other_versions(file: Path) -> None:
    """Remove the files of the same tables that no run has read for a week before this one was written.

    Who has mapped one goes on reading it; who asks for it later makes it anew.
    """
    name, written = file.name.rpartition("-")[0], file.stat().st_mtime
    for other in file.parent.glob(f"{glob.escape(name)}-*{file.suffix}"):
        with suppress(OSError):
            if written - other.stat().st_mtime > _UNREAD:
                other.unlink()
                other.with_suffix(".lock").unlink()


def _aligned(at: int) -> int:
    return -(-at // _HEAD) * _HEAD


@cache
def tables_digest() -> str:
    """Return a digest of the code, data and libraries that tables depend on."""
    files = ((path, digest) for path, digest in source_digests().items() if path.startswith(_ROOMS))
    digest = digest_of({path: digest for path, digest in files if path.endswith(_KINDS)})
    libraries = (version_of(each) or "" for each in _LIBRARIES)
    return "\n".join([digest, *libraries, unidata_version, sys.version, *processor()])
