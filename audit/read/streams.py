"""Streams of byte pieces: peeking, line splitting, file interface; never whole inputs."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from audit.read.refusal import RefusedInputError, refused

if TYPE_CHECKING:
    from collections.abc import Iterator

# Bytes of a stream that decide its codec and kind.
HEAD: Final = 1 << 20


def peeked(pieces: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """Return the first HEAD bytes, and the stream from its beginning.

    A refusal raised while peeking is raised again at its place in the stream, so that what precedes it is read.
    """
    kept: list[bytes] = []
    fault: RefusedInputError | None = None
    found = 0
    try:
        while found < HEAD and (piece := next(pieces, None)) is not None:
            kept.append(piece)
            found += len(piece)
    except RefusedInputError as error:
        fault = error
    return b"".join(kept)[:HEAD], _from_start(kept, fault, pieces)


def _from_start(kept: list[bytes], fault: RefusedInputError | None, pieces: Iterator[bytes]) -> Iterator[bytes]:
    yield from kept
    if fault is not None:
        raise fault
    yield from pieces


def joined(pieces: Iterator[bytes], limit: int) -> bytes:
    """Return the stream as one value. Raises RefusedInputError (too-large) above `limit` bytes."""
    whole = bytearray()
    for piece in pieces:
        whole += piece
        if len(whole) > limit:
            raise refused("too-large", f"decompressed it has more than {limit:,} bytes")
    return bytes(whole)


def lines(pieces: Iterator[bytes], limit: int) -> Iterator[bytes | None]:
    """Yield the lines of a stream including line feeds; None for one longer than `limit` bytes."""
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
    """A stream of pieces as a raw file object."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Fill the buffer with available bytes, 0 at the end. Raises what the stream raises."""
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._rest = memoryview(piece)
        taken = self._rest[: len(buffer)]
        buffer[: len(taken)] = taken
        self._rest = self._rest[len(taken) :]
        return len(taken)


class Positioned:
    """A stream read by lines and by counts; `at` is the offset of the next byte."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._held = bytearray()
        self._is_over = False
        self.at = 0

    def line(self, limit: int) -> bytes | None:
        """Return the next line including its line feed, b"" at the end; None for a skipped one above `limit` bytes."""
        searched = 0
        while (end := self._held.find(b"\n", searched)) < 0 and not self._is_over and len(self._held) <= limit:
            searched = len(self._held)
            self._fill()
        if end < 0 and len(self._held) > limit:
            self._pass_line()
            return None
        found = self._taken(end + 1 if end >= 0 else len(self._held))
        return found if len(found) <= limit else None

    def take(self, size: int) -> bytes:
        """Return the next `size` bytes, fewer at the end."""
        while len(self._held) < size and not self._is_over:
            self._fill()
        return self._taken(min(size, len(self._held)))

    def skip(self, size: int) -> int:
        """Skip the next `size` bytes without holding them; return how many there were."""
        left = size
        while left and (self._held or not self._is_over):
            if not self._held:
                self._fill()
            left -= len(self._taken(min(left, len(self._held))))
        return size - left

    def _pass_line(self) -> None:
        while (end := self._held.find(b"\n")) < 0 and (self._held or not self._is_over):
            self._taken(len(self._held))
            self._fill()
        self._taken(end + 1)

    def _fill(self) -> None:
        piece = next(self._pieces, None)
        self._is_over = piece is None
        self._held += piece or b""

    def _taken(self, size: int) -> bytes:
        found = bytes(self._held[:size])
        del self._held[:size]
        self.at += size
        return found
