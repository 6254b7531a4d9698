"""Operating system errors caused by the machine, not by an input: disk full, out of memory, too many open files."""

from __future__ import annotations

import errno
from typing import Final

from audit.errors import SurroundingsError, remedy

# Errno values that describe the machine, whatever file they are raised for.
_OF_THE_MACHINE: Final = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN}
)
_DISK: Final = "check that the disk is present, works and is writable"


def is_of_the_machine(error: BaseException) -> bool:
    """Return whether an error is about the machine and not about the file it was raised for."""
    return isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno in _OF_THE_MACHINE)


def refuse_trouble(error: BaseException, where: object) -> None:
    """Raise SurroundingsError if an operating system error says that the machine is why `where` could not be read.

    MemoryError is not treated so: a damaged file can make a library ask for any amount of memory.
    """
    if isinstance(error, OSError) and is_of_the_machine(error):
        raise surroundings(error, f"reading {where}") from error


def surroundings(error: BaseException, doing: str) -> SurroundingsError:
    """Return the SurroundingsError that ends a run when the machine failed while it was `doing` something."""
    number = errno.ENOMEM if isinstance(error, MemoryError) else getattr(error, "errno", None)
    name = errno.errorcode.get(number or 0, type(error).__name__)
    return SurroundingsError(
        f"{doing} failed ({name}), not because of the input; {remedy(error) or _DISK}; then run again"
    )
