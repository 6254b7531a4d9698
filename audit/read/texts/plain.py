"""Plain text files, also of printed pages."""

from __future__ import annotations

from typing import Final

from audit.read.reader import Opened, Reader, Records
from audit.read.record import Record
from audit.read.texts.paged import is_paged, without_page_edges


def _read(file: Opened) -> Records:
    raw = file.whole()
    yield without_page_edges(raw) if is_paged(raw) else Record(raw=raw, source="")


PLAIN: Final = Reader("text", _read, many=False)
