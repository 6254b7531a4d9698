"""Streams of byte pieces: looked into, cut into lines, offered as a file. Nothing here holds a whole input."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from audit.read.refusal import RefusedInputError, refused

if TYPE_CHECKING:
    from collections.abc import Iterator

# As much of a stream as is looked at before its codec and its kind are decided, bytes.
HEAD: Final = 1 << 20


def peeked(pieces: Iterator[bytes], size: int = HEAD) -> tuple[bytes, Iterator[bytes]]:
    """Return the first `size` bytes and the stream from its beginning.

    A refusal met while looking is raised when the stream comes to that place, so that what stands before it is read.
    """
    kept: list[bytes] = []
    fault: RefusedInputError | None = None
    found = 0
    try:
        while found < size and (piece := next(pieces, None)) is not None:
            kept.append(piece)
            found += len(piece)
    except RefusedInputError as error:
        fault = error
    return b"".join(kept)[:size], _from_start(kept, fault, pieces)


def _from_start(kept: list[bytes], fault: RefusedInputError | None, pieces: Iterator[bytes]) -> Iterator[bytes]:
    yield from kept
    if fault is not None:
        raise fault
    yield from pieces


def joined(pieces: Iterator[bytes], limit: int) -> bytes:
    """Return the stream as one value. Raises RefusedInputError (too-large) once it is longer than `limit` bytes."""
    whole = bytearray()
    for piece in pieces:
        whole += piece
        if len(whole) > limit:
            raise refused("too-large", f"decompressed it has more than {limit:,} bytes")
    return bytes(whole)


def lines(pieces: Iterator[bytes], limit: int) -> Iterator[bytes | None]:
    """Yield the lines of a stream, each with its line feed if it has one; None for one longer than `limit` bytes."""
    held, size = bytearray(), 0
    for piece in pieces:
        *ended, rest = piece.split(b"\n")
        for part in ended:
            yield b"".join((held, part, b"\n")) if size + len(part) <= limit else None
            held, size = bytearray(), 0
        size += len(rest)
        if size <= limit:
            held += rest
        else:
            held.clear()  # of a line that is too long nothing is kept but its length
    if size:
        yield bytes(held) if size <= limit else None


class PieceReader(io.RawIOBase):
    """A stream of pieces as a raw file, for readers that want one."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Fill the buffer with what there is, 0 at the end. Raises what the stream raises."""
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._rest = memoryview(piece)
        taken = self._rest[: len(buffer)]
        buffer[: len(taken)] = taken
        self._rest = self._rest[len(taken) :]
        return len(taken)
