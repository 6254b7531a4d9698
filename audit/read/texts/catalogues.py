"""Catalogues of messages as gettext has them (.po, .pot): a document per message, with its text and the translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from audit.read.codec.decode import decode
from audit.read.containers.columns import on_line, record_of
from audit.read.reader import Opened, Reader, Records
from audit.read.refusal import refused
from audit.read.unfit import undecodable, unfit

# A keyword with its string, or a string that goes on with the one before. Comments begin with #, and so does what is
# obsolete.
_LINE: Final = re.compile(
    r'[ \t]*(?:(?P<key>msg(?:ctxt|id_plural|id|str(?:\[\d{1,3}\])?))[ \t]*)?"(?P<said>(?:[^"\\\n]|\\.)*)"[ \t]*'
)
_ESCAPE: Final = re.compile(r"\\(.)")
_SIGNS: Final = {"n": "\n", "t": "\t", "r": "\r"}
_BEGINNING: Final = re.compile(rb'^msgid[ \t]*"', re.MULTILINE)
_CHARSET: Final = re.compile(rb'^"Content-Type:[^"\n]*?charset=([\w.:-]+)', re.MULTILINE | re.IGNORECASE)
_CONTEXT, _ID, _PLURAL, _SAID = "msgctxt", "msgid", "msgid_plural", "msgstr"

Message = dict[str, str]


def _read(file: Opened) -> Records:
    """Yield each message. Raises RefusedInputError: too-large, undecodable; no-text if there is none."""
    raw = file.whole()
    stated = _CHARSET.search(raw)
    decoded = decode(raw, stated[1].decode("ascii", "ignore") if stated else None) if unfit(raw) is None else None
    if decoded is None:
        raise refused((unfit(raw) or undecodable(raw)).code, "the catalogue is no text")
    is_empty = True
    for line, message in _messages(decoded.text):
        if message.get(_ID):
            is_empty = False
            yield on_line(record_of(_columns(message), f"line {line}", file.settings), line)
    if is_empty:
        raise refused("no-text", "the catalogue has no messages")


def _messages(text: str) -> Iterator[tuple[int, Message]]:
    """Yield each message with its first line: its strings by keyword."""
    first, key, message = 0, "", Message()
    for number, written in enumerate(text.split("\n"), 1):
        found = _LINE.fullmatch(written.rstrip("\r"))
        if found is None:
            continue
        key = found["key"] or key
        if found["key"] and (key in message or (key == _CONTEXT and message)):
            yield first, message
            message = {}
        first = first if message else number
        message[key] = message.get(key, "") + _ESCAPE.sub(lambda sign: _SIGNS.get(sign[1], sign[1]), found["said"])
    if message:
        yield first, message


def _columns(message: Message) -> dict[str, object]:
    source = "\n".join(message[name] for name in (_ID, _PLURAL) if message.get(name))
    target = "\n".join(text for key, text in message.items() if key.startswith(_SAID) and text)
    context = {"context": message[_CONTEXT]} if message.get(_CONTEXT) else {}
    return context | ({"translation": {"source": source, "target": target}} if target else {"text": source})


def _fits(head: bytes) -> bool:
    return _BEGINNING.search(head.translate(None, b"\0")) is not None


CATALOGUE: Final = Reader("catalogue of messages", _read, (".po", ".pot"), fits=_fits)
