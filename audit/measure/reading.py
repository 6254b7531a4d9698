"""Measures of decoding: source bytes, confidence, and losses."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from audit.finding import MAX_PLACES, Place
from audit.measure.encoding.scanned import named, short
from audit.measure.measure import Measure, Measured, ParsedBatch, ReadDocument
from audit.tables.table import nullable, required
from audit.text.visible import visible

if TYPE_CHECKING:
    from audit.read.codec.lost_bytes import LostByte
    from audit.read.codec.tolerant import BadBytes

_SHOWN_BYTES: Final = 8
# Code points shown of a passage in another codec, and of a declared codec name.
_BEGIN: Final = 60


def reading(batch: ParsedBatch) -> Measured:
    """Return how each document was decoded, with the places that were not decoded regularly."""
    reads, decoded = batch.readings, [reading.decoded for reading in batch.readings]
    columns = READING.table.build(
        bytes=[read.size for read in reads],
        chars=[len(d.text) for d in decoded],
        encoding=[d.encoding for d in decoded],
        encoding_source=[d.source for d in decoded],
        encoding_confidence=[d.confidence for d in decoded],
        encoding_declared=[visible(d.declared, _BEGIN) if d.declared else None for d in decoded],
        encoding_runner_up=[d.runner_up for d in decoded],
        mixed_encoding=[len(d.passages) for d in decoded],
        legacy_codec=[d.legacy for d in decoded],
        bom=[d.bom for d in decoded],
        decode_errors=[len(d.errors) + len(d.lost) for d in decoded],
        superseded_codes=[len(d.superseded) for d in decoded],
        repaired=[len(read.repairs) for read in reads],
    )
    return Measured(columns, [tuple(_places(read)) for read in reads])


def _places(read: ReadDocument) -> Iterator[Place]:
    """Yield undecodable and lost bytes, passages in another codec, superseded codes and repairs."""
    decoded = read.decoded
    if not (decoded.errors or decoded.lost or decoded.passages or decoded.superseded or read.repairs):
        return
    bad = (
        Place("decode_errors", b.char if b.astray is None else b.astray, b.char + 1, _bytes_of(b, read.raw))
        for b in decoded.errors
    )
    lost = (Place("decode_errors", b.char, b.char_end, _reading_of(b, read.raw)) for b in decoded.lost)
    foreign = (
        Place(
            "mixed_encoding",
            p.char,
            p.char_end,
            short(f"{p.codec} in {decoded.encoding}: {decoded.text[p.char :][:_BEGIN]}"),
        )
        for p in decoded.passages
    )
    codes = (Place("superseded_codes", at, at + 1, named(decoded.text[at])) for at in decoded.superseded)
    yield from chain.from_iterable(islice(found, MAX_PLACES) for found in (bad, lost, foreign, codes, read.repairs))


def _bytes_of(bad: BadBytes, raw: bytes) -> str:
    shown = f"bytes {raw[bad.start : bad.end][:_SHOWN_BYTES].hex(' ')}"
    return shown if bad.astray is None else f"{shown}; out of step since the passage begins"


def _reading_of(lost: LostByte, raw: bytes) -> str:
    beside = f"{raw[lost.byte]:02x}"
    return short(f"byte lost beside {beside}; behind it read {lost.reading}")


READING: Final = Measure(
    "reading",
    (
        required("bytes", "int64", "raw size, bytes"),
        required("chars", "int64", "length of the decoded text, code points"),
        required("encoding", "string", "codec, as in documents"),
        required(
            "encoding_source",
            "string",
            "how the encoding was determined: ascii, utf-8, bom, escapes, nul-pattern, utf-8-tolerant, declared, "
            "scored, container, html, extracted",
        ),
        required("encoding_confidence", "float32", "0 to 1; 1 if nothing had to be guessed"),
        nullable("encoding_declared", "string", "the codec that the input declares, as spelled there"),
        nullable(
            "encoding_runner_up", "string", "if the codec was guessed: the next best that decodes to a different text"
        ),
        required(
            "mixed_encoding", "int32", "passages in another codec than the rest, each decoded with its own; passages"
        ),
        required("legacy_codec", "bool", "the codec is not a Unicode encoding"),
        required("bom", "bool", "the bytes began with a byte order mark"),
        required(
            "decode_errors",
            "int32",
            "undecodable byte sequences, each replaced by U+FFFD in the decoded text, and bytes lost from a two-byte "
            "codec, which yield other characters; occurrences",
        ),
        required(
            "superseded_codes",
            "int32",
            "euro signs of code page 936, and characters that GB 18030 once mapped to private use; code points",
        ),
        required("repaired", "int32", "passages of mojibake repaired by --repair; passages"),
    ),
    reading,
)
