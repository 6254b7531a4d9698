"""Parquet: required columns read in small batches, with page checksums verified where present."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final

import pyarrow as pa
import pyarrow.parquet as pq

from audit.read.columnar.tabular import ERRORS, Allowance, TableRows, damaged, is_binary
from audit.read.columnar.values import objects_of
from audit.read.compressed import FREE_GROWTH
from audit.read.containers.columns import text_path
from audit.read.containers.json_stream import is_no_json
from audit.read.containers.prose import ProseColumns
from audit.read.open import CHUNK
from audit.read.reader import SPAN_BYTES, Divided, Opened, Reader, Records, Span
from audit.read.refusal import refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audit.policy import InputSettings

# The mark of a file, and how the head of its first page begins, which no text does.
_MARK: Final = b"PAR1\x15"
# Maximum rows per batch: each may repeat a dictionary value, so that 473 bytes of Parquet may expand to a gigabyte.
_BATCH: Final = 64
# Rows of a file in which a column of empty texts is looked for.
_MOST_EMPTY: Final = 1 << 20
# Parts per row group, each decoded from the group's beginning: in total eight times the group, a twentieth of the
# parsing.
_MOST_OF_A_GROUP: Final = 16


def _read(file: Opened) -> Records:
    """Yield each row, or why it is no document.

    Raises RefusedInputError: no-text-column, expands-too-far, broken-container.
    """
    opened, size = file.seekable()
    try:
        yield from _records(opened, size, file.settings)
    except ERRORS as error:
        raise damaged("Parquet", error) from error
    finally:
        if opened is not file.source.file:
            opened.close()


def _read_span(file: Opened, span: Span) -> Records:
    try:
        yield from _records(file.source.file, file.source.size, file.settings, span)
    except ERRORS as error:
        raise damaged("Parquet", error) from error


def _records(file: BinaryIO, size: int, settings: InputSettings, span: Span | None = None) -> Records:
    allowed = _allowance(size, settings)
    table = pq.ParquetFile(file, page_checksum_verification=True, buffer_size=CHUNK)
    sizes = _sizes(table.metadata, allowed)
    rows = max(1, min(_BATCH, settings.max_file_bytes // max(1, *sizes, 1)))
    measured = ProseColumns(lambda: _first(table, rows))
    found = TableRows(_schema(table, settings), settings, span.record if span else None, measured)
    largest = max(sizes, default=0) * len(found.columns)
    count = max(1, min(_BATCH, settings.max_file_bytes // max(1, largest)))
    first, last = (span.record, span.record + span.records) if span else (0, table.metadata.num_rows)
    groups, at = _groups_with(table.metadata, first, last) if span else (list(range(len(sizes))), 0)
    for batch in table.iter_batches(count, row_groups=groups, columns=list(found.columns), use_threads=False):
        begin, at = max(0, first - at), at + batch.num_rows
        if at > first:
            yield from found.of(batch.slice(begin, last - found.count) if span else batch, allowed)
        if span and at >= last:
            break
    if found.count != last:
        raise refused("broken-container", f"it has {found.count:,} rows, but its metadata says {last:,}")


def _schema(table: pq.ParquetFile, settings: InputSettings) -> pa.Schema:
    """Return the schema; with a column of nulls for one of texts that are all empty, if another may hold the text."""
    schema = table.schema_arrow
    text = text_path(tuple(schema.names), settings)
    rest = tuple(name for name in schema.names if name != text)
    if text not in schema.names or text_path(rest, settings) is None or schema.names.count(text) > 1:
        return schema
    at, kind = schema.get_field_index(text), schema.field(text).type
    if kind not in (pa.string(), pa.large_string(), pa.string_view()) or table.metadata.num_rows > _MOST_EMPTY:
        return schema
    batches = table.iter_batches(_BATCH, columns=[text], use_threads=False)
    is_filled = any(
        (value.as_py() or b"").strip() for batch in batches for value in batch.column(0).cast(pa.large_binary())
    )
    return schema if is_filled else schema.set(at, pa.field(text, pa.null()))


def _first(table: pq.ParquetFile, count: int) -> list[dict[str, object]]:
    """Return the first rows, for their prose to be measured."""
    batch = next(table.iter_batches(count, use_threads=False), None)
    return [] if batch is None else objects_of(batch)


def _allowance(size: int, settings: InputSettings) -> Allowance:
    return Allowance(size, max(FREE_GROWTH, settings.max_growth * size))


def _sizes(footer: pq.FileMetaData, allowed: Allowance) -> list[int]:
    """Return the decompressed size in bytes of each row group, as claimed by the footer."""
    # Of the whole group: in pyarrow 26 the statistics of one column of a damaged footer end the process ("terminate
    # called", found by flipping bytes).
    sizes = [footer.row_group(group).total_byte_size for group in range(footer.num_row_groups)]
    if sum(sizes) > allowed.left:
        raise refused("expands-too-far", f"its columns expand to {sum(sizes):,} bytes")
    return sizes


def _groups_with(footer: pq.FileMetaData, first: int, last: int) -> tuple[list[int], int]:
    """Return the row groups with rows from `first` to `last`, and the first row of the first group."""
    groups, begins, at = list[int](), 0, 0
    for group in range(footer.num_row_groups):
        rows = footer.row_group(group).num_rows
        if at < last and at + rows > first:
            begins = begins if groups else at
            groups.append(group)
        at += rows
    return groups, begins


def _spans(file: Opened) -> tuple[Span, ...]:
    """Return spans of consecutive rows; empty for a compressed file, or texts in an unknown codec."""
    if file.compression is not None:
        return ()
    try:
        table = pq.ParquetFile(file.source.file)
        footer, schema = table.metadata, _schema(table, file.settings)
        if any(is_binary(schema.field(name).type) for name in TableRows(schema, file.settings).columns):
            return ()
        sizes = _sizes(footer, _allowance(file.source.size, file.settings))
        rows = [footer.row_group(group).num_rows for group in range(len(sizes))]
        is_sound = sum(rows) == footer.num_rows and all(count > 0 for count in rows) and all(size > 0 for size in sizes)
    except ERRORS:
        return ()
    return tuple(_cut(rows, sizes, file.source.size)) if is_sound and sum(sizes) >= 2 * SPAN_BYTES else ()


def _cut(rows: Sequence[int], sizes: Sequence[int], size: int) -> Iterator[Span]:
    """Yield spans of about SPAN_BYTES: larger groups are cut, smaller ones combined."""
    start = at = first = row = 0
    for count, weight in zip(rows, sizes, strict=True):
        pieces = min(count, max(1, weight // SPAN_BYTES), _MOST_OF_A_GROUP)
        for piece in range(pieces):
            row += count * (piece + 1) // pieces - count * piece // pieces
            at += weight * (piece + 1) // pieces - weight * piece // pieces
            if at - start >= SPAN_BYTES or row == sum(rows):
                yield Span(start, at, 0, first, row - first, size, is_last=row == sum(rows))
                start, first = at, row


def _begins(head: bytes) -> bool:
    return head.startswith(_MARK)


_DIVIDED: Final = Divided(_spans, _read_span)
PARQUET: Final = Reader("Parquet", _read, (".parquet",), _begins, is_no_json, is_data=True, divided=_DIVIDED)
