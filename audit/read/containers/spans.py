"""Splitting a large text file among workers: at line ends with lines counted; UTF-8 check, number of spans."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from audit.read.compression import Compression
from audit.read.containers.codec import UTF8, codec_of
from audit.read.reader import SPAN_BYTES, Opened, Span
from audit.read.streams import peeked
from audit.read.unfit import not_text

# Parts per compressed file, each decompressed from the beginning: for gzip and zstd in total eight times the file, a
# twentieth of the parsing; xz and bzip2 are slower.
_COMPRESSED_PARTS: Final[dict[Compression, int]] = {"gzip": 16, "zstd": 16, "xz": 8, "bzip2": 4}
# Consecutive blank lines; starts with a literal byte for fast search.
_BLANK: Final = re.compile(rb"\n[ \t\r]*(?=\n)")


def is_utf8(file: Opened) -> bool:
    """Return whether audit.read.containers.codec.in_utf8 would decide for UTF-8."""
    head, pieces = peeked(file.pieces())
    if not_text(head) is not None or codec_of(head) != UTF8:
        return False
    if not head.isascii():
        return True
    first = next((piece for piece in pieces if not piece.isascii()), b"")
    return codec_of(peeked(chain((first,), pieces))[0]) == UTF8


def laid_out(file: Opened, found: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans of a file, with the last one marked; empty if there is only one."""
    spans = list(found)
    if file.compression is not None and spans:
        parts = _COMPRESSED_PARTS[file.compression]
        spans = list(_joined(spans, max(SPAN_BYTES, -(-spans[-1].end // parts))))
    if len(spans) < 2:  # noqa: PLR2004 one part is the whole
        return ()
    return (*spans[:-1], replace(spans[-1], is_last=True))


def _joined(spans: Iterable[Span], least: int) -> Iterator[Span]:
    held: Span | None = None
    for span in spans:
        held = span if held is None else replace(held, end=span.end, records=held.records + span.records)
        if held.end - held.start >= least:
            yield held
            held = None
    if held is not None:
        yield held


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
