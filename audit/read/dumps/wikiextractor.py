"""Output of WikiExtractor: `<doc id="12" url="…" title="…">`, the text, `</doc>`."""

from __future__ import annotations

import html
import re
from typing import Final

from audit.read.reader import Opened, Reader, Records
from audit.read.record import Record
from audit.read.refusal import refusal, refused
from audit.read.stated import stated
from audit.read.streams import Positioned

_BEGIN: Final = re.compile(rb"<doc (?:[a-z]+=\"[^\"\n]*+\" ?)+>\s*\Z")
_ATTRIBUTE: Final = re.compile(r'([a-z]+)="([^"]*+)"')
_END: Final = b"</doc>"


def _read(file: Opened) -> Records:
    """Yield each page with its bytes in the file.

    Raises RefusedInputError (broken-container) if the file ends within a page, or text is between pages.
    """
    limit = file.settings.max_file_bytes
    stream = Positioned(file.pieces())
    while True:
        at, line = stream.at, stream.line(limit)
        if line == b"":
            return
        if line is not None and not line.strip():
            continue
        if line is None or not _BEGIN.match(line.removeprefix(b"\xef\xbb\xbf")):
            raise refused("broken-container", f"no <doc …> begins at byte {at:,}")
        start, raw = stream.at, _page(stream, limit)
        if raw is None:
            yield refusal("too-large", f"the page that begins at byte {start:,} has more than {limit:,} bytes")
        else:
            said = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(line.decode("utf-8", "replace"))}
            known = {"title": said.get("title"), "url": said.get("url"), "id": said.get("id")}
            yield Record(raw=raw, source="", start=start, stated=stated(known))  # type: ignore[arg-type]


def _page(stream: Positioned, limit: int) -> bytes | None:
    """Return the bytes up to the line that ends the page; None above the limit."""
    parts: list[bytes] = []
    size, start = 0, stream.at
    while True:
        line = stream.line(limit)
        if line == b"":
            raise refused("broken-container", f"it ends within the page that begins at byte {start:,}")
        if line is not None and line.strip() == _END:
            return b"".join(parts) if size <= limit else None
        size += limit + 1 if line is None else len(line)
        if size <= limit:
            parts.append(line or b"")
        else:
            parts.clear()


def _begins(head: bytes) -> bool:
    return _BEGIN.match(head.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0]) is not None


WIKIEXTRACTOR: Final = Reader("WikiExtractor", _read, begins=_begins)
