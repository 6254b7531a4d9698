"""Incremental decompression of gzip, bzip2, xz and zstd with a bound on expansion.

Bombs reach 1:1,030 (gzip), 1:7,000 (xz), 1:32,700 (zstd) and 1:1,000,000 (bzip2); the bound applies to the bytes read
so far, so that a bomb is stopped after its first mebibyte.
"""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from audit.read.compression import Compression
from audit.read.refusal import refused

# Expansion is checked from this size on: a short repetitive text is no bomb.
FREE_GROWTH: Final = 1 << 20
# Maximum output of one step.
_MOST: Final = 1 << 16
# zstandard has no bound on the output of a step. A block of 4 bytes gives 128 KiB at most (RFC 8878, 3.1.1.2), so 256
# bytes give 8 MiB at worst; larger steps are not faster (measured: 128 MB/s of input).
_ZSTD_STEP: Final = 256
# CRC32 and length at the end of a gzip member (RFC 1952, 2.3).
_GZIP_TRAILER: Final = 8
# On a wrong checksum the output of a step is lost, so that steps are short, and of one byte where a file may end: with
# the checksum and 80 bits of the end in bzip2, or the checksum, index and footer in xz.
_BLOCK_STEP: Final = 256
_BLOCK_TRAILER: Final = 64
# Memory for one xz stream: 65 MiB are enough for all presets.
_XZ_MEMORY: Final = 1 << 27
_OUT_OF_MEMORY: Final = "Memory usage limit"
_GZIP_WBITS: Final = 16 + zlib.MAX_WBITS
# Trailing zeros after a member are ignored, as by gzip(1): tapes and block devices pad with them.
_PADDING: Final = b"\0"


class _Frame(Protocol):
    """A gzip member, bzip2 or xz stream, or zstd frame being decompressed."""

    @property
    def is_whole(self) -> bool:
        """Whether its end was reached."""

    @property
    def holds_more(self) -> bool:
        """Whether a step without input may give output."""

    def step(self, piece: bytes) -> tuple[bytes, bytes]:
        """Return the output, and the unconsumed rest of `piece`. Raises RefusedInputError if damaged."""


@dataclass(slots=True)
class _Flow:
    """Byte counts of input and output."""

    taken: int = 0
    given: int = 0


def decompressed(pieces: Iterator[bytes], kind: Compression, max_growth: int) -> Iterator[bytes]:
    """Yield the content of all members and frames in bounded pieces.

    Raises RefusedInputError: broken-compression if the stream is damaged, truncated or followed by other data (after
    yielding what came before), expands-too-far if output exceeds `max_growth` bytes per input byte.
    """
    flow = _Flow()
    for piece in _ENGINES[kind](_counted(pieces, flow)):
        flow.given += len(piece)
        if flow.given > max(FREE_GROWTH, max_growth * flow.taken):
            grown = f"its first {flow.taken:,} compressed bytes expand to more than {flow.given:,}"
            raise refused("expands-too-far", grown)
        yield piece


def _counted(pieces: Iterator[bytes], flow: _Flow) -> Iterator[bytes]:
    for piece in pieces:
        flow.taken += len(piece)
        yield piece


def _frames(pieces: Iterator[bytes], begin: Callable[[], _Frame]) -> Iterator[bytes]:
    frame, seen = begin(), 0
    for piece in pieces:
        rest = piece
        while rest or frame.holds_more:
            if frame.is_whole:
                rest = rest.lstrip(_PADDING)
                frame, seen = (begin(), seen + 1) if rest else (frame, seen)
                continue
            made, rest = _step(frame, rest, seen)
            if made:
                yield made
    if not frame.is_whole:
        raise refused("broken-compression", "the compressed stream ends early")


def _step(frame: _Frame, piece: bytes, seen: int) -> tuple[bytes, bytes]:
    try:
        return frame.step(piece)
    except _DamagedError as error:
        where = f"{seen} complete compressed stream(s) are followed by other data" if seen else "the stream is damaged"
        raise refused("broken-compression", f"{where} ({error})") from error


