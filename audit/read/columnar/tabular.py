"""Arrow tables from any file format: selection of columns, and rows as documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from audit.read.columnar.values import ColumnTexts, Stray, StrayInside, octets_of, plain, said, value_of
from audit.read.containers.codec import UTF8
from audit.read.containers.column_names import NAMES
from audit.read.containers.columns import (
    PARSED,
    FileOfRecords,
    columns_seen,
    field_paths,
    measured_path,
    record_of,
    text_path,
    was_parsed,
)
from audit.read.containers.paths import names_in, parts, steps
from audit.read.containers.prose import ProseColumns
from audit.read.containers.stray_bytes import StrayObject, records_of
from audit.read.record import Record
from audit.read.refusal import SHOWN, Refusal, RefusedInputError, quoted, refused
from audit.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audit.policy import InputSettings

# Bytes counted per row besides its text: run-length encoding makes a million nulls of almost nothing.
_ROW: Final = 16
# Exceptions of pyarrow on damaged files: its own, plain ones from lower layers, and MemoryError for wrong sizes.
ERRORS: Final = (pa.ArrowException, OSError, ValueError, KeyError, OverflowError, MemoryError, RecursionError)


def damaged(kind: str, error: BaseException) -> RefusedInputError:
    """Return the refusal for a pyarrow `error`; operating system errors are raised."""
    if isinstance(error, OSError) and error.errno is not None:
        raise error  # the disk's, not the format's
    return refused("broken-container", f"it is not a complete {kind} file: {said(error)}")


class TableRows:
    """The rows of a table's batches as records, up to the allowed expansion.

    `columns` are the columns read, the text first; `before` rows precede these, and imply UTF-8 texts. Raises
    RefusedInputError (no-text-column).
    """

    def __init__(
        self,
        schema: pa.Schema,
        settings: InputSettings,
        before: int | None = None,
        prose: ProseColumns | None = None,
    ) -> None:
        self._texts, self.columns = _wanted(schema, settings, prose)
        self.count = before or 0
        self._settings = settings
        others = tuple(name for name in schema.names if name not in self.columns)
        self._file = FileOfRecords(prose, others=others)
        codec = None if before is None else UTF8
        self._read = {name: _column(schema.field(name).type, codec) for name in self.columns}

    def of(self, batch: pa.RecordBatch, allowed: Allowance) -> Iterator[Record | Refusal]:
        """Yield each row of the next batch. Raises RefusedInputError (expands-too-far)."""
        for row in _rows(batch, self._read):
            self.count += 1
            allowed.take(_ROW + row.size)
            yield self._record(row.values)

    def _record(self, values: dict[str, Any]) -> Record | Refusal:
        where = f"row {self.count}"
        unread = next((text for name in self._texts if isinstance(text := values[name], Refusal)), None)
        if unread is not None:
            return Refusal(unread.code, f"{where}: {unread.detail}")
        held = {name: value for name, value in values.items() if not isinstance(value, Refusal)}
        is_stray = any(isinstance(value, (Stray, StrayInside)) for value in held.values())
        told = {name: plain(value) for name, value in held.items()}
        found = StrayObject(told) if is_stray else told
        return next(records_of(found, where, lambda each: [record_of(each, where, self._settings, self._file)]))


@dataclass(slots=True)
class Allowance:
    """The number of bytes that may still come out of a file of `size` bytes."""

    size: int
    left: int

    def take(self, size: int) -> None:
        """Consume some of it. Raises RefusedInputError (expands-too-far) if exhausted."""
        self.left -= size
        if self.left < 0:
            raise refused("expands-too-far", f"its {self.size:,} bytes expand to more than allowed")


def _wanted(
    schema: pa.Schema, settings: InputSettings, measured: ProseColumns | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the columns of the text, and all columns to read, those first.

    Raises RefusedInputError (no-text-column).
    """
    names, example = tuple(schema.names), _example(schema)
    filled = {field.name: example[field.name] for field in schema if not pa.types.is_null(field.type)}
    # A column of nulls hides none that is filled.
    example = filled if text_path(names_in(filled), settings, filled) else example
    inside = names_in(example)
    text = measured_path(inside, text_path(inside, settings, example), settings, measured)
    texts = () if text is None else _begun(names, text)
    if text is None or not texts:
        raise refused("no-text-column", columns_seen(example, settings))
    _refuse_equal(names, texts)
    kind = schema.field(texts[0]).type
    if text == texts[0] and not _is_text(kind.value_type if pa.types.is_dictionary(kind) else kind):
        seen = columns_seen({text: _example_value(kind)}, settings) if pa.types.is_nested(kind) else ""
        what = f"the column {visible(text, SHOWN)} contains {visible(str(kind), SHOWN)}, not text"
        raise refused("no-text-column", f"{what}; {seen}" if seen else what)
    # Of several paths each row has its own: all are read.
    given = [path for field in ("text", *NAMES) for path in settings.paths(field)]
    each = (*given, *field_paths(inside, text, settings).values(), *settings.extra)
    marks = [PARSED] if was_parsed(names, text) else []
    wanted = tuple(dict.fromkeys([*texts, *(name for path in each for name in _begun(names, path)), *marks]))
    _refuse_equal(names, wanted)
    return texts, wanted


