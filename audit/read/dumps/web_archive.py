"""Pages that browsers save with their pictures in one file (.mhtml, .mht; RFC 2557): the page itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from audit.read.html.page import page_of
from audit.read.reader import Opened, Reader, Records
from audit.read.record import Record
from audit.read.refusal import Refusal, refusal
from audit.read.stated import stated

if TYPE_CHECKING:
    from email.message import Message

_KIND: Final = b"multipart/related"
_HTML: Final = frozenset({"text/html", "application/xhtml+xml"})
_MOST_PARTS: Final = 1_000
_ERRORS: Final = (ValueError, LookupError, TypeError, AttributeError, RecursionError)


def _read(file: Opened) -> Records:
    yield _page(file.whole())


def _page(raw: bytes) -> Record | Refusal:
    from email import message_from_bytes
    from email.errors import MessageError

    try:
        message = message_from_bytes(raw)
        part = next((part for part in _parts(message) if part.get_content_type() in _HTML), None)
        page = part.get_payload(decode=True) if part is not None else None
        places = [str(each["Content-Location"] or "") for each in (part, message) if each is not None]
        places.append(str(message["Snapshot-Content-Location"] or ""))
    except (MessageError, *_ERRORS) as error:
        return refusal("broken-record", f"it is not a readable web archive ({type(error).__name__})")
    if not isinstance(page, bytes):
        return refusal("no-text", "the web archive contains no page")
    found = page_of(page)
    address = next((place for place in places if place.startswith(("http://", "https://"))), None)
    return replace(found, stated=replace(found.stated, url=found.stated.url or stated({"url": address}).url))


def _parts(message: Message) -> Iterator[Message]:
    for number, part in enumerate(message.walk()):
        if number == _MOST_PARTS:
            return
        yield part


def _fits(head: bytes) -> bool:
    return _KIND in head.lower()


WEB_ARCHIVE: Final = Reader("web archive", _read, (".mhtml", ".mht"), fits=_fits, many=False, is_scanned=False)
