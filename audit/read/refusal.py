"""Refusals: a quarantine code, and a sentence on what is wrong and what to do next."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from typing import Final

from audit.ledger import QUARANTINE
from audit.machine import is_machine_error
from audit.text.visible import visible

# Characters of raw names and texts in a detail: enough to recognise, too few to leak a document.
SHOWN: Final = 80

# Errors of opening and reading in our own words, since strerror is localised.
_MEANINGS: Final = {
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.EIO: "input/output error",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ESTALE: "stale handle of the network file system",
    errno.ETIMEDOUT: "the network file system does not respond",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something is not read. `code` is a key of ledger.QUARANTINE; `detail` is a printable sentence."""

    code: str
    detail: str


class RefusedInputError(Exception):
    """Carries a refusal up to audit.read.inputs, and never beyond."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.detail)
        self.refusal = refusal


def refusal(code: str, what: str) -> Refusal:
    """Return a refusal saying `what` was found, a printable clause, and what to do next."""
    return Refusal(code, f"{what}; {QUARANTINE[code]}")


def refused(code: str, what: str) -> RefusedInputError:
    """Return the exception that carries `refusal(code, what)`."""
    return RefusedInputError(refusal(code, what))


def quoted(text: str) -> str:
    """Return raw text escaped, cut and quoted for a detail."""
    return f"'{visible(text, limit=SHOWN)}'"


def from_os_error(error: OSError, what: str) -> RefusedInputError:
    """Return the refusal for an operating system error on `what`, such as "the file".

    `vanished` if it is gone, else `unreadable` with the error's symbolic name. Errors caused by the machine are raised
    again, since no input is at fault.
    """
    if is_machine_error(error):
        raise error
    if error.errno == errno.ENOENT:
        return refused("vanished", f"{what} no longer exists")
    name = errno.errorcode.get(error.errno or 0, "unknown error")
    meaning = _MEANINGS.get(error.errno or 0, "the operating system refused")
    return refused("unreadable", f"{what} cannot be read: {meaning} ({name})")