def _refuse_equal(names: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    """Raise RefusedInputError (no-text-column) if a wanted column is there twice: nobody knows which is meant."""
    twice = next((name for name in wanted if names.count(name) > 1), None)
    if twice is not None:
        raise refused("no-text-column", f"{names.count(twice)} columns are called {quoted(twice)} (rename one)")


def _example(schema: pa.Schema) -> dict[str, object]:
    return {field.name: _example_value(field.type) for field in schema}


def _example_value(kind: pa.DataType) -> object:
    """Return an example value of a column type, to show the paths into it: of texts, lists and structs an empty one."""
    if pa.types.is_struct(kind):
        return {field.name: _example_value(field.type) for field in kind}
    if pa.types.is_list(kind) or pa.types.is_large_list(kind) or pa.types.is_fixed_size_list(kind):
        return [_example_value(kind.value_type)]
    return "" if _is_text(kind) else None


def _is_text(kind: pa.DataType) -> bool:
    # Binary columns too: old writers do not mark texts as UTF-8.
    return kind in (pa.string(), pa.large_string(), pa.string_view()) or is_binary(kind)


def _begun(names: Sequence[str], path: str) -> tuple[str, ...]:
    """Return the columns in which the parts of a path start."""
    each = parts(dict.fromkeys(names), path)
    begun = (name for part in each for name in ((part,) if part in names else steps(part)[:1]))
    return tuple(dict.fromkeys(name for name in begun if name in names))


def is_binary(kind: pa.DataType) -> bool:
    """Return whether a column holds bytes, which may be text in any codec."""
    return kind in (pa.binary(), pa.large_binary(), pa.binary_view())


@dataclass(frozen=True, slots=True)
class _Row:
    """A row's values by column (a Refusal where unreadable), and their size in bytes."""

    values: dict[str, Any]
    size: int


def _column(kind: pa.DataType, codec: str | None) -> ColumnTexts | None:
    return ColumnTexts(codec) if _is_text(kind.value_type if pa.types.is_dictionary(kind) else kind) else None


def _rows(batch: pa.RecordBatch, read: dict[str, ColumnTexts | None]) -> Iterator[_Row]:
    found, sizes = {}, [0] * batch.num_rows
    for name, texts in read.items():
        column = batch.column(name)
        if texts is None:
            found[name] = [value_of(value) for value in column]
            sizes = [size + column.nbytes // batch.num_rows for size in sizes]
        else:
            raw = list(octets_of(column))
            found[name] = list(texts.of(raw))
            sizes = [size + len(value or b"") for size, value in zip(sizes, raw, strict=True)]
    for number, size in enumerate(sizes):
        yield _Row({name: values[number] for name, values in found.items()}, size)
