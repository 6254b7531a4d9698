"""Incremental decompression of gzip and zstd with a bound on expansion.

Bombs reach 1:1,030 (gzip) and 1:32,700 (zstd); the bound applies to the bytes read so far, so that a bomb is stopped
after its first mebibyte.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, Protocol

from audit.read.refusal import refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Compression = Literal["gzip", "zstd"]

_SUFFIXES: Final[dict[str, Compression]] = {".gz": "gzip", ".zst": "zstd"}
_ENDS: Final = tuple(_SUFFIXES)
_GZIP_MAGIC: Final = b"\x1f\x8b\x08"
_ZSTD_MAGIC: Final = b"\x28\xb5\x2f\xfd"
# A zstd file may begin with a skippable frame: 0x184D2A50 to 0x184D2A5F, little endian (RFC 8878, 3.1.2).
_ZSTD_SKIPPABLE: Final = b"\x2a\x4d\x18"

# Expansion is checked from this size on: a short repetitive text is no bomb.
FREE_GROWTH: Final = 1 << 20
# Maximum output of one zlib step.
_GZIP_STEP: Final = 1 << 16
# zstandard has no bound on the output of a step. A block of 4 bytes gives 128 KiB at most (RFC 8878, 3.1.1.2), so 256
# bytes give 8 MiB at worst; larger steps are not faster (measured: 128 MB/s of input).
_ZSTD_STEP: Final = 256
# CRC32 and length at the end of a gzip member (RFC 1952, 2.3).
_GZIP_TRAILER: Final = 8
_GZIP_WBITS: Final = 16 + zlib.MAX_WBITS
# Trailing zeros after a member are ignored, as by gzip(1): tapes and block devices pad with them.
_PADDING: Final = b"\0"


class _Frame(Protocol):
    """A gzip member or zstd frame being decompressed."""

    @property
    def is_whole(self) -> bool:
        """Whether its end was reached."""

    def step(self, piece: bytes) -> tuple[bytes, bytes]:
        """Return the output, and the unconsumed rest of `piece`. Raises RefusedInputError if damaged."""


@dataclass(slots=True)
class _Flow:
    """Byte counts of input and output."""

    taken: int = 0
    given: int = 0


def compression_of(name: str, head: bytes) -> Compression | None:
    """Return the compression of a file, by its first bytes or else by its last suffix."""
    if head.startswith(_GZIP_MAGIC):
        return "gzip"
    if head.startswith(_ZSTD_MAGIC) or _is_skippable(head):
        return "zstd"
    lowered = name.lower()
    if not lowered.endswith(_ENDS):
        return None
    return next(kind for suffix, kind in _SUFFIXES.items() if lowered.endswith(suffix))


def _is_skippable(head: bytes) -> bool:
    return head[1:4] == _ZSTD_SKIPPABLE and 0x50 <= head[0] <= 0x5F  # noqa: PLR2004


def without_compression(name: str) -> str:
    """Return the lower case name without a compression suffix."""
    lowered = name.lower()
    if not lowered.endswith(_ENDS):
        return lowered
    return next((lowered.removesuffix(suffix) for suffix in _SUFFIXES if lowered.endswith(suffix)), lowered)


def decompressed(pieces: Iterator[bytes], kind: Compression, max_growth: int) -> Iterator[bytes]:
    """Yield the content of all members and frames in bounded pieces.

    Raises RefusedInputError: broken-compression if the stream is damaged, truncated or followed by other data (after
    yielding what came before), expands-too-far if output exceeds `max_growth` bytes per input byte.
    """
    flow = _Flow()
    made = _gunzipped(_counted(pieces, flow)) if kind == "gzip" else _unzstd(_counted(pieces, flow))
    for piece in made:
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
        while rest:
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

    def __init__(self) -> None:
        self._engine = zlib.decompressobj(_GZIP_WBITS)

    @property
    def is_whole(self) -> bool:
        return self._engine.eof

    def step(self, piece: bytes) -> tuple[bytes, bytes]:
        try:
            made = self._engine.decompress(piece, _GZIP_STEP)
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


def _unzstd(pieces: Iterator[bytes]) -> Iterator[bytes]:
    import zstandard

    class Frame:
        """A zstd frame."""

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
