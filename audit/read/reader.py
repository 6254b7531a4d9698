"""The interface of readers: which files they read, and a function from an opened file to its documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from audit.read.compressed import decompressed
from audit.read.compression import Compression, compression_of, without_compression
from audit.read.record import Record
from audit.read.refusal import Refusal, RefusedInputError
from audit.read.streams import joined, peeked
from audit.read.unfit import undecodable, unfit

if TYPE_CHECKING:
    from audit.policy import InputSettings
    from audit.read.codec.decoded import Decoded
    from audit.read.open import Source

# Bytes that identify a compression, or a format without a known suffix.
_HEAD: Final = 1 << 12

# Approximate bytes of a part, independent of the number of workers.
SPAN_BYTES: Final = 1 << 20

Records = Iterator[Record | Refusal]


@dataclass(frozen=True, slots=True)
class Opened:
    """An open file, possibly compressed. `name` is in lower case, without the compression suffix.

    `codecs` holds the codec in which its records were read, unless that is UTF-8.
    """

    source: Source
    name: str
    compression: Compression | None
    settings: InputSettings
    codecs: list[str] = field(default_factory=list, compare=False)

    def pieces(self) -> Iterator[bytes]:
        """Yield the decompressed content in bounded pieces."""
        chunks = self.source.chunks()
        return decompressed(chunks, self.compression, self.settings.max_growth) if self.compression else chunks

    def between(self, start: int, end: int) -> Iterator[bytes]:
        """Yield bytes `start` to `end` of the decompressed content."""
        if self.compression is None:
            yield from self.source.between(start, end)
            return
        at = 0
        for piece in self.pieces():
            wanted = piece[max(0, start - at) : max(0, end - at)]
            at += len(piece)
            if wanted:
                yield wanted
            if at >= end:
                return

    def head(self) -> bytes:
        """Return the first bytes of the content. Raises RefusedInputError as `pieces` does."""
        if self.compression is None:
            return self.source.head(_HEAD)
        return next(self.pieces(), b"")[:_HEAD]

    def first(self) -> bytes:
        """Return the first mebibyte of the content, wherever the file is being read; less if it is damaged."""
        at = self.source.file.tell()
        try:
            return peeked(self.pieces())[0]
        finally:
            self.source.file.seek(at)

    def whole(self) -> bytes:
        """Return the whole content. Raises RefusedInputError: too-large, changed, or as `pieces` does."""
        limit = self.settings.max_file_bytes
        if self.compression is None or self.source.size > limit:
            return self.source.read(limit)
        raw = joined(self.pieces(), limit)
        self.source.check_unchanged()
        return raw

    def seekable(self) -> tuple[BinaryIO, int]:
        """Return the content as a seekable file, and its size; compressed content may be spooled to disk."""
        if self.compression is None:
            return self.source.file, self.source.size
        held = SpooledTemporaryFile(self.settings.max_file_bytes)  # noqa: SIM115 open for as long as it is read
        for piece in self.pieces():
            held.write(piece)
        return cast("BinaryIO", held), held.tell()


def opened(source: Source, path: str, settings: InputSettings) -> Opened:
    """Return the open file at `path` as readers take it."""
    name = path.rpartition("/")[2].lower()
    return Opened(source, without_compression(name), compression_of(name, source.head(_HEAD)), settings)


def document_in(raw: bytes, source: str, extract: Callable[[Decoded], Record], declared: str | None = None) -> Record:
    """Return the document that `extract` makes of a file's decoded bytes, or why there is none.

    `source` is that of a refused record; `declared` is the codec that the file states.
    """
    from audit.read.codec.decode import decode

    reason = unfit(raw)
    try:
        decoded = decode(raw, declared) if reason is None else None
        if decoded is not None:
            return extract(decoded)
    except RefusedInputError as error:
        reason = error.refusal
    return Record(raw=raw, source=source, refusal=reason or undecodable(raw))


def never(_: bytes) -> bool:
    """Return that no file is recognised by its beginning."""
    return False


def _always(_: bytes) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Span:
    """Bytes `start` to `end` of a large file of records, to be read by one of several workers.

    `line` lines and `record` records precede it, and `records` are in it. `size` is the file's in bytes; `is_last`: the
    file ends with it.
    """

    start: int
    end: int
    line: int
    record: int
    records: int
    size: int
    is_last: bool


@dataclass(frozen=True, slots=True)
class Divided:
    """How several workers read a large file: where to cut it, and how to read a span.

    `spans` returns none if it cannot be cut. The records of all spans in order are those of the whole file.
    """

    spans: Callable[[Opened], tuple[Span, ...]]
    read: Callable[[Opened, Span], Records]


@dataclass(frozen=True, slots=True)
class Reader:
    """How one kind of file is read: recognised by name `suffixes` and `fits`, or else by how it `begins`.

    `read` yields each document of the file, or why it is none, in bounded memory, and raises RefusedInputError if the
    file cannot be read on; with `many` documents the earlier ones stay valid. `is_data` marks formats of published
    datasets, in which the records are documents and the card beside them is not. Without `is_scanned` the first pass
    (for shared lines) skips the files, as pages come without furniture and are expensive. `divided` splits large
    uncompressed files.
    """

    name: str
    read: Callable[[Opened], Records]
    suffixes: tuple[str, ...] = ()
    begins: Callable[[bytes], bool] = never
    fits: Callable[[bytes], bool] = _always
    many: bool = True
    is_data: bool = False
    is_scanned: bool = True
    divided: Divided | None = None
