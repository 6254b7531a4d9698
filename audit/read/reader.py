"""What a reader is: a value that says which files it reads, and a function from an opened file to its documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from audit.read.compressed import Compression, compression_of, decompressed, without_compression
from audit.read.record import Record
from audit.read.refusal import Refusal
from audit.read.streams import joined

if TYPE_CHECKING:
    from audit.policy import InputSettings
    from audit.read.open import Source

# Enough to know a compressed file by, and to know a format by that no suffix names; bytes.
_MAGIC: Final = 16
_HEAD: Final = 1 << 12

# A file of records is cut into parts of about this size, however many workers there are; bytes.
SPAN_BYTES: Final = 1 << 20

Records = Iterator[Record | Refusal]


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that is open, and may be compressed. `name` is its own, in small letters, without that suffix."""

    source: Source
    name: str
    compression: Compression | None
    settings: InputSettings

    def pieces(self) -> Iterator[bytes]:
        """Yield what the file holds, decompressed, in bounded pieces, from its beginning."""
        chunks = self.source.chunks()
        return decompressed(chunks, self.compression, self.settings.max_growth) if self.compression else chunks

    def between(self, start: int, end: int) -> Iterator[bytes]:
        """Yield bytes `start` to `end` of what the file holds, decompressed; what stands before them is passed over."""
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
        """Return the first bytes of what the file holds. Raises RefusedInputError as `pieces` does."""
        if self.compression is None:
            return self.source.head(_HEAD)
        return next(self.pieces(), b"")[:_HEAD]

    def whole(self) -> bytes:
        """Return all that the file holds. Raises RefusedInputError: too-large, changed, or as `pieces` does."""
        limit = self.settings.max_file_bytes
        if self.compression is None or self.source.size > limit:
            return self.source.read(limit)
        raw = joined(self.pieces(), limit)
        self.source.check_unchanged()
        return raw

    def seekable(self) -> tuple[BinaryIO, int]:
        """Return what the file holds as a file to jump about in, and its size; what is compressed may go to disk."""
        if self.compression is None:
            return self.source.file, self.source.size
        held = SpooledTemporaryFile(self.settings.max_file_bytes)  # noqa: SIM115 open for as long as it is read
        for piece in self.pieces():
            held.write(piece)
        return cast("BinaryIO", held), held.tell()


def opened(source: Source, path: str, settings: InputSettings) -> Opened:
    """Return the open file at `path` as readers take it."""
    name = path.rpartition("/")[2].lower()
    head = source.head(_MAGIC)
    compression = compression_of(name, head) if head else None
    return Opened(source, without_compression(name) if compression else name, compression, settings)


def never(_: bytes) -> bool:
    """Return that no file is known by its beginning."""
    return False


def _always(_: bytes) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Span:
    """Bytes `start` to `end` of what a large file of records holds, which a worker reads beside others, who read on.

    `line` lines and `record` records stand before it, and `records` in it. `size` is that of the file, bytes, and
    `is_last` tells whether the file ends with it.
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
    """How a large file is read by several workers: where it may be cut, and the reading of one part.

    `spans` returns none where it cannot be cut. The records of all spans in turn are those of the whole file.
    """

    spans: Callable[[Opened], tuple[Span, ...]]
    read: Callable[[Opened, Span], Records]


@dataclass(frozen=True, slots=True)
class Reader:
    """How one kind of file is read: known by its name's `suffixes` where its beginning `fits`, else by how it `begins`.

    `read` yields each document of the file, or why it is none, in bounded memory, and raises RefusedInputError where
    the file cannot be read on. Of a file with `many` documents those before that place stand.
    `is_data` marks the formats in which datasets are published: their records, and not the card beside them, are
    documents. Without `is_scanned` the first pass, for lines that pages have in common, does not open it: pages come
    without their furniture, at some cost. `divided` says how several workers share a large file that is not compressed.
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
