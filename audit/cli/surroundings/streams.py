"""Standard output and standard error of the program's own process: they outlive their readers and show anything."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final, TextIO

from audit.errors import SurroundingsError

_OUTPUT: Final = 1
_TALK: Final = 2


def open_streams() -> None:
    """Put streams in place that escape what their encoding cannot show, and go on when nobody reads any more.

    A reader that left (audit rules | head -1) changes no verdict. A full disk behind the output is told once.
    """
    sys.stdout = _stream(sys.stdout, _OUTPUT)
    sys.stderr = _stream(sys.stderr, _TALK)


class _Stream(io.TextIOWrapper):
    """A stream that lets go of whoever reads it when that fails.

    Raises SurroundingsError where a result is lost and it is not the reader who left.
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
        # What is still held goes nowhere now; at the end of the process it would be an error once more.
        with suppress(OSError):
            super().flush()
        # Talk that cannot be written is nobody's loss; a result is.
        if self.fileno() == _OUTPUT and not isinstance(error, BrokenPipeError):
            raise SurroundingsError(
                f"the output cannot be written ({error.strerror}): free some space where it goes"
            ) from error


def _stream(given: TextIO | None, number: int) -> TextIO:
    """Return `given`, or nowhere where the shell closed it, as a stream of that kind."""
    if given is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    encoding, is_terminal = given.encoding, given.isatty()
    given.flush()
    raw = io.FileIO(number, "w", closefd=False)
    return _Stream(io.BufferedWriter(raw), encoding, "backslashreplace", line_buffering=is_terminal or number == _TALK)
