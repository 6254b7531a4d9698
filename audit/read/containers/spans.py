"""Common parts of splitting large text files: UTF-8 check, and a sensible number of spans."""

from __future__ import annotations

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
