"""CSV and variants: a header line, then one record per row."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from audit.read.containers.codec import BAD, RecordLines, text_stream, utf8_text
from audit.read.containers.columns import (
    FileOfRecords,
    columns_seen,
    measured_path,
    on_line,
    record_of,
    text_path,
)
from audit.read.containers.paths import parts
from audit.read.containers.prose import ProseColumns
from audit.read.containers.quoting import is_quoted
from audit.read.containers.spans import is_utf8, laid_out
from audit.read.reader import SPAN_BYTES, Divided, Opened, Reader, Records, Span
from audit.read.record import Record
from audit.read.refusal import SHOWN, Refusal, RefusedInputError, refusal, refused
from audit.text.visible import visible

if TYPE_CHECKING:
    from _csv import Reader as Rows
    from collections.abc import Iterator

    from audit.policy import InputSettings

_DELIMITERS: Final = (",", ";", "\t", "|", "^", "~")
# The line by which spreadsheets tell each other the delimiter.
_TOLD: Final = re.compile(r"sep=(.)[\r\n]*", re.IGNORECASE)
_BOM: Final = "\ufeff"
# Python's message for a file that ends within a quoted field.
_ENDLESS: Final = "unexpected end of data"


def _read(file: Opened) -> Records:
    """Yield each row, or why it is no document; blank lines are skipped.

    The delimiter is taken from the header line. Raises RefusedInputError: no-text-column;
    broken-container, also if the file ends within a record.
    """
    with text_stream(utf8_text(file.pieces())) as text:
        lines = RecordLines(text, file.settings.max_file_bytes)
        form = _form(lines, file)
        if form is not None:
            yield from _records(form, lines, file.settings)


@dataclass(frozen=True, slots=True)
class _Form:
    """The header: column names, delimiter and quoting; and what is known of the file beside."""

    columns: list[str]
    delimiter: str
    is_quoted: bool = True
    known: FileOfRecords = field(default_factory=FileOfRecords)

    def rows(self, lines: RecordLines) -> Rows:
        if self.is_quoted:
            return csv.reader(lines, delimiter=self.delimiter, strict=True)
        return csv.reader(lines, delimiter=self.delimiter, quoting=csv.QUOTE_NONE, strict=True)


def _form(lines: RecordLines, file: Opened) -> _Form | None:
    """Parse the header; None for an empty text. Raises RefusedInputError: no-text-column, and its own."""
    settings = file.settings
    header = _header(lines, settings)
    if header is None:
        return None
    names = tuple(header.columns)
    if header.delimiter == "\t":
        split = list(_first_rows(file, replace(header, is_quoted=False)))
        header = replace(header, is_quoted=is_quoted(split, len(names)))
    prose = ProseColumns(lambda: (dict(zip(names, row, strict=False)) for row in _first_rows(file, header)))
    form = replace(header, known=FileOfRecords(prose, is_spelled=True))
    if _holds_text(form.columns, settings) or measured_path(names, None, settings, form.known.measured):
        return form
    seen = columns_seen(dict.fromkeys(form.columns), settings)
    only = "" if len(form.columns) > 1 else f" (delimiters are comma, tab and {' '.join(_DELIMITERS[1::2])})"
    raise refused("no-text-column", seen + only)


def _first_rows(file: Opened, form: _Form) -> Iterator[list[str]]:
    """Yield the first rows, of which more is to be known than the header says."""
    try:
        with text_stream(utf8_text(iter((file.first(),)))) as text:
            lines = RecordLines(text, file.settings.max_file_bytes)
            _header(lines, file.settings)
            yield from filter(None, form.rows(lines))
    except (csv.Error, RefusedInputError):
        return  # the first mebibyte ends within a row


def _header(lines: RecordLines, settings: InputSettings) -> _Form | None:
    # The csv module's limit is that of the whole process: others' is never lowered. RecordLines enforces ours.
    csv.field_size_limit(max(csv.field_size_limit(), 2 * settings.max_file_bytes + 1))
    header = _first(lines).removeprefix(_BOM)
    told = _TOLD.fullmatch(header)
    header = _first(lines) if told else header
    if lines.is_over:
        raise refused("broken-container", f"its header has more than {lines.limit:,} characters")
    if not header:
        return None
    delimiter = told[1] if told else _delimiter(header, settings)
    return _Form(_columns(csv.reader(chain([header], lines), delimiter=delimiter, strict=True)), delimiter)


def _first(lines: RecordLines) -> str:
    return next((line for line in lines if line.strip(_BOM + "\r\n")), "")


def _delimiter(header: str, settings: InputSettings) -> str:
    """Return the most frequent delimiter in the header's first line, of those that give a text column if any does."""
    fit = [sign for sign in _DELIMITERS if _holds_text(_columns(csv.reader([header], delimiter=sign)), settings)]
    return max(fit or _DELIMITERS, key=header.count)


def _holds_text(columns: list[str], settings: InputSettings) -> bool:
    path = text_path(tuple(columns), settings)
    return path is not None and any(part in columns for part in parts(dict.fromkeys(columns), path))


