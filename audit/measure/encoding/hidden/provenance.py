"""C2PA provenance manifests in text: a header and JUMBF boxes.

C2PA 2.3, A.7: `C2PATXT` and a zero byte, a version, the length of the manifest store in four bytes, the store. The
signature is not verified, which would need certificates and the text as it was signed.
"""

from __future__ import annotations

from collections.abc import Iterator
from struct import unpack_from
from typing import Final

MAGIC: Final = b"C2PATXT\0"
_HEADER: Final = len(MAGIC) + 5
_BOX: Final = 8
_SUPERBOX, _CBOR = b"jumb", b"cbor"
# What of a claim is shown: who made it, of what, and when.
_SHOWN: Final = ("claim_generator", "name", "dc:title", "title", "dc:format", "format", "digitalSourceType", "when")
_DEEPEST: Final = 16
_MOST_ITEMS: Final = 10_000


def begins_manifest(data: bytes | bytearray) -> bool:
    """Return whether data is the beginning of a manifest, be it cut within its first bytes."""
    return MAGIC.startswith(data[: len(MAGIC)])


def missing(data: bytes | bytearray) -> int:
    """Return how many bytes of a begun manifest are to come: those of the header first, then those of its store."""
    if len(data) < _HEADER:
        return _HEADER - len(data)
    (size,) = unpack_from(">I", data, _HEADER - 4)
    return max(0, _HEADER + int(size) - len(data))


def described(data: bytes) -> str:
    """Return a manifest's version and size, and what its claim states."""
    if len(data) < _HEADER:
        return f"C2PA manifest, truncated after {len(data)} bytes"
    version, size = unpack_from(">BI", data, len(MAGIC))
    store = data[_HEADER : _HEADER + size]
    cut = f", truncated after {len(store)}" if len(store) < size else ""
    said = "; ".join(f"{key} {value}" for key, value in stated(store))
    return f"C2PA manifest: {said or 'no readable claim'}; version {version}, {size} bytes{cut}"


def after_boxes(data: bytes | bytearray) -> bytes:
    """Return what follows the superboxes of a manifest, inside the length that it declares or behind it."""
    at = _HEADER
    while data[at + 4 : at + _BOX] == _SUPERBOX:
        (size,) = unpack_from(">I", data, at)
        if size < _BOX:
            return b""
        at += size
    return bytes(data[at:])


def stated(store: bytes) -> list[tuple[str, str]]:
    """Return what the claims and assertions of a store state, each fact once, in the order of _SHOWN."""
    found: dict[str, str] = {}
    for content in _contents(store, 0):
        try:
            for key, value in _texts(content):
                found.setdefault(key, value)
        except (ValueError, IndexError):
            continue
    return [(key, found[key]) for key in _SHOWN if key in found]


def _contents(data: bytes, depth: int) -> Iterator[bytes]:
    """Yield the CBOR of all boxes, nested ones included."""
    at = 0
    while at + _BOX <= len(data) and depth < _DEEPEST:
        size, kind = unpack_from(">I4s", data, at)
        end = at + size if size >= _BOX else len(data)
        inside = data[at + _BOX : end]
        if kind == _SUPERBOX:
            yield from _contents(inside, depth + 1)
        elif kind == _CBOR:
            yield inside
        at = end


def _texts(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the texts of a CBOR item with their keys."""
    reader = _Cbor(data)
    reader.item("")
    yield from reader.texts


class _Cbor:
    """A parser of one RFC 8949 item that collects texts; raises ValueError or IndexError on truncated input."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at, self.left = data, 0, _MOST_ITEMS
        self.texts: list[tuple[str, str]] = []

    def item(self, key: str, depth: int = 0) -> str:
        """Parse the next item, under a key; return its text, empty for other types."""
        self.left -= 1
        if self.left < 0 or depth > _DEEPEST:
            raise ValueError("a claim of too many parts")
        kind, count = self._head()
        if kind in (_BYTES, _TEXT):
            raw = self.data[self.at : self.at + count]
            self.at += count
            text = raw.decode("utf-8") if kind == _TEXT else ""
            if text and key:
                self.texts.append((key, text))
            return text
        if kind == _ARRAY:
            for _ in range(count):
                self.item(key, depth + 1)
        elif kind == _MAP:
            for _ in range(count):
                self.item(self.item("", depth + 1), depth + 1)
        elif kind == _TAGGED:
            return self.item(key, depth + 1)
        return ""

    def _head(self) -> tuple[int, int]:
        first = self.data[self.at]
        kind, more = first >> 5, first & 31
        self.at += 1
        if more < _IN_BYTE:
            return kind, more
        size = 1 << (more - _IN_BYTE)
        if size > _LONGEST:
            raise ValueError("an item of unknown length")
        count = int.from_bytes(self.data[self.at : self.at + size], "big")
        self.at += size
        return kind, count


_BYTES, _TEXT, _ARRAY, _MAP, _TAGGED = range(2, 7)
# Counts below 24 stand in the first byte; others in the 1, 2, 4 or 8 bytes after it.
_IN_BYTE: Final = 24
_LONGEST: Final = 8
