"""Mail messages (.eml) and mailboxes (.mbox), through the standard library's email package."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from audit.read.html.page import page_of
from audit.read.reader import Opened, Reader, Records
from audit.read.record import Marked, Record
from audit.read.refusal import Refusal, RefusedInputError, quoted, refusal
from audit.read.stated import Stated, stated
from audit.read.streams import lines

if TYPE_CHECKING:
    from email.message import Message

_FROM: Final = re.compile(rb"From \S{1,320} .{0,80}(?:19|20)[0-9]{2}")
_HEADER: Final = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:")
# The fields before the first empty line, with their folded lines (RFC 5322).
_FIELDS: Final = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]*+\n(?:[ \t]+[^\s][^\n]*+\n)*)+")
_NAME: Final = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{0,60}):", re.MULTILINE)
# A letter or a memo has a sender and a day too, as has a saved page; a message has an address, and a time of day.
_SENDER: Final = re.compile(rb"^(?:From:[^\n]*[^\s<]@[^\s>]|Message-ID:\s*<[^\s>]+>)", re.MULTILINE | re.IGNORECASE)
# An article of Usenet says how many lines it has (RFC 1036).
_SENT: Final = re.compile(
    rb"^Date:\s*(?:[A-Z][a-z]{2},\s*)?[0-9]{1,2} [A-Z][a-z]{2} [0-9]{2,4} [0-9]{1,2}:[0-9]{2}|^Lines: [0-9]+\s*$",
    re.MULTILINE | re.IGNORECASE,
)
# Well known fields: such a message has its sender or name, and two more.
_USUAL: Final = frozenset(
    b"from message-id to cc bcc subject reply-to sender mime-version content-type content-transfer-encoding received "
    b"return-path delivered-to in-reply-to references newsgroups list-id lines organization nntp-posting-host "
    b"xref".split()
)
_LEAST_USUAL: Final = 3
# mboxrd quotes such lines with one more sign.
_QUOTED_FROM: Final = re.compile(rb"^>(>*From )", re.MULTILINE)
# Maximum characters of a header, and parts of a message.
_LONGEST: Final = 4_000
_MOST_PARTS: Final = 1_000
_SHOWN: Final = 10
# Kinds of text in the order in which they are read; others are text, too (text/markdown, text/x-patch).
_KINDS: Final = ("text/plain", "text/html")
_ERRORS: Final = (ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError)
# The first message of a folder holds what the program that keeps the folder notes there (UW IMAP, Pine).
_OF_FOLDER: Final = "X-IMAP"


def _read_box(file: Opened) -> Records:
    """Yield each message of a mailbox: the text of its body, and the fields of its header."""
    limit = file.settings.max_file_bytes
    for raw in _messages(file.pieces(), limit):
        if raw is None:
            yield refusal("too-large", f"the message is larger than the limit of {limit:,} bytes")
        else:
            yield _message(_QUOTED_FROM.sub(rb"\1", raw))


def _read_one(file: Opened) -> Records:
    yield _message(file.whole())


def _messages(pieces: Iterator[bytes], limit: int) -> Iterator[bytes | None]:
    """Yield the bytes between "From ..." lines that follow an empty line; None for a message above the limit."""
    held: list[bytes] | None = None
    size, is_after_blank = 0, True
    for line in lines(pieces, limit):
        if line is not None and is_after_blank and _FROM.match(line):
            if held is not None:
                yield b"".join(held) if size <= limit else None
            held, size, is_after_blank = [], 0, False
            continue
        size += limit + 1 if line is None else len(line)
        held = [] if held is None else held
        if size <= limit:
            held.append(line or b"")
        else:
            held.clear()
        is_after_blank = line is not None and not line.strip()
    if held is not None and size:
        yield b"".join(held) if size <= limit else None


def _message(raw: bytes) -> Record | Refusal:
    from email import message_from_bytes
    from email.errors import MessageError

    try:
        message = message_from_bytes(raw)
        if _OF_FOLDER in message:
            return refusal("no-text", "the message holds the mail program's own notes on the folder")
        parts = list(_parts(message))
        texts = [part for part in parts if part.get_content_maintype() == "text"]
        if not texts:
            return refusal("no-text", f"the message has no text, only {_named(parts)}")
        body = min(texts, key=_rank)
        text, marked = _text(body)
        others = [part for part in parts if part is not body and not _is_alternative(part, body)]
        remark = f"attachments not read: {_named(others)}" if others else None
        return Record(text=text, stated=_stated(message, body.get_content_charset()), remark=remark, marked=marked)
    except RefusedInputError as error:
        return error.refusal
    except (MessageError, *_ERRORS) as error:
        return refusal("broken-record", f"it is not a readable message ({type(error).__name__})")


def _parts(message: Message) -> Iterator[Message]:
    """Yield the non-empty parts in order, including those of attached messages."""
    waiting = [message]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        inner = part.get_payload()
        if part.is_multipart() and isinstance(inner, list):
            waiting += [one for one in reversed(inner) if not isinstance(one, str)]
        else:
            yield part


def _rank(part: Message) -> tuple[bool, int]:
    """Return the order in which parts are the text: what is not attached first, and plain text before pages."""
    kind = part.get_content_type()
    return part.get_content_disposition() == "attachment", _KINDS.index(kind) if kind in _KINDS else len(_KINDS)


def _is_alternative(part: Message, body: Message) -> bool:
    """Return whether a part is an alternative form of the body, or decoration."""
    kinds = {part.get_content_type(), body.get_content_type()}
    return kinds == {"text/plain", "text/html"} and part.get_content_disposition() != "attachment"


def _named(parts: list[Message]) -> str:
    shown = [f"{part.get_filename() or 'unnamed'} ({part.get_content_type()})" for part in parts[:_SHOWN]]
    more = f" and {len(parts) - _SHOWN:,} more" if len(parts) > _SHOWN else ""
    return quoted(", ".join(shown)) + more if shown else "parts without content"


def _text(part: Message) -> tuple[str, tuple[Marked, ...]]:
    """Return the text of a part, and where it is preformatted.

    Raises RefusedInputError if it cannot be decoded, or is a page without text.
    """
    from audit.read.codec.decode import decode

    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    if part.get_content_type() == "text/html":
        page = page_of(raw)
        if page.refusal is not None:
            raise RefusedInputError(page.refusal)
        return page.text or "", tuple(replace(mark, kind="") for mark in page.marked if mark.is_set)
    decoded = decode(raw, part.get_content_charset()) if raw else None
    text = decoded.text if decoded else ""
    return _unfolded(text) if part.get_param("format") == "flowed" else text, ()


def _unfolded(text: str) -> str:
    """Return text in format=flowed with paragraphs rejoined (RFC 3676)."""
    made: list[str] = []
    for line in text.split("\n"):
        bare = line.rstrip("\r")
        is_soft = bare.endswith(" ") and bare != "-- "
        made.append(bare if is_soft else f"{bare}\n")
    return "".join(made).removesuffix("\n")


def _stated(message: Message, charset: str | None) -> Stated:
    from email.utils import parseaddr, parsedate

    said = {name: _header(message, name, charset) for name in ("From", "Date", "List-Id", "Subject", "Message-ID")}
    name, address = parseaddr(said["From"])
    when = parsedate(said["Date"]) if said["Date"] else None
    date = "{:04}-{:02}-{:02} {:02}:{:02}:{:02}".format(*when[:6]) if when else None
    listed = said["List-Id"].partition("<")
    source = listed[0].strip(' "') or listed[2].rstrip("> ")
    fields = {"title": said["Subject"], "author": name or address, "date": date, "source": source}
    return stated({**fields, "id": said["Message-ID"].strip("<> ")})  # type: ignore[dict-item]


def _header(message: Message, name: str, charset: str | None) -> str:
    """Return a field of the header; one with bytes that neither UTF-8 nor the body's `charset` decodes is empty."""
    from email.errors import MessageError
    from email.header import decode_header, make_header

    raw = next((value for key, value in message.raw_items() if key.lower() == name.lower()), "")[:_LONGEST]
    try:
        return str(make_header(decode_header(raw if raw.isascii() else _decoded(raw, charset))))
    except (MessageError, *_ERRORS):
        return raw if raw.isascii() else ""


