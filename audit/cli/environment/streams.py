"""Standard output and standard error that survive their readers and can print anything."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from errno import EFBIG
from pathlib import Path
from typing import Final, TextIO

from audit.errors import MachineError

_OUTPUT: Final = 1
_TALK: Final = 2
_SPACE: Final = "free some space at its destination"


def open_streams() -> None:
    """Install streams that escape what their encoding cannot represent, and ignore closed readers.

    A reader that closes early (audit rules | head -1) changes no verdict. A full disk behind the output is reported
    once.
    """
    sys.stdout = _stream(sys.stdout, _OUTPUT)
    sys.stderr = _stream(sys.stderr, _TALK)


class _Stream(io.TextIOWrapper):
    """A stream that detaches from its file after a failed write.

    Raises MachineError if a result is lost for another reason than a closed reader.
    """

    def write(self, text: str, /) -> int:
        try:
            return super().write(text)
        except OSError as error:
            self._let_go(error)
            return len(text)

    def flush(self) -> None:
        try:
            super().flush()
        except OSError as error:
            self._let_go(error)

    def _let_go(self, error: OSError) -> None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.fileno())
        os.close(nowhere)
        # Discard buffered output, which would fail again at exit.
        with suppress(OSError):
            super().flush()
        # Losing messages is harmless, losing a result is not.
        if self.fileno() == _OUTPUT and not isinstance(error, BrokenPipeError):
            step = "raise the limit on file size (ulimit -f)" if error.errno == EFBIG else _SPACE
            raise MachineError(f"the output cannot be written ({error.strerror}): {step}") from error


def _stream(given: TextIO | None, number: int) -> TextIO:
    """Return `given`, or a null stream where the shell closed it."""
    if given is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    encoding, is_terminal = given.encoding, given.isatty()
    given.flush()
    raw = io.FileIO(number, "w", closefd=False)
    return _Stream(io.BufferedWriter(raw), encoding, "backslashreplace", line_buffering=is_terminal or number == _TALK)
