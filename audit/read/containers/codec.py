"""A single codec for a whole container, detected at its first non-ASCII bytes."""

from __future__ import annotations

import codecs
import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from audit.read.refusal import RefusedInputError
from audit.read.streams import HEAD, peeked
from audit.read.unfit import not_text

if TYPE_CHECKING:
    from collections.abc import Iterator

UTF8: Final = "utf-8"
# Lone surrogates stand for undecodable bytes, since no decoder yields them. Encoded as UTF-8 they are invalid, so that
# readers see the bad bytes they stand for.
BAD: Final = "\udcff"
ON_ERROR: Final = "audit.read.containers.codec"
# Minimum confidence. A stray byte among English records is damage and no evidence of a codec: few bytes count only if
# they form words of the language (audit.read.codec.statistical.few). Four Han characters in GB 18030 have a confidence
# of 0.96, half a sentence in any codec at least 0.98. Text files are decoded with less, since the doubt is reported as
# a finding.
_FEW_BYTES: Final = 3
_SURE: Final = 0.9
_HIGH: Final = bytes(range(0x80, 0x100))
_ABOVE_ASCII: Final = re.compile(rb"[\x80-\xff]")
_SIGNS: Final = (b"\0", b"\x1b", b"~{")
# Bytes that are scored, and bytes before the first evidence; more would not change decisions.
_WEIGHED: Final = 1 << 14
_BEFORE: Final = 1 << 12
# Python's UTF-7 decoder buffers a base64 run until it ends, which may be the whole stream.
_NOT_STREAMED: Final = frozenset({"utf-7"})


def _mark_bad(error: UnicodeError) -> tuple[str, int]:
    if isinstance(error, UnicodeDecodeError):
        return BAD, error.end
    raise error


codecs.register_error(ON_ERROR, _mark_bad)


def utf8_text(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield a text stream in any codec as UTF-8. Raises RefusedInputError if its first bytes are no text.

    The codec is that of the whole stream (`in_utf8`).
    """
    head, pieces = peeked(pieces)
    reason = not_text(head)
    if reason is not None:
        raise RefusedInputError(reason)
    yield from in_utf8(pieces)


def in_utf8(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield a stream in any codec as UTF-8.

    The codec is detected on a mebibyte, the first or, if that is ASCII, the one with the first other byte. Undecodable
    bytes stay undecodable.
    """
    head, pieces = peeked(pieces)
    codec = codec_of(head)
    return _decided_later(pieces) if codec == UTF8 and head.isascii() else _recoded(pieces, codec)


def codec_of(sample: bytes) -> str:
    """Return the codec of a sample, whose end may be cut; UTF-8 if uncertain."""
    if sample.isascii():
        # NULs indicate UTF-16; escapes and tildes announce 7-bit codecs.
        is_told = any(sign in sample for sign in _SIGNS)
        return (is_told and _sure_codec(sample)) or UTF8
    if b"\0" in sample:
        return _sure_codec(sample[:_WEIGHED]) or UTF8
    if _is_utf8(sample):
        return UTF8
    if len(sample) - len(sample.translate(None, _HIGH)) < _FEW_BYTES:
        return _codec_of_few(sample)
    # If the codec is uncertain or cannot decode everything, records in UTF-8 can still be read.
    return _sure_codec(_first_told(sample)) or _sure_codec(_telling(sample)) or _codec_of_few(sample)


def _codec_of_few(sample: bytes) -> str:
    """Return the codec of a few bytes in ASCII, which are no evidence against UTF-8 later in the stream."""
    from audit.read.codec.statistical.few import codec_of_few

    return (len(sample) < HEAD and codec_of_few(sample)) or UTF8


def _sure_codec(sample: bytes) -> str | None:
    from audit.read.codec.decode import decode

    found = decode(sample)
    is_sure = found is not None and found.confidence >= _SURE and found.encoding not in _NOT_STREAMED
    return found.encoding if found is not None and is_sure else None


def _first_told(sample: bytes) -> bytes:
    """Return the stretch with the first non-ASCII byte, from somewhat before its line."""
    first = _ABOVE_ASCII.search(sample)
    start = sample.find(b"\n", max(0, first.start() - _BEFORE), first.start()) + 1 if first else 0
    start = 0 if first and first.start() <= _BEFORE else start
    return sample[start : start + _WEIGHED]


def _telling(sample: bytes) -> bytes:
    """Return the non-ASCII lines; the others fit every codec and would outweigh them."""
    return b"\n".join(line for line in sample.split(b"\n") if not line.isascii())[:_WEIGHED]


def _is_utf8(sample: bytes) -> bool:
    try:
        codecs.getincrementaldecoder(UTF8)().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _decided_later(pieces: Iterator[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        if not piece.isascii():
            head, rest = peeked(chain((piece,), pieces))
            yield from _recoded(rest, codec_of(head))
            return
        yield piece


def _recoded(pieces: Iterator[bytes], codec: str) -> Iterator[bytes]:
    if codec == UTF8:
        yield from pieces
        return
    decoder = codecs.getincrementaldecoder(codec)(ON_ERROR)
    for piece in pieces:
        yield decoder.decode(piece).encode(UTF8, "surrogatepass")
    yield decoder.decode(b"", final=True).encode(UTF8, "surrogatepass")
