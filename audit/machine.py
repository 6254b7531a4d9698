"""Operating system errors caused by the machine, not by an input: disk full, out of memory, too many open files."""

from __future__ import annotations

import errno
from typing import Final

from audit.errors import MachineError, remedy

# Errno values that describe the machine, whatever file they are raised for.
_OF_THE_MACHINE: Final = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN}
)
_DISK: Final = "check that the disk is present, works and is writable"


def is_machine_error(error: BaseException) -> bool:
    """Return whether an error is about the machine and not about the file it was raised for."""
    return isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno in _OF_THE_MACHINE)


def raise_machine_error(error: BaseException, where: object) -> None:
    """Raise MachineError if an operating system error says that the machine is why `where` could not be read.

    MemoryError is not treated so: a damaged file can make a library ask for any amount of memory.
    """
    if isinstance(error, OSError) and is_machine_error(error):
        raise machine_error(error, f"reading {where}") from error


def machine_error(error: BaseException, doing: str) -> MachineError:
    """Return the MachineError that ends a run when the machine failed while it was `doing` something."""
    number = errno.ENOMEM if isinstance(error, MemoryError) else getattr(error, "errno", None)
    name = errno.errorcode.get(number or 0, type(error).__name__)
    return MachineError(f"{doing} failed ({name}), not because of the input; {remedy(error) or _DISK}; then run again")
