"""WARC (ISO 28500): crawl responses (.warc), and Common Crawl's extracted texts (.wet)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from audit.read.compressed import decompressed
from audit.read.html.page import page_of
from audit.read.reader import Opened, Reader, Records
from audit.read.record import Record
from audit.read.refusal import Refusal, RefusedInputError, quoted, refusal, refused
from audit.read.stated import Stated, host_of, stated
from audit.read.streams import Positioned, joined
from audit.text.visible import visible

if TYPE_CHECKING:
    from audit.policy import InputSettings

Head = Mapping[str, str]
# Record types with displayed content; others are requests and crawl metadata.
_DOCUMENTS: Final = frozenset({"conversion", "resource", "response"})
# Maximum bytes of a header line, and lines of a header: URLs may have some kilobytes.
_LINE: Final = 1 << 16
_LINES: Final = 256
_HTML: Final = ("text/html", "application/xhtml")
_SHOWN: Final = 80
# The first line of a response with another status than success: HTTP/1.1 404 Not Found.
_FAILED: Final = re.compile(rb"HTTP/[0-9.]{1,4} (?P<status>[13-5][0-9]{2}(?: [^\r\n]{0,60})?)\r?\n")


def _read(file: Opened) -> Records:
    """Yield the document of each record. Raises RefusedInputError (broken-container) at a damaged or truncated record.

    A record is `WARC/1.0`, lines `Name: value`, an empty line and as many bytes as Content-Length says.
    """
    stream = Positioned(file.pieces())
    while (head := _head(stream)) is not None:
        size = head.get("content-length", "")
        if not (size.isascii() and size.isdigit() and len(size) <= _SHOWN):
            raise refused("broken-container", f"the record before byte {stream.at:,} does not state its length")
        yield from _record(stream, head, int(size), file.settings)


def _head(stream: Positioned) -> Head | None:
    """Return the next record's header with lower case names; None at the end."""
    at, line = stream.at, stream.line(_LINE)
    while line is not None and line and not line.strip():
        at, line = stream.at, stream.line(_LINE)
    if line == b"":
        return None
    if line is None or not line.startswith(b"WARC/"):
        raise refused("broken-container", f"no WARC record begins at byte {at:,}")
    return _fields(line for line in iter(lambda: stream.line(_LINE), None))


def _fields(lines: Iterator[bytes]) -> Head:
    found: dict[str, str] = {}
    for number, line in enumerate(lines):
        if not line.strip() or number >= _LINES:
            break
        name, _, value = line.decode("utf-8", "replace").partition(":")
        found.setdefault(name.strip().lower(), value.strip())
    return found


def _record(stream: Positioned, head: Head, size: int, settings: InputSettings) -> Records:
    start, kind = stream.at, head.get("warc-type", "").lower()
    is_wanted, is_small = kind in _DOCUMENTS, size <= settings.max_file_bytes
    block = stream.take(size) if is_wanted and is_small else b""
    there = len(block) if is_wanted and is_small else stream.skip(size)
    if there < size:
        raise refused("broken-container", f"it ends within the record that begins at byte {start:,}")
    if is_wanted and not is_small:
        yield refusal("too-large", f"it has {size:,} bytes; the limit is {settings.max_file_bytes:,}")
    elif is_wanted:
        yield _with_head(_document(block, start, head, settings), head, _status(block))


def _status(block: bytes) -> str:
    """Return the status line of a response if it is no success, else an empty string."""
    found = _FAILED.match(block)
    return found["status"].decode("utf-8", "replace").strip() if found else ""


def _with_head(found: Record | Refusal, head: Head, status: str) -> Record | Refusal:
    if isinstance(found, Refusal):
        return found
    address = head.get("warc-target-uri", "").strip("<>")
    said: Stated = stated({"url": address, "id": head.get("warc-record-id", "").strip("<>")})
    crawled, spoken = head.get("warc-date"), head.get("warc-identified-content-language")
    notes = (
        f"the server answered {status}" if status else "",
        f"crawled {crawled}" if crawled else "",
        f"languages according to the crawler: {spoken}" if spoken else "",
    )
    remark = "; ".join(visible(note, _SHOWN) for note in notes if note) or None
    notes_of_both = "; ".join(filter(None, (found.remark, remark))) or None
    return replace(found, stated=_of_both(found.stated, replace(said, site=host_of(address))), remark=notes_of_both)


def _of_both(page: Stated, crawl: Stated) -> Stated:
    """Return the fields stated by the page, with URL and host of the crawl."""
    return replace(page, url=crawl.url or page.url, id=crawl.id, site=crawl.site or page.site)


def _document(block: bytes, start: int, head: Head, settings: InputSettings) -> Record | Refusal:
    if not head.get("content-type", "").lower().startswith("application/http"):
        return _of_type(block, start, head.get("content-type", ""))
    top, blank, body = block.partition(b"\r\n\r\n")
    http = _fields(iter(top.split(b"\n")[1:]))
    plain = _plain(body, http, settings)
    if isinstance(plain, Refusal):
        return plain
    found = _of_type(plain, start + len(top) + len(blank), http.get("content-type", ""))
    # Decoded content has no byte offsets in the file.
    return found if plain is body or found.text is not None else replace(found, start=0)


def _of_type(body: bytes, start: int, kind: str) -> Record:
    named = kind.lower().partition(";")[0].strip()
    if named.startswith(_HTML):
        return page_of(body)
    is_text = not named or named.startswith("text/")
    reason = None if is_text else refusal("binary", f"its content type is {quoted(named)}")
    return Record(raw=body, source="", start=start, refusal=reason)


def _plain(body: bytes, http: Head, settings: InputSettings) -> bytes | Refusal:
    """Return the body of a response without content and transfer codings, as far as crawlers left them."""
    found = _unchunked(body) if http.get("transfer-encoding", "").lower() == "chunked" else body
    coding = http.get("content-encoding", "").lower()
    if coding not in {"gzip", "x-gzip"} or not found.startswith(b"\x1f\x8b"):
        return found
    try:
        return joined(decompressed(iter((found,)), "gzip", settings.max_growth), settings.max_file_bytes)
    except RefusedInputError as error:
        return error.refusal


def _unchunked(body: bytes) -> bytes:
    """Decode a chunked body; unchanged if it is not chunked, as many crawlers store it."""
    parts: list[bytes] = []
    at = 0
    while at < len(body):
        end = body.find(b"\r\n", at, at + _SHOWN)
        size = body[at:end].partition(b";")[0].strip() if end > 0 else b""
        try:
            count = int(size, 16)
        except ValueError:
            return body
        if count <= 0:
            return b"".join(parts) if count == 0 else body
        parts.append(body[end + 2 : end + 2 + count])
        at = end + 2 + count + 2
    return b"".join(parts)


WET: Final = Reader("WET", _read, (".wet",), lambda head: head.startswith(b"WARC/"))
# Not scanned: HTML is expensive to parse.
WARC: Final = Reader("WARC", _read, (".warc",), is_scanned=False)