def columns_of(file: Opened) -> tuple[str, ...]:
    """Return the columns that the header names. Raises RefusedInputError."""
    with text_stream(utf8_text(file.pieces())) as text:
        form = _header(RecordLines(text, file.settings.max_file_bytes), file.settings)
    return () if form is None else tuple(form.columns)


def _records(form: _Form, lines: RecordLines, settings: InputSettings) -> Records:
    for row in _rows(form.rows(lines), lines):
        if isinstance(row, Refusal):
            yield row
        elif lines.is_cut and len(row) < len(form.columns):
            raise _ends_within(lines)
        else:
            yield _record(row, form, lines.first, settings)


def _read_span(file: Opened, span: Span) -> Records:
    limit = file.settings.max_file_bytes
    with text_stream(file.between(0, span.end)) as text:
        lines = RecordLines(text, limit)
        form = _form(lines, file)
        if form is not None and not span.start:
            yield from _records(form, lines, file.settings)
    if form is not None and span.start:
        with text_stream(file.between(span.start, span.end)) as text:
            yield from _records(form, RecordLines(text, limit, span.line), file.settings)


def _spans(file: Opened) -> tuple[Span, ...]:
    """Return spans of about SPAN_BYTES cut between records; empty if not UTF-8."""
    try:
        return laid_out(file, _counted(file)) if is_utf8(file) else ()
    except _UncountedError:
        return ()


class _UncountedError(Exception):
    """The byte offsets of records are unknown."""


def _counted(file: Opened) -> Iterator[Span]:
    with text_stream(file.pieces()) as text:
        lines = RecordLines(text, file.settings.max_file_bytes)
        form = _form(lines, file)
        if form is None:
            return
        start = line = record = count = 0
        for row in _rows(form.rows(lines), lines):
            # Undecodable bytes have another length, and a truncated file has no complete last record.
            if lines.is_bad or (lines.is_cut and not isinstance(row, Refusal) and len(row) < len(form.columns)):
                raise _UncountedError
            count += 1
            if lines.at - start >= SPAN_BYTES:
                yield Span(start, lines.at, line, record, count, file.source.size, is_last=False)
                start, line, record, count = lines.at, lines.number, record + count, 0
        if lines.at > start:
            yield Span(start, lines.at, line, record, count, file.source.size, is_last=False)


def _ends_within(lines: RecordLines) -> RefusedInputError:
    return refused("broken-container", f"it ends within line {lines.number}, in the middle of a record")


def _columns(reader: Rows) -> list[str]:
    try:
        return [name.strip() for name in next(reader, [])]
    except csv.Error as error:
        raise refused("broken-container", f"its header is not CSV: {visible(str(error), SHOWN)}") from error


def _rows(reader: Rows, lines: RecordLines) -> Iterator[list[str] | Refusal]:
    while True:
        lines.begin()
        try:
            row = next(reader, None)
        except csv.Error as error:
            if lines.is_over and _ENDLESS not in str(error):
                yield _too_long(lines)
                continue
            if _ENDLESS in str(error):
                said = f"the quotation mark opened in line {lines.first} is never closed"
                raise refused("broken-container", said) from error
            yield refusal("broken-record", f"line {lines.first}: it is not CSV: {visible(str(error), SHOWN)}")
            continue
        if row is None:
            return
        if row:
            yield _too_long(lines) if lines.is_over else row


def _too_long(lines: RecordLines) -> Refusal:
    where = f"line {lines.first}" if lines.number == lines.first else f"lines {lines.first:,} to {lines.number:,}"
    return refusal("too-large", f"the record on {where} has more than {lines.limit:,} characters")


def _record(row: list[str], form: _Form, line: int, settings: InputSettings) -> Record | Refusal:
    columns = form.columns
    # More fields than columns: some text contains an unquoted delimiter.
    if len(row) > len(columns):
        return refusal("broken-record", f"line {line}: it has {len(row)} fields, but the header has {len(columns)}")
    # Of columns with equal names the first counts.
    named: dict[str, str] = {}
    for name, value in zip(columns, row, strict=False):
        named.setdefault(name, value)
    usual = text_path(tuple(columns), settings, named)
    chosen = measured_path(tuple(columns), usual, settings, form.known.measured)
    texts = () if chosen is None else parts(dict.fromkeys(columns), chosen)
    if not texts or any(name not in named for name in texts if name in columns):
        return refusal("no-text", f"line {line}: it has {len(row)} of {len(columns)} fields")
    bad = next((named[name] for name in texts if BAD in named.get(name, "")), None)
    if bad is not None:
        said = f"bytes at character {bad.index(BAD) + 1} of its text cannot be decoded"
        return refusal("broken-record", f"line {line}: {said}")
    return on_line(record_of(named, f"line {line}", settings, form.known), line)


_DIVIDED: Final = Divided(_spans, _read_span)
DELIMITED: Final = Reader("CSV", _read, (".csv", ".tsv", ".psv"), is_data=True, divided=_DIVIDED)
