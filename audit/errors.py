"""The errors this project raises, one class per exit code, and whose fault an error of the system is.

Every message says what is wrong, where, and what to do next. Only the command line catches.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

# What a shell sees of a call that was interrupted, as it does of any other program.
INTERRUPTED: Final = 130


class AuditError(Exception):
    """Base of all errors raised on purpose; `exit_code` is what a shell sees."""

    exit_code = 2


class UsageError(AuditError):
    """The call, the configuration or the input cannot be worked with (exit 2)."""


class SurroundingsError(AuditError):
    """The machine would not let us: a full disk, too little memory, a limit, a place that is read only (exit 2)."""


class DefectError(AuditError):
    """A promise of this program did not hold: a defect of ours, never of the data (exit 3)."""

    exit_code = 3


_SPACE: Final = "free some space there, or name a roomier place (--dist, --out, TMPDIR)"
_MEMORY: Final = "give it more memory (ulimit -v, the container's limit), or start fewer workers (--workers 1)"
_FILES: Final = "raise the limit on open files (ulimit -n 1024), or start fewer workers (--workers 1)"
_PROCESSES: Final = (
    "raise the limits on processes and memory (ulimit -u, ulimit -v), or start fewer workers (--workers 1)"
)
_RIGHTS: Final = "name a place that may be written (--dist, --out, TMPDIR), or change its rights"
_PATH: Final = "check the path and what stands there, and that nobody moves or removes it meanwhile"
_DISK: Final = "the disk or the network behind it fails: look at the system's log, and run again elsewhere"
_REMEDIES: Final[Mapping[int, str]] = MappingProxyType(
    {
        **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), _SPACE),
        errno.EFBIG: "raise the limit on the size of a file (ulimit -f)",
        **dict.fromkeys((errno.EMFILE, errno.ENFILE), _FILES),
        errno.ENOMEM: _MEMORY,
        errno.EAGAIN: _PROCESSES,
        **dict.fromkeys((errno.EROFS, errno.EACCES, errno.EPERM), _RIGHTS),
        **dict.fromkeys(
            (errno.ENOENT, errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.ENOTEMPTY),
            _PATH,
        ),
        **dict.fromkeys((errno.EIO, errno.ESTALE, errno.ENODEV, errno.ENXIO, errno.ETIMEDOUT), _DISK),
    }
)
# What libraries and dying children say where the number is lost; in order, the first one found counts.
_WORDS: Final = (
    ("No space left on device", _SPACE),
    ("Disk quota exceeded", _SPACE),
    ("Too many open files", _FILES),
    ("failed to map segment", _MEMORY),
    ("annot allocate memory", _MEMORY),
    ("out of memory", _MEMORY),
    ("MemoryError", _MEMORY),
    ("can't start new thread", _PROCESSES),
    ("Resource temporarily unavailable", _PROCESSES),
    ("Read-only file system", _RIGHTS),
    ("Permission denied", _RIGHTS),
    ("Input/output error", _DISK),
)


def remedy(error: BaseException) -> str | None:
    """Return what helps where the machine, not the program, is why `error` was raised; None where it may be us.

    Errors that it was raised from, or while handling, count too: a library wraps what the system told it.
    """
    for cause in _causes(error):
        if isinstance(cause, MemoryError):
            return _MEMORY
        if isinstance(cause, OSError) and (known := _REMEDIES.get(cause.errno or 0)):
            return known
        if isinstance(cause, (OSError, ImportError, RuntimeError)) and (found := remedy_in(str(cause))):
            return found
    return None


def remedy_in(words: str) -> str | None:
    """Return what helps where the last words of a child process tell of the machine's trouble; None where not."""
    return next((helps for said, helps in _WORDS if said in words), None)


def ended(sentence: str, words: str) -> AuditError:
    """Return the error of a child that died with these last words: the machine's trouble, or else a defect of ours."""
    helps = remedy_in(words)
    return (
        DefectError(f"{sentence}; check the installation, then report it")
        if helps is None
        else SurroundingsError(f"{sentence}; {helps}")
    )


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield cause
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
