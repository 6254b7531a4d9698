"""A single codec for a whole container, detected at its first non-ASCII bytes."""

from __future__ import annotations

import codecs
import io
import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from audit.read.codec.high_bytes import count_high
from audit.read.refusal import RefusedInputError, refused
from audit.read.streams import HEAD, PieceReader, peeked
from audit.read.unfit import not_text

if TYPE_CHECKING:
    from collections.abc import Iterator

UTF8: Final = "utf-8"
# Lone surrogates stand for undecodable bytes, since no decoder yields them: Python's U+DC80 to U+DCFF for 80 to FF. In
# other codecs than UTF-8 all are the last one, which is the byte FF when it is encoded: undecodable, too.
STANDING: Final = "surrogateescape"
_BAD: Final = "\udcff"
_ON_ERROR: Final = "audit.read.containers.codec"
# Minimum confidence. A stray byte among English records is damage and no evidence of a codec: few bytes count only if
# they form words of the language (audit.read.codec.statistical.few). Four Han characters in GB 18030 have a confidence
# of 0.96, half a sentence in any codec at least 0.98. Text files are decoded with less, since the doubt is reported as
# a finding.
_FEW_BYTES: Final = 3
SURE: Final = 0.9
_ABOVE_ASCII: Final = re.compile(rb"[\x80-\xff]")
_SIGNS: Final = (b"\0", b"\x1b", b"~{")
# Bytes that are scored, and bytes before the first evidence; more would not change decisions.
_WEIGHED: Final = 1 << 14
_BEFORE: Final = 1 << 12
# Python's UTF-7 decoder buffers a base64 run until it ends, which may be the whole stream.
_NOT_STREAMED: Final = frozenset({"utf-7"})
# What a quoted field holds, and all but signs of the syntax, letters of which stand for any others.
_QUOTED: Final = re.compile(r'[^"]*+(?:""[^"]*+)*')
_WORDS: Final = re.compile(r"[\w .]+")
_PART: Final = 1 << 16


def _mark_bad(error: UnicodeError) -> tuple[str, int]:
    if isinstance(error, UnicodeDecodeError):
        return _BAD, error.end
    raise error


codecs.register_error(_ON_ERROR, _mark_bad)


def utf8_text(pieces: Iterator[bytes], found: list[str] | None = None) -> Iterator[bytes]:
    """Yield a text stream in any codec as UTF-8. Raises RefusedInputError if its first bytes are no text.

    The codec is that of the whole stream (`_in_utf8`); it is added to `found` unless it is UTF-8.
    """
    head, pieces = peeked(pieces)
    reason = not_text(head)
    if reason is not None:
        raise RefusedInputError(reason)
    yield from _in_utf8(pieces, [] if found is None else found)


def _in_utf8(pieces: Iterator[bytes], found: list[str]) -> Iterator[bytes]:
    """Yield a stream in any codec as UTF-8.

    The codec is detected on a mebibyte, the first or, if that is ASCII, the one with the first other byte. Undecodable
    bytes stay undecodable.
    """
    head, pieces = peeked(pieces)
    codec = codec_of(head)
    return _decided_later(pieces, found) if codec == UTF8 and head.isascii() else _recoded(pieces, codec, found)


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
    if count_high(sample) < _FEW_BYTES:
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
    if found is None or found.confidence < SURE or found.encoding in _NOT_STREAMED:
        return None
    # Records in another codec are read one by one, but no UTF-8 in a file in another one.
    return UTF8 if any(one.codec == UTF8 for one in found.passages) else found.encoding


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


def _decided_later(pieces: Iterator[bytes], found: list[str]) -> Iterator[bytes]:
    for piece in pieces:
        if not piece.isascii():
            head, rest = peeked(chain((piece,), pieces))
            yield from _recoded(rest, codec_of(head), found)
            return
        yield piece


def _recoded(pieces: Iterator[bytes], codec: str, found: list[str]) -> Iterator[bytes]:
    if codec == UTF8:
        yield from pieces
        return
    found.append(codec)
    decoder = codecs.getincrementaldecoder(codec)(_ON_ERROR)
    for piece in pieces:
        yield decoder.decode(piece).encode(UTF8, STANDING)
    yield decoder.decode(b"", final=True).encode(UTF8, STANDING)


def text_stream(pieces: Iterator[bytes]) -> io.TextIOWrapper:
    """Return UTF-8 as text, with lone surrogates that stand for bytes that cannot be decoded."""
    return io.TextIOWrapper(io.BufferedReader(PieceReader(pieces)), encoding=UTF8, errors=STANDING, newline="")


class RecordLines:
    """The lines of a text. Of a record longer than `limit` only what tells its end is given, and it `is_over`.

    `number` is that of the last line, from 1 or after the `before` lines before these; `first` is that of the record's
    first line; `is_cut`: the last line had no line end. `at` is the bytes so far; the record `is_bad` if some
    are undecodable.
    """

    def __init__(self, text: io.TextIOWrapper, limit: int, before: int = 0) -> None:
        self._text = text
        self.limit = limit
        self.at = 0
        self.number = before
        self.is_cut = False
        self.begin()

    def begin(self) -> None:
        """Begin a record with the next line."""
        self.first, self._held, self._signs = self.number + 1, 0, 0
        self.is_over = self.is_bad = False

    def __iter__(self) -> RecordLines:
        return self

    def __next__(self) -> str:
        # A record goes on in another line only within a quoted field.
        is_quoted = self.number >= self.first
        line = self._part(self.limit + 1)
        if not line:
            raise StopIteration
        self.number += 1
        self._held += len(line)
        if self._held <= self.limit:
            return line
        self.is_over = True
        return self._signs_of(line, is_quoted=is_quoted)

    def _part(self, size: int) -> str:
        """Return the next line, or `size` characters of it."""
        part = self._text.readline(size)
        try:
            self.at += len(part if part.isascii() else part.encode(UTF8))
        except UnicodeEncodeError:
            self.at += len(part.encode(UTF8, STANDING))
            self.is_bad = True
        self.is_cut = not part.endswith(("\n", "\r"))
        return part

    def _signs_of(self, part: str, *, is_quoted: bool) -> str:
        """Return the quotes, delimiters and line ends from `part` to the end of its line, but those within a quotation.

        Raises RefusedInputError (broken-container) if they, too, are too many.
        """
        kept: list[str] = []
        while part:
            rest = part[_QUOTED.match(part).end() :] if is_quoted else part  # type: ignore[union-attr]
            is_quoted = is_quoted and not rest
            kept.append(_WORDS.sub("x", rest))
            self._signs += len(kept[-1])
            if self._signs > self.limit:
                raise refused("broken-container", f"the record on line {self.first} has more than {self.limit:,} signs")
            part = self._part(_PART) if self.is_cut else ""
        return "".join(kept)
