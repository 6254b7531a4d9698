"""The exceptions of this project, one class per exit code, and the classification of operating system errors.

Every message says what is wrong, where, and what to do next. Only the command line catches them.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

# The exit status of an interrupted process, by shell convention.
INTERRUPTED: Final = 130


class AuditError(Exception):
    """Base of all deliberate errors; `exit_code` is the exit status of the process."""

    exit_code = 2


class UsageError(AuditError):
    """The arguments, the configuration or the input are unusable (exit 2)."""


class MachineError(AuditError):
    """The environment failed: disk full, out of memory, resource limit, read-only location (exit 2)."""


class DefectError(AuditError):
    """An internal invariant was violated: a bug in this program, never a property of the data (exit 3)."""

    exit_code = 3


_SPACE: Final = "free some space there, or use another disk (--dist, --out, TMPDIR)"
_MEMORY: Final = "give it more memory (ulimit -v, the container's limit), or start fewer workers (--workers 1)"
_SIZE: Final = "raise the limit on file size (ulimit -f)"
_FILES: Final = "raise the limit on open files (ulimit -n 1024), or start fewer workers (--workers 1)"
_PROCESSES: Final = (
    "raise the limits on processes and memory (ulimit -u, ulimit -v), or start fewer workers (--workers 1)"
)
_RIGHTS: Final = "use a writable location (--dist, --out, TMPDIR), or change its permissions"
_PATH: Final = "check the path and its content, and that nothing moves or removes it during the run"
_DISK: Final = "the disk or the network fails: look at the system log, and run again elsewhere"
_REMEDIES: Final[Mapping[int, str]] = MappingProxyType(
    {
        **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), _SPACE),
        errno.EFBIG: _SIZE,
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
# Substrings of messages from libraries and child processes that carry no errno; the first match counts.
_WORDS: Final = (
    ("No space left on device", _SPACE),
    ("Disk quota exceeded", _SPACE),
    ("File too large", _SIZE),
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
    """Return what to do if `error` was caused by the environment; None if it may be a bug of this program.

    The chain of causes and contexts is searched too, since libraries wrap operating system errors.
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
    """Return what to do if the stderr tail of a child process reports an environment problem; None otherwise."""
    return next((helps for sign, helps in _WORDS if sign in words), None)


def child_error(sentence: str, words: str) -> AuditError:
    """Return the error for a child process that died with this stderr tail: MachineError or DefectError."""
    helps = remedy_in(words)
    return (
        DefectError(f"{sentence}; check the installation, then report it")
        if helps is None
        else MachineError(f"{sentence}; {helps}")
    )


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield cause
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
