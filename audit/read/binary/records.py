"""Records in MessagePack, CBOR, BSON and protobuf, recognised by their structure.

Each value says where the next one begins.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from audit.read.binary.prefixes import varint

# First bytes of a map or list in MessagePack and CBOR, among them the tag by which CBOR describes itself: no text in
# UTF-8 or ASCII begins with most of them, so that one look at a byte spares nearly every text the walk.
LEADS: Final = frozenset(bytes((lead,)) for lead in (*range(0x80, 0xC0), 0xD9, *range(0xDC, 0xE0)))
_SELF_DESCRIBED: Final = b"\xd9\xd9\xf7"
# Share of the bytes that must be strings of text, and the smallest number of bytes that tells.
_MOST: Final = 0.5
_LEAST: Final = 16
# Bytes and values walked at most: structure that holds for so long is no accident.
_WALKED: Final = 1 << 14
# Bytes of the longest character in UTF-8.
_LONGEST: Final = 4
# Types of BSON elements, and the size of the smallest record with one: its length, type, name and end.
_BSON_TYPES: Final = bytes(range(0x01, 0x14)) + b"\x7f\xff"
_SMALLEST_BSON: Final = 8


class _Head(NamedTuple):
    """What a value's first byte says: bytes of the size behind it, then bytes of content and values inside.

    The size, if any, counts bytes of content, or `each` values inside.
    """

    width: int = 0
    content: int = 0
    inside: int = 0
    each: int = 0
    is_text: bool = False


def _message_pack() -> dict[int, _Head]:
    """Return the heads of MessagePack by their bytes; 0xC1 is never used."""
    heads = dict.fromkeys((*range(0x80), 0xC0, 0xC2, 0xC3, *range(0xE0, 0x100)), _Head())
    heads |= {0x80 | count: _Head(inside=2 * count) for count in range(16)}
    heads |= {0x90 | count: _Head(inside=count) for count in range(16)}
    heads |= {0xA0 | size: _Head(content=size, is_text=True) for size in range(32)}
    for at, width in enumerate((1, 2, 4)):
        heads[0xC4 + at], heads[0xC7 + at] = _Head(width), _Head(width, 1)
        heads[0xD9 + at] = _Head(width, is_text=True)
    heads |= {0xCA + at: _Head(content=size) for at, size in enumerate((4, 8, 1, 2, 4, 8, 1, 2, 4, 8, 2, 3, 5, 9, 17))}
    return heads | {at: _Head(2 << at % 2, each=1 + (at > 0xDD)) for at in range(0xDC, 0xE0)}  # noqa: PLR2004 a head


def _cbor() -> dict[int, _Head]:
    """Return the heads of CBOR by their bytes, without those of values that only a break ends."""
    heads = {}
    for kind in range(8):
        is_text, each = kind == 3, {4: 1, 5: 2}.get(kind, 0)  # noqa: PLR2004 strings, lists and maps
        for size in range(24):
            content = size if kind in (2, 3) else 0
            heads[kind << 5 | size] = _Head(0, content, size * each + (kind == 6), 0, is_text)  # noqa: PLR2004 a tag
        for at in range(4):
            if kind in (2, 3, 4, 5):
                heads[kind << 5 | 24 + at] = _Head(1 << at, 0, 0, each, is_text)
            else:
                heads[kind << 5 | 24 + at] = _Head(0, 1 << at, int(kind == 6))  # noqa: PLR2004 a tag
    return heads


_MESSAGE_PACK: Final = _message_pack()
_CBOR: Final = _cbor()


def records_in(raw: bytes) -> str | None:
    """Return the format of `raw` if it consists of records in one of these formats, else None."""
    if raw[:1] in LEADS:
        if _walks(raw, _MESSAGE_PACK):
            return "MessagePack records (msgpack.Unpacker, then JSON Lines)"
        if _walks(raw.removeprefix(_SELF_DESCRIBED), _CBOR):
            return "CBOR records (cbor2.load, then JSON Lines)"
    if _is_bson(raw):
        return "BSON records (bsondump FILE)"
    return "a protobuf message (protoc --decode_raw)" if _is_protobuf(raw) else None


def _walks(raw: bytes, heads: dict[int, _Head]) -> bool:
    """Whether `raw` is read from its first byte to its last, in values of which most bytes are strings of text."""
    at, texts, missing = 0, 0, 1
    end = min(len(raw), _WALKED)
    while at < end:
        head = heads.get(raw[at])
        if head is None:
            return False
        size = int.from_bytes(raw[at + 1 : at + 1 + head.width], "big")
        inside, content = head.inside + head.each * size, head.content + (0 if head.each else size)
        if not missing and not inside:
            return False  # a record is a map or a list
        missing = (missing or 1) + inside - 1
        begin = at + 1 + head.width
        at = begin + content
        if head.is_text:
            if not _is_text(raw[begin:at], at - end):
                return False
            texts += min(at, end) - begin
    return ((at == len(raw) and not missing) or end == _WALKED) and texts >= max(_LEAST, _MOST * end)


def _is_text(raw: bytes, beyond: int = 0) -> bool:
    """Whether bytes are UTF-8; those of a string that ends `beyond` what was read may break off in a character."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return beyond > 0 and error.start > len(raw) - _LONGEST
    return True


def _is_bson(raw: bytes) -> bool:
    """Whether documents follow each other, each of the length that it says, to the end or as far as is looked."""
    at = found = 0
    while at < min(len(raw), _WALKED):
        size = int.from_bytes(raw[at : at + 4], "little")
        if size < _SMALLEST_BSON or raw[at + 4 : at + 5] not in _BSON_KINDS:
            return False
        if at + size > len(raw):
            break
        if raw[at + size - 1]:
            return False
        at, found = at + size, found + 1
    return found > 0


_BSON_KINDS: Final = frozenset(bytes((kind,)) for kind in _BSON_TYPES)


def _is_protobuf(raw: bytes) -> bool:
    """Whether all of `raw` is one message with several fields, of which two are text, and most bytes text."""
    at = 0
    texts: list[int] = []
    while at < len(raw):
        tag, at = varint(raw, at)
        field, kind = divmod(tag, 8)
        if not 0 < field <= _MOST_FIELDS or kind not in _WIDTHS:
            return False
        size, begin = varint(raw, at) if _WIDTHS[kind] is None else (0, at)
        at = begin + (_WIDTHS[kind] or (size if kind else 0))
        if size > 1 and kind and at <= len(raw) and _is_text(raw[begin:at]):
            texts.append(size)
    return at == len(raw) and len(texts) > 1 and sum(texts) >= max(_LEAST, _MOST * len(raw))


# Fields that people number by hand, and the bytes of their kinds, None where a number says them or is the value.
_MOST_FIELDS: Final = 200
_WIDTHS: Final = {0: None, 1: 8, 2: None, 5: 4}