def _decoded(raw: str, charset: str | None) -> str:
    """Return what the bytes of a field are: headers of today are UTF-8 (RFC 6532), those of old mail as their body."""
    content = raw.encode("ascii", "surrogateescape")
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode(charset or "ascii")


def _begins(head: bytes) -> bool:
    first, _, rest = head.partition(b"\n")
    return _FROM.match(first) is not None and _HEADER.match(rest) is not None


def _fits(head: bytes) -> bool:
    return _HEADER.match(head.lstrip()) is not None or _begins(head)


def _is_message(head: bytes) -> bool:
    """Return whether a file of another name is a message: maildirs and old archives have no suffixes."""
    if _NAME.match(head) is None:
        return False
    shown = head.replace(b"\r\n", b"\n")
    block = _FIELDS.match(shown)
    if block is None or not (_SENDER.search(block[0]) and _SENT.search(block[0])):
        return False
    rest = shown[block.end() :]
    is_closed = rest.startswith(b"\n") or b"\n" not in rest
    return is_closed and len(_USUAL.intersection(_NAME.findall(block[0].lower()))) >= _LEAST_USUAL


MAILBOX: Final = Reader("mailbox", _read_box, (".mbox", ".mbx"), _begins, _begins)
MAIL: Final = Reader("mail", _read_one, (".eml",), _is_message, _fits, many=False)
