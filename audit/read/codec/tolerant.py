"""Tolerant decoding: each undecodable sequence becomes one U+FFFD with its offset."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

# No codec yields lone surrogates, so they distinguish our replacements from U+FFFD in the input.
_MARK: Final = "\udfff"
_REPLACEMENT: Final = "\ufffd"
_HANDLER: Final = "corpus-audit-mark"
_REGISTRY: Final = Lock()
_BEGINNING: Final = 64
# UTF-8 of surrogates, as databases and Java write it: not one of Python's codecs.
PAIRS: Final = "cesu-8"
_PAIRS: Final = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]|\xc0\x80")
_NUL: Final = b"\xc0\x80"


@dataclass(frozen=True, slots=True)
class BadBytes:
    """Bytes `start` to `end` of the raw file are undecodable and represented by the U+FFFD at code point `char`.

    `astray` is the earlier code point from which a two-byte codec lost synchronisation.
    """

    start: int
    end: int
    char: int
    astray: int | None = None


class _Marker:
    """A codec error handler that records errors and continues."""

    def __init__(self) -> None:
        self.spans: list[tuple[int, int]] = []

    def __call__(self, error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        self.spans.append((error.start, error.end))
        return _MARK, error.end


def tolerantly(raw: bytes, codec: str, skip: int = 0) -> tuple[str, tuple[BadBytes, ...]]:
    """Decode `raw` from byte `skip` on, and return the text and the undecodable bytes.

    Linear in the input. Offsets are those in `raw`, including the skipped bytes.
    """
    body = raw[skip:]
    try:
        return body.decode(codec), ()
    except UnicodeDecodeError:
        return _marked(body, codec, skip)


def decodes_to_other(raw: bytes, codec: str, text: str) -> bool:
    """Return whether a codec decodes bytes, with U+FFFD for bad ones, to anything but `text`.

    Mostly the beginning shows that, which spares the rest.

    >>> [decodes_to_other("café".encode("cp1252"), codec, "café") for codec in ("cp1252", "cp1251")]
    [False, True]
    """
    begun = codecs.getincrementaldecoder(codec)("replace").decode(raw[:_BEGINNING])
    return not text.startswith(begun) or raw.decode(codec, "replace") != text


def _marked(body: bytes, codec: str, skip: int) -> tuple[str, tuple[BadBytes, ...]]:
    marker = _Marker()
    # Error handlers are registered globally: one thread at a time.
    with _REGISTRY:
        codecs.register_error(_HANDLER, marker)
        text = body.decode(codec, _HANDLER)
    places = [found.start() for found in re.finditer(_MARK, text)]
    errors = tuple(
        BadBytes(start + skip, end + skip, char) for (start, end), char in zip(marker.spans, places, strict=True)
    )
    return text.replace(_MARK, _REPLACEMENT), errors


class _PairsDecoder(codecs.IncrementalDecoder):
    """A decoder of whole characters in CESU-8."""

    def decode(self, input: ReadableBuffer, final: bool = False) -> str:  # noqa: FBT001, FBT002 Python's
        """Return the text of bytes that end with a character."""
        del final
        return _of_pairs(input, self.errors)[0]


def _of_pairs(data: ReadableBuffer, errors: str = "strict") -> tuple[str, int]:
    """Decode UTF-8 in which characters beyond U+FFFF are two surrogates (CESU-8, UTR 26), and NUL is C0 80 (Java)."""
    raw = bytes(data)
    halves = raw.replace(_NUL, b"\0").decode("utf-8", "surrogatepass")
    return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", errors), len(raw)


def surrogate_pairs(raw: bytes) -> Iterator[tuple[int, int]]:
    """Yield the spans of characters in CESU-8 that are none in UTF-8."""
    return (found.span() for found in _PAIRS.finditer(raw))


def _found(name: str) -> codecs.CodecInfo | None:
    if name != PAIRS.replace("-", "_"):
        return None
    return codecs.CodecInfo(codecs.utf_8_encode, _of_pairs, incrementaldecoder=_PairsDecoder, name=PAIRS)


codecs.register(_found)
