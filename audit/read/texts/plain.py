"""Plain text files."""

from __future__ import annotations

from typing import Final

from audit.read.reader import Opened, Reader, Records
from audit.read.record import Record


def _read(file: Opened) -> Records:
    yield Record(raw=file.whole(), source="")


PLAIN: Final = Reader("text", _read, many=False)
