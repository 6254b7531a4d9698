"""Parquet: one column read in small batches, its pages' checksums verified where they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final

import pyarrow as pa
import pyarrow.parquet as pq

from audit.read.compressed import FREE_GROWTH
from audit.read.containers.codec import UTF8, codec_of
from audit.read.containers.columns import columns_seen, text_column
from audit.read.open import CHUNK
from audit.read.refusal import SHOWN, Refusal, refusal, refused
from audit.read.streams import HEAD
from audit.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.policy import InputSettings

# Rows read at once, at most. One dictionary value may stand in each: 473 bytes of Parquet make a gigabyte.
_BATCH: Final = 64
# What a row costs of the growth allowed, beside its text, bytes: run lengths make a million nulls out of nothing.
_ROW: Final = 16
# What pyarrow raises on damaged files: its own errors, plain ones from below, and MemoryError for sizes that lie.
_ERRORS: Final = (pa.ArrowException, OSError, ValueError, KeyError, OverflowError, MemoryError, RecursionError)


def parquet_records(file: BinaryIO, size: int, settings: InputSettings) -> Iterator[str | Refusal]:
    """Yield the text of each row, or why it has none; `size` is the length of the file in bytes.

    Raises RefusedInputError: no-text-column, expands-too-far, broken-container.
    """
    try:
        yield from _records(file, size, settings)
    except _ERRORS as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise  # the disk's, not the format's
        raise refused("broken-container", f"it is no whole Parquet file: {_said(error)}") from error


def _said(error: BaseException) -> str:
    first = (str(error) or type(error).__name__).partition("\n")[0]
    return visible(first, SHOWN)


def _records(file: BinaryIO, size: int, settings: InputSettings) -> Iterator[str | Refusal]:
    allowed = max(FREE_GROWTH, settings.max_growth * size)
    table = pq.ParquetFile(file, page_checksum_verification=True, buffer_size=CHUNK)
    column = _chosen(table.schema_arrow, settings)
    largest = _check_size(table.metadata, allowed)
    rows = max(1, min(_BATCH, settings.max_file_bytes // max(1, largest)))
    texts = _Texts()
    for batch in table.iter_batches(batch_size=rows, columns=[column], use_threads=False):
        values = list(_values(batch.column(column)))
        for value, text in zip(values, texts.of(values), strict=True):
            allowed -= _ROW + len(value or b"")
            if allowed < 0:
                raise refused("expands-too-far", f"its {size:,} bytes grow to more than allowed")
            yield text
    if texts.count != table.metadata.num_rows:
        raise refused("broken-container", f"it has {texts.count:,} rows and counts {table.metadata.num_rows:,}")


def _chosen(schema: pa.Schema, settings: InputSettings) -> str:
    column = text_column(schema.names, settings)
    if column is None:
        raise refused("no-text-column", columns_seen(schema.names, settings))
    kind = schema.field(column).type
    if not _is_text(kind.value_type if pa.types.is_dictionary(kind) else kind):
        raise refused("no-text-column", f"the column {visible(column, SHOWN)} holds {kind}, not text")
    return column


def _is_text(kind: pa.DataType) -> bool:
    # Binary too: old writers do not mark a text as UTF-8.
    return kind in (pa.string(), pa.large_string(), pa.binary(), pa.large_binary())


def _check_size(footer: pq.FileMetaData, allowed: int) -> int:
    """Return the size of the largest row group, all columns decompressed, as the footer claims it; bytes."""
    # Of the whole group, not of the column: asking pyarrow 26 about one column of a damaged footer ends the process
    # ("terminate called", found by flipping bytes).
    sizes = [footer.row_group(group).total_byte_size for group in range(footer.num_row_groups)]
    if sum(sizes) > allowed:
        raise refused("expands-too-far", f"its columns grow to {sum(sizes):,} bytes")
    return max(sizes, default=0)


def _values(column: pa.Array) -> Iterator[bytes | None]:
    plain = column.dictionary_decode() if isinstance(column, pa.DictionaryArray) else column
    # As bytes: Parquet does not check that a text is UTF-8, and one bad value must not cost the others.
    for value in plain.cast(pa.large_binary()):
        yield value.as_py()


class _Texts:
    """The texts of a column, read with one codec: UTF-8, or what the first value above ASCII shows it to be."""

    def __init__(self) -> None:
        self.count = 0
        self._codec: str | None = None

    def of(self, values: list[bytes | None]) -> Iterator[str | Refusal]:
        """Yield the text of each of some values in a row, or why it has none."""
        if self._codec is None and any(value and not value.isascii() for value in values):
            self._codec = codec_of(b"\n".join(filter(None, values))[:HEAD])
        for value in values:
            yield self._text(value)
            self.count += 1

    def _text(self, value: bytes | None) -> str | Refusal:
        if value is None:
            return refusal("no-text", "its text is null")
        codec = self._codec or UTF8
        try:
            return value.decode(codec)
        except UnicodeDecodeError as error:
            said = f"row {self.count + 1}: byte {error.start + 1} of its text is no {codec}"
            return refusal("broken-record", said)