class _DamagedError(Exception):
    """The decompressor's message."""


class _Member:
    """A gzip member."""

    holds_more = False

    def __init__(self) -> None:
        self._engine = zlib.decompressobj(_GZIP_WBITS)

    @property
    def is_whole(self) -> bool:
        return self._engine.eof

    def step(self, piece: bytes) -> tuple[bytes, bytes]:
        try:
            made = self._engine.decompress(piece, _MOST)
        except zlib.error as error:
            raise _DamagedError(str(error).rpartition(": ")[2]) from error
        return made, self._engine.unused_data if self._engine.eof else self._engine.unconsumed_tail


def _gunzipped(pieces: Iterator[bytes]) -> Iterator[bytes]:
    return _frames(_trailer_last(pieces), _Member)


def _trailer_last(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Hold back the last bytes for a step of their own: on a wrong checksum zlib discards the output of a step."""
    held = b""
    for piece in pieces:
        joined = held + piece
        held = joined[-_GZIP_TRAILER:]
        yield joined[:-_GZIP_TRAILER]
    yield held


class _BlockEngine(Protocol):
    """bz2.BZ2Decompressor or lzma.LZMADecompressor."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class _Blocks:
    """A bzip2 or xz stream."""

    def __init__(self, engine: _BlockEngine) -> None:
        self._engine = engine

    @property
    def is_whole(self) -> bool:
        return self._engine.eof

    @property
    def holds_more(self) -> bool:
        return not self._engine.eof and not self._engine.needs_input

    def step(self, piece: bytes) -> tuple[bytes, bytes]:
        try:
            made = self._engine.decompress(piece, _MOST)
        except (OSError, lzma.LZMAError) as error:
            if _OUT_OF_MEMORY in str(error):
                raise refused("expands-too-far", f"it takes more than {_XZ_MEMORY:,} bytes of memory") from error
            raise _DamagedError(str(error).lower()) from error
        return made, self._engine.unused_data


def _bunzipped(pieces: Iterator[bytes]) -> Iterator[bytes]:
    return _frames(_slow_at_end(pieces), lambda: _Blocks(bz2.BZ2Decompressor()))


def _unxz(pieces: Iterator[bytes]) -> Iterator[bytes]:
    return _frames(_slow_at_end(pieces), lambda: _Blocks(lzma.LZMADecompressor(lzma.FORMAT_XZ, _XZ_MEMORY)))


def _slow_at_end(pieces: Iterator[bytes]) -> Iterator[bytes]:
    held = b""
    for piece in pieces:
        joined = held + piece
        held = joined[-_BLOCK_TRAILER:]
        yield from _cut(iter((joined[:-_BLOCK_TRAILER],)), _BLOCK_STEP)
    yield from _cut(iter((held,)), 1)


def _unzstd(pieces: Iterator[bytes]) -> Iterator[bytes]:
    import zstandard

    class Frame:
        """A zstd frame."""

        holds_more = False

        def __init__(self) -> None:
            self._engine = zstandard.ZstdDecompressor().decompressobj()

        @property
        def is_whole(self) -> bool:
            return self._engine.eof

        def step(self, piece: bytes) -> tuple[bytes, bytes]:
            try:
                made = self._engine.decompress(piece)
            except zstandard.ZstdError as error:
                raise _DamagedError(str(error).rpartition(": ")[2]) from error
            return made, self._engine.unused_data

    return _frames(_cut(pieces, _ZSTD_STEP), Frame)


def _cut(pieces: Iterator[bytes], size: int) -> Iterator[bytes]:
    for piece in pieces:
        for start in range(0, len(piece), size):
            yield piece[start : start + size]


_ENGINES: Final[dict[Compression, Callable[[Iterator[bytes]], Iterator[bytes]]]] = {
    "gzip": _gunzipped,
    "bzip2": _bunzipped,
    "xz": _unxz,
    "zstd": _unzstd,
}
