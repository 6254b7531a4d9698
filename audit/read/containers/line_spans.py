"""Splitting a large file of lines among workers, at line ends with lines counted."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import Final

from audit.read.containers.spans import is_utf8, laid_out
from audit.read.reader import SPAN_BYTES, Opened, Span

# Consecutive blank lines; starts with a literal byte for fast search.
_BLANK: Final = re.compile(rb"\n[ \t\r]*(?=\n)")


def line_spans(file: Opened) -> tuple[Span, ...]:
    """Return spans of about SPAN_BYTES of a file with one record per line; empty if not UTF-8.

    Records are numbered as in the whole file. Reads the file once, and its beginning twice.
    """
    if not is_utf8(file):
        return ()
    try:
        return laid_out(file, _spans(file.pieces(), file.source.size))
    except _TooLongError:
        return ()


class _TooLongError(Exception):
    """A line exceeds the limit."""


def _spans(pieces: Iterator[bytes], of: int) -> Iterator[Span]:
    start = line = record = 0
    size, lines, blank = 0, 0, 0
    for whole in _whole_lines(pieces):
        # A byte order mark makes no record of an empty line.
        text = whole.removeprefix(BOM_UTF8) if start + size == 0 else whole
        size += len(whole)
        ended = text if text.endswith(b"\n") else text + b"\n"
        lines += ended.count(b"\n")
        blank += len(_BLANK.findall(b"\n" + ended))
        if size >= SPAN_BYTES:
            yield Span(start, start + size, line, record, lines - blank, of, is_last=False)
            start, line, record = start + size, line + lines, record + lines - blank
            size = lines = blank = 0
    if size:
        yield Span(start, start + size, line, record, lines - blank, of, is_last=False)


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
