"""Validation of the messages of an Arrow stream before Arrow allocates the sizes they claim.

A message is a length, metadata (a flatbuffer) and a body; compressed buffers in a body start with their decompressed
length, so that 50 bytes may claim a terabyte (https://arrow.apache.org/docs/format/Columnar.html, "Encapsulated message
format" and "Compression"; field numbers are those of Message.fbs).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from audit.read.compressed import FREE_GROWTH
from audit.read.refusal import refused
from audit.read.streams import Positioned

if TYPE_CHECKING:
    from collections.abc import Iterator

# The magic bytes of a file; the stream follows after two padding bytes.
MARK: Final = b"ARROW1"
_PADDED: Final = 8
_CONTINUES: Final = b"\xff\xff\xff\xff"
# Maximum metadata in bytes; a table with a hundred thousand columns has some megabytes.
_LONGEST: Final = 64 << 20
# Maximum bytes of a batch, which is in memory as a whole.
_LARGEST: Final = 1 << 30
# Bytes passed on per step.
_PIECE: Final = 1 << 20
_DICTIONARY, _BATCH = 2, 3
_BUFFER: Final = struct.Struct("<qq")
_LENGTH: Final = struct.Struct("<q")


@dataclass(frozen=True, slots=True)
class _Body:
    """The body of a message: its length, and the locations of compressed buffers."""

    size: int
    compressed: tuple[tuple[int, int], ...]


def checked_messages(pieces: Iterator[bytes], max_growth: int) -> Iterator[bytes]:
    """Yield a stream unchanged, without a file's leading mark and whatever follows its end.

    Raises RefusedInputError: expands-too-far before a buffer that claims more than `max_growth` times the bytes read;
    broken-container before a batch of more than a gibibyte, and for damaged or missing messages.
    """
    stream = Positioned(pieces)
    claimed = 0
    prefix = stream.take(4)
    is_file = prefix == MARK[:4]
    if is_file:
        stream.skip(_PADDED - 4)
        prefix = stream.take(4)
    while len(prefix) == 4:  # noqa: PLR2004 a length, or the sign that one follows
        sign = prefix if prefix == _CONTINUES else b""
        length = stream.take(4) if sign else prefix
        size = int.from_bytes(length, "little")
        if not size or size > _LONGEST:
            yield sign + length
            return
        metadata = stream.take(size)
        body = _body(metadata)
        _refuse_large(body.size, stream.at)
        yield sign + length + metadata
        for part, claim in _parts(stream, body):
            claimed += claim
            if claimed > max(FREE_GROWTH, max_growth * stream.at):
                raise refused("expands-too-far", f"its first {stream.at:,} bytes claim to contain {claimed:,}")
            yield part
        prefix = stream.take(4)
    if is_file:
        raise refused("broken-container", "the Arrow file ends before its list of batches")


def _refuse_large(size: int, at: int) -> None:
    if size > _LARGEST:
        said = f"the batch before byte {at:,} has {size:,} bytes, too many to read at once"
        raise refused("broken-container", f"{said}: save it with smaller batches, or as Parquet")


def _parts(stream: Positioned, body: _Body) -> Iterator[tuple[bytes, int]]:
    """Yield the body in pieces, each with the claimed size of the buffer starting there."""
    at = total = 0
    for offset, length in sorted(body.compressed):
        if offset < at or offset + length > body.size or length < _LENGTH.size:
            raise refused("broken-container", f"the message before byte {stream.at:,} has misplaced buffers")
        yield from ((part, 0) for part in _passed(stream, offset - at))
        begin = stream.take(_LENGTH.size)
        claim = _LENGTH.unpack(begin)[0] if len(begin) == _LENGTH.size else 0
        total += max(0, claim)
        _refuse_large(total, stream.at)
        yield begin, max(0, claim)
        at = offset + len(begin)
    yield from ((part, 0) for part in _passed(stream, body.size - at))


def _passed(stream: Positioned, size: int) -> Iterator[bytes]:
    while size > 0 and (part := stream.take(min(size, _PIECE))):
        size -= len(part)
        yield part


def _body(metadata: bytes) -> _Body:
    """Return the body described by a message's metadata. Raises RefusedInputError (broken-container)."""
    try:
        message = _Table(metadata, *struct.unpack_from("<I", metadata))
        size, kind, header = message.number(3, "<q"), message.number(1, "<B"), message.table(2)
        if kind == _DICTIONARY and header is not None:
            header = header.table(1)
        is_batch = kind in (_DICTIONARY, _BATCH) and header is not None
        if size < 0 or header is None or not is_batch or header.table(3) is None:
            return _Body(max(0, size), ())
        return _Body(size, tuple((at, length) for at, length in header.structs(2, _BUFFER) if length))
    except (struct.error, IndexError) as error:
        raise refused(
            "broken-container", "it is not a complete Arrow file: the metadata of a message is damaged"
        ) from error


@dataclass(frozen=True, slots=True)
class _Table:
    """A flatbuffer table: optional fields, accessed by number."""

    raw: bytes
    at: int

    def _place(self, field: int) -> int:
        """Return the position of a field, 0 if missing."""
        begin = self.at - struct.unpack_from("<i", self.raw, self.at)[0]
        if begin < 0 or self.at < 0:
            raise IndexError
        fields = (struct.unpack_from("<H", self.raw, begin)[0] - 4) // 2
        found = struct.unpack_from("<H", self.raw, begin + 4 + 2 * field)[0] if field < fields else 0
        return self.at + found if found else 0

    def number(self, field: int, form: str) -> int:
        """Return a number, 0 if missing."""
        place = self._place(field)
        return int(struct.unpack_from(form, self.raw, place)[0]) if place else 0

    def table(self, field: int) -> _Table | None:
        """Return a nested table."""
        place = self._place(field)
        return _Table(self.raw, place + struct.unpack_from("<I", self.raw, place)[0]) if place else None

    def structs(self, field: int, form: struct.Struct) -> list[tuple[int, ...]]:
        """Return a list of structs."""
        place = self._place(field)
        if not place:
            return []
        begin = place + struct.unpack_from("<I", self.raw, place)[0]
        count = struct.unpack_from("<I", self.raw, begin)[0]
        end = begin + 4 + count * form.size
        if end > len(self.raw):
            raise IndexError
        return list(form.iter_unpack(self.raw[begin + 4 : end]))
