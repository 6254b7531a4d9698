"""What the machine lacks, told from what is wrong with an input: a full disk, no memory, no more open files."""

from __future__ import annotations

import errno
from typing import Final

from audit.errors import SurroundingsError, remedy

# Errors of the operating system that say something about the machine, whatever file they come with.
_OF_THE_MACHINE: Final = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN}
)
_DISK: Final = "see that the disk is there, works and may be written"


def is_of_the_machine(error: BaseException) -> bool:
    """Return whether an error says that the machine lacks something, and nothing about the file it came with."""
    return isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno in _OF_THE_MACHINE)


def refuse_trouble(error: BaseException, where: object) -> None:
    """Raise SurroundingsError when an error of the system says of the machine why `where` could not be read.

    What a library says of memory is not believed here: a damaged file may ask for any amount of it.
    """
    if isinstance(error, OSError) and is_of_the_machine(error):
        raise surroundings(error, f"reading {where}") from error


def surroundings(error: BaseException, doing: str) -> SurroundingsError:
    """Return the error that ends a run for what the machine did not give while it was `doing` something."""
    number = errno.ENOMEM if isinstance(error, MemoryError) else getattr(error, "errno", None)
    name = errno.errorcode.get(number or 0, type(error).__name__)
    return SurroundingsError(
        f"{doing} failed ({name}), which is no fault of the input; {remedy(error) or _DISK}; then run again"
    )
