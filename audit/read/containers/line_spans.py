"""Where a large file of lines may be cut, so that several workers read it: at line ends, with all lines counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from audit.read.containers.codec import UTF8, codec_of
from audit.read.open import Source
from audit.read.reader import SPAN_BYTES, Span
from audit.read.streams import HEAD, peeked
from audit.read.unfit import not_text

_BOM: Final = b"\xef\xbb\xbf"
# Lines of white space, one after another; begins with a plain byte, so that it is searched for fast.
_BLANK: Final = re.compile(rb"\n[ \t\r]*(?=\n)")


def line_spans(source: Source) -> tuple[Span, ...]:
    """Return the spans of a file of records, one a line, each about SPAN_BYTES long; none for what is not in UTF-8.

    Their records are numbered as in the whole file. Reads the file once.
    """
    if not_text(source.head(HEAD)) is not None or not _is_utf8(source.chunks()):
        return ()
    try:
        return tuple(_spans(source.chunks()))
    except _TooLongError:
        return ()


class _TooLongError(Exception):
    """A line is too long to be held."""


def _is_utf8(pieces: Iterator[bytes]) -> bool:
    """Return whether a reader of the whole would decide for UTF-8, as audit.read.containers.codec.in_utf8 does."""
    head, pieces = peeked(pieces)
    if codec_of(head) != UTF8:
        return False
    if not head.isascii():
        return True
    first = next((piece for piece in pieces if not piece.isascii()), b"")
    return codec_of(peeked(chain((first,), pieces))[0]) == UTF8


def _spans(pieces: Iterator[bytes]) -> Iterator[Span]:
    start = line = record = 0
    size, lines, blank = 0, 0, 0
    for whole in _whole_lines(pieces):
        # A mark in front makes no record of an empty line.
        text = whole.removeprefix(_BOM) if start + size == 0 else whole
        size += len(whole)
        ended = text if text.endswith(b"\n") else text + b"\n"
        lines += ended.count(b"\n")
        blank += len(_BLANK.findall(b"\n" + ended))
        if size >= SPAN_BYTES:
            yield Span(start, start + size, line, record, lines - blank)
            start, line, record = start + size, line + lines, record + lines - blank
            size = lines = blank = 0
    if size:
        yield Span(start, start + size, line, record, lines - blank)


def _whole_lines(pieces: Iterator[bytes]) -> Iterator[bytes]:
    held = bytearray()
    for piece in pieces:
        end = piece.rfind(b"\n") + 1
        if end:
            yield bytes(held) + piece[:end]
            held = bytearray(piece[end:])
        else:
            held += piece
            if len(held) > SPAN_BYTES:
                raise _TooLongError
    if held:
        yield bytes(held)
