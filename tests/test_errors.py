"""Errors of the machine come with a remedy; what may be our own fault does not."""

from __future__ import annotations

import errno

import pytest

from audit.errors import DefectError, MachineError, child_error, remedy


def wrapped(error: BaseException) -> BaseException:
    try:
        try:
            raise error
        except type(error) as inner:
            raise ValueError("a library's own words") from inner
    except ValueError as outer:
        return outer


@pytest.mark.parametrize(
    ("error", "helps"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "TMPDIR"),
        (OSError(errno.EMFILE, "Too many open files"), "ulimit -n"),
        (PermissionError(errno.EROFS, "Read-only file system"), "writable location"),
        (FileExistsError(errno.EEXIST, "File exists", "f"), "check the path"),
        (OSError(errno.EIO, "Input/output error"), "system log"),
        (MemoryError(), "memory"),
        (RuntimeError("can't start new thread"), "ulimit -u"),
        (ImportError("libarrow.so: failed to map segment from shared object"), "memory"),
        (OSError("[Errno 28] Error writing bytes. Detail: No space left on device"), "TMPDIR"),
    ],
    ids=str,
)
def test_the_machines_trouble_has_a_remedy(error: BaseException, helps: str) -> None:
    assert helps in (remedy(error) or "")
    assert helps in (remedy(wrapped(error)) or "")


@pytest.mark.parametrize(
    "error",
    [
        ValueError("No space left on device, says the text"),
        OSError("Corrupt snappy compressed data"),
        ImportError("cannot import name 'x' from 'audit'"),
        RecursionError("maximum recursion depth exceeded"),
        BrokenPipeError(errno.EPIPE, "Broken pipe"),
        KeyError("documents"),
    ],
    ids=str,
)
def test_what_may_be_our_own_fault_has_none(error: BaseException) -> None:
    assert remedy(error) is None


def test_a_child_is_judged_by_its_last_words() -> None:
    assert isinstance(child_error("it died", "numpy: Cannot allocate memory"), MachineError)
    assert isinstance(child_error("it died", "KeyError: 'x'"), DefectError)
