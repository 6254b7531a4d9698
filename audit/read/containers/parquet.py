"""Parquet: the columns that are wanted read in small batches, its pages' checksums verified where they were written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import pyarrow as pa
import pyarrow.parquet as pq

from audit.read.compressed import FREE_GROWTH
from audit.read.containers.codec import UTF8, codec_of
from audit.read.containers.columns import columns_seen, field_paths, record_of, text_path
from audit.read.containers.paths import steps
from audit.read.open import CHUNK
from audit.read.reader import Opened, Reader, Records
from audit.read.record import Record
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


def _read(file: Opened) -> Records:
    """Yield each row, or why it is none.

    Raises RefusedInputError: no-text-column, expands-too-far, broken-container.
    """
    opened, size = file.seekable()
    try:
        yield from _records(opened, size, file.settings)
    except _ERRORS as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise  # the disk's, not the format's
        raise refused("broken-container", f"it is no whole Parquet file: {_said(error)}") from error


def _said(error: BaseException) -> str:
    first = (str(error) or type(error).__name__).partition("\n")[0]
    return visible(first, SHOWN)


def _records(file: BinaryIO, size: int, settings: InputSettings) -> Records:
    allowed = max(FREE_GROWTH, settings.max_growth * size)
    table = pq.ParquetFile(file, page_checksum_verification=True, buffer_size=CHUNK)
    columns = _wanted(table.schema_arrow, settings)
    largest = _check_size(table.metadata, allowed) * len(columns)
    rows = max(1, min(_BATCH, settings.max_file_bytes // max(1, largest)))
    read, count = {name: _column(table.schema_arrow.field(name).type) for name in columns}, 0
    for batch in table.iter_batches(batch_size=rows, columns=list(columns), use_threads=False):
        for row in _rows(batch, read):
            count += 1
            allowed -= _ROW + row.size
            if allowed < 0:
                raise refused("expands-too-far", f"its {size:,} bytes grow to more than allowed")
            yield _record(row.values, count, settings)
    if count != table.metadata.num_rows:
        raise refused("broken-container", f"it has {count:,} rows and counts {table.metadata.num_rows:,}")


def _wanted(schema: pa.Schema, settings: InputSettings) -> tuple[str, ...]:
    """Return the columns to read, that with the text first."""
    names = tuple(schema.names)
    text = text_path(names, settings)
    column = None if text is None else _top(text, names)
    if text is None or column is None:
        raise refused("no-text-column", columns_seen(_example(schema), settings))
    kind = schema.field(column).type
    if text == column and not _is_text(kind.value_type if pa.types.is_dictionary(kind) else kind):
        seen = columns_seen({column: _example_value(kind)}, settings) if pa.types.is_nested(kind) else ""
        said = f"the column {visible(column, SHOWN)} holds {visible(str(kind), SHOWN)}, not text"
        raise refused("no-text-column", f"{said}; {seen}" if seen else said)
    fields = [_top(path, names) for path in (*field_paths(names, text, settings).values(), *settings.extra)]
    return tuple(dict.fromkeys([column, *(name for name in fields if name is not None)]))


def _top(path: str, names: tuple[str, ...]) -> str | None:
    """Return the column in which a path begins."""
    return path if path in names else next((step for step in steps(path)[:1] if step in names), None)


def _example(schema: pa.Schema) -> dict[str, object]:
    return {field.name: _example_value(field.type) for field in schema}


def _example_value(kind: pa.DataType) -> object:
    """Return a value such as a column of this type holds, to show the paths into it."""
    if pa.types.is_struct(kind):
        return {field.name: _example_value(field.type) for field in kind}
    if pa.types.is_list(kind) or pa.types.is_large_list(kind) or pa.types.is_fixed_size_list(kind):
        return [_example_value(kind.value_type)]
    return None


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


@dataclass(frozen=True, slots=True)
class _Row:
    """The values of a row by column, a Refusal where one cannot be read, and their size in bytes."""

    values: dict[str, Any]
    size: int


def _column(kind: pa.DataType) -> _Texts | None:
    return _Texts() if _is_text(kind.value_type if pa.types.is_dictionary(kind) else kind) else None


def _rows(batch: pa.RecordBatch, read: dict[str, _Texts | None]) -> Iterator[_Row]:
    found, sizes = {}, [0] * batch.num_rows
    for name, texts in read.items():
        column = batch.column(name)
        if texts is None:
            found[name] = [_value(value) for value in column]
            sizes = [size + column.nbytes // batch.num_rows for size in sizes]
        else:
            raw = list(_octets(column))
            found[name] = list(texts.of(raw))
            sizes = [size + len(value or b"") for size, value in zip(sizes, raw, strict=True)]
    for number, size in enumerate(sizes):
        yield _Row({name: values[number] for name, values in found.items()}, size)


def _value(value: pa.Scalar) -> object:
    try:
        return value.as_py()
    except (ValueError, OverflowError) as error:
        return refusal("broken-record", f"a value cannot be read: {_said(error)}")


def _record(values: dict[str, Any], number: int, settings: InputSettings) -> Record | Refusal:
    where = f"row {number}"
    text = next(iter(values.values()))
    if isinstance(text, Refusal):
        return Refusal(text.code, f"{where}: {text.detail}")
    if text is None:
        return refusal("no-text", f"{where}: its text is null")
    said = {name: value for name, value in values.items() if not isinstance(value, Refusal)}
    return record_of(said, where, settings)


def _octets(column: pa.Array) -> Iterator[bytes | None]:
    plain = column.dictionary_decode() if isinstance(column, pa.DictionaryArray) else column
    # As bytes: Parquet does not check that a text is UTF-8, and one bad value must not cost the others.
    for value in plain.cast(pa.large_binary()):
        yield value.as_py()


class _Texts:
    """The texts of a column, read with one codec: UTF-8, or what the first value above ASCII shows it to be."""

    def __init__(self) -> None:
        self._codec: str | None = None

    def of(self, values: list[bytes | None]) -> Iterator[str | Refusal | None]:
        """Yield the text of each of some values in a row, or why it has none."""
        if self._codec is None and any(value and not value.isascii() for value in values):
            self._codec = codec_of(b"\n".join(filter(None, values))[:HEAD])
        for value in values:
            yield value if value is None else self._text(value)

    def _text(self, value: bytes) -> str | Refusal:
        codec = self._codec or UTF8
        try:
            return value.decode(codec)
        except UnicodeDecodeError as error:
            return refusal("broken-record", f"byte {error.start + 1} of its text is no {codec}")


PARQUET: Final = Reader("Parquet", _read, (".parquet",), is_data=True)
