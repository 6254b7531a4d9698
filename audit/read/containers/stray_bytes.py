"""Records with bytes of another codec in a file that is in UTF-8: read as a text file with such bytes is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import zip_longest
from typing import Final

from audit.read.codec.decode import decode, decode_strays
from audit.read.codec.decoded import Decoded
from audit.read.codec.high_bytes import count_high, reads
from audit.read.codec.statistical.legacy import TWO_BYTE
from audit.read.containers.codec import STANDING, SURE, UTF8
from audit.read.containers.json_values import json_object
from audit.read.html.in_record import read_as_page
from audit.read.reader import Opened
from audit.read.record import Record
from audit.read.refusal import Refusal, refusal
from audit.text.visible import visible

Object = Mapping[str, object]
Found = Record | Refusal
Make = Callable[[Object], Iterable[Found]]

# Lone surrogates that stand for bytes. An escaped one without the high one before it looks like them.
_STRAY: Final = re.compile("[\udc80-\udcff]")
_ESCAPED: Final = re.compile(rb"(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F]")
# Fewer bytes may be damage to UTF-8, whatever else they are.
_MANY: Final = 12
_SHOWN: Final = 60


class StrayObject(dict[str, object]):
    """An object in which lone surrogates stand for bytes that are not UTF-8; or all of it was in another `codec`."""

    codec: str | None = None


def object_in(line: bytes, where: str, file: Opened) -> Object | Refusal:
    """Return the JSON object in a line of a file, a StrayObject if the line is not in UTF-8, or why there is none.

    A line in a codec of two bytes a character is read as a whole, since the second may be a backslash.
    """
    found = json_object(line, where)
    if isinstance(found, dict) or file.codecs or reads(line) or _ESCAPED.search(line):
        return found
    wide = _in_one_codec(line)
    wide = wide if wide and wide.encoding in TWO_BYTE else None
    read = json_object(wide.text.encode(UTF8) if wide else line, where, STANDING)
    if isinstance(read, Refusal):
        return found
    made = StrayObject(read)
    made.codec = wide.encoding if wide else None
    return made


def records_of(found: Object, where: str, make: Make) -> Iterator[Found]:
    """Yield the records that `make` makes of an object at a position.

    The text of a StrayObject is what a text file of its bytes would be, if that reads them all; otherwise the record is
    refused. Its other values are read beside its text, and are none if they cannot be.
    """
    if not isinstance(found, StrayObject):
        yield from make(found)
    elif found.codec is not None:
        for each in make(found):
            yield replace(each, encoding=found.codec) if isinstance(each, Record) else each
    else:
        whole, unread = b"\n".join(_texts(found)), list[str]()
        read = {name: _value(value, name, partial(_beside, whole), unread) for name, value in found.items()}
        remark = f"bytes cannot be decoded in {visible(', '.join(dict.fromkeys(unread)), _SHOWN)}" if unread else None
        for held, other in zip_longest(make(found), make(read)):
            yield _record(held, other, where, remark)


def _record(held: Found | None, other: Found | None, where: str, remark: str | None) -> Found:
    """Return a record with the text of `held`, in which surrogates stand for bytes, and all else of `other`."""
    if not isinstance(held, Record) or held.text is None:
        return held or other or refusal("broken-record", f"{where}: its bytes cannot be decoded")
    stray, raw = _STRAY.search(held.text), _bytes(held.text)
    read = None if stray is None or raw is None else _read(raw)
    if stray is not None and (raw is None or read is None):
        said = f"bytes at character {stray.start() + 1} of its text cannot be decoded"
        return refusal("broken-record", f"{where}: {said}")
    made = other if isinstance(other, Record) else held
    made = replace(made, text=held.text, remark="; ".join(filter(None, (made.remark, remark))) or None)
    return made if raw is None or read is None else _with_text(made, raw, read)


def _with_text(made: Record, raw: bytes, read: Decoded) -> Record:
    """Return a record with its text as it was read from bytes, or with what that shows as a page."""
    page = read_as_page(replace(made, text=read.text))
    if page.source != made.source:
        return page
    own = raw if read.encoding == UTF8 else read.text.encode(UTF8)
    return replace(made, raw=own, text=None, encoding=read.encoding, decoded=replace(read, source=made.source))


def _value(value: object, name: str, read: Callable[[str], str | None], unread: list[str]) -> object:
    """Return a value with its texts read; names of what cannot be are added to `unread`, and it is None."""
    if isinstance(value, str):
        text = read(value) if _STRAY.search(value) else value
        unread += [name] if text is None else []
        return text
    if isinstance(value, dict):
        return {key: _value(inner, f"{name}.{key}", read, unread) for key, inner in value.items()}
    if isinstance(value, list):
        return [_value(inner, f"{name}[]", read, unread) for inner in value]
    return value


def _texts(value: object) -> Iterator[bytes]:
    """Yield the bytes of the texts in a value."""
    if isinstance(value, str):
        yield _bytes(value) or b""
    elif isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


def _beside(whole: bytes, value: str) -> str | None:
    """Return a value as its bytes are read behind all others."""
    own = _bytes(value)
    read = None if own is None else _read(own) or _read(b"\n".join((whole, own)))
    return None if read is None else read.text[read.text.rfind("\n", 0, len(read.text) - value.count("\n")) + 1 :]


def _bytes(text: str) -> bytes | None:
    try:
        return text.encode(UTF8, STANDING)
    except UnicodeEncodeError:
        return None  # a half of a surrogate pair that was escaped


def _read(raw: bytes) -> Decoded | None:
    """Return a text in UTF-8 with passages in another codec, or surely in one; None if any byte is not read."""
    return decode_strays(raw) or _in_one_codec(raw)


def _in_one_codec(raw: bytes) -> Decoded | None:
    """Return a text that is surely in another codec than UTF-8, and whole."""
    found = decode(raw) if count_high(raw) >= _MANY else None
    if found is None or not found.legacy or found.errors or found.lost or found.passages:
        return None
    return found if found.confidence >= SURE else None
