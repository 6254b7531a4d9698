"""CSV and variants: a header line, if there is one, then one record per row."""

from __future__ import annotations

import csv
import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from audit.read.containers.codec import RecordLines, codec_of, text_stream, utf8_text
from audit.read.containers.column_names import TEXT_COLUMNS
from audit.read.containers.columns import (
    measured_path,
    on_line,
    record_of,
    text_path,
)
from audit.read.containers.first_row import cells, certain_sign
from audit.read.containers.json_stream import is_no_json
from audit.read.containers.paths import parts
from audit.read.containers.spans import is_utf8, laid_out
from audit.read.containers.stray_bytes import StrayObject, records_of
from audit.read.containers.table_form import ENDLESS, TableForm, form_of
from audit.read.reader import SPAN_BYTES, Divided, Opened, Reader, Records, Span
from audit.read.refusal import SHOWN, Refusal, RefusedInputError, refusal, refused
from audit.text.visible import visible

if TYPE_CHECKING:
    from _csv import Reader as Rows
    from collections.abc import Iterator

    from audit.policy import InputSettings

_BOM: Final = "\ufeff"
# Signs of the line that programs and Markdown draw below names of columns.
_RULED: Final = "-:=+ "
# What databases write for null; and the least rows and columns of a table that no name tells.
_NULL, _FEWEST_ROWS, _QUOTED = "\\N", 2, '\t"'
# Control characters that stand neither in texts nor between fields, be they those of lists and maps in one field.
_OF_NO_TABLE: Final = re.compile(r"[\x00\x04-\x08\x0b\x0c\x0e-\x1d\x7f]")


def _read(file: Opened) -> Records:
    """Yield each row, or why it is no document; blank lines are skipped.

    The delimiter is taken from the header line. Raises RefusedInputError: no-text-column;
    broken-container, also if the file ends within a record.
    """
    with text_stream(utf8_text(file.pieces(), file.codecs)) as text:
        lines = RecordLines(text, file.settings.max_file_bytes)
        form = form_of(lines, file)
        if form is not None:
            yield from _records(form, lines, file.settings)


def _records(form: TableForm, lines: RecordLines, settings: InputSettings) -> Records:
    for row in _all_rows(form, lines):
        if isinstance(row, Refusal):
            yield row
        elif lines.is_cut and len(row) < len(form.columns):
            raise _ends_within(lines)
        else:
            yield from _made(row, form, lines, settings)


def _read_span(file: Opened, span: Span) -> Records:
    limit = file.settings.max_file_bytes
    with text_stream(file.between(0, span.end)) as text:
        lines = RecordLines(text, limit)
        form = form_of(lines, file)
        if form is not None and not span.start:
            yield from _records(form, lines, file.settings)
    if form is not None and span.start:
        with text_stream(file.between(span.start, span.end)) as text:
            yield from _records(replace(form, first=None, above=0), RecordLines(text, limit, span.line), file.settings)


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
        form = form_of(lines, file)
        if form is None:
            return
        start = line = record = count = 0
        for row in _all_rows(form, lines):
            # A truncated file has no complete last record.
            if lines.is_cut and not isinstance(row, Refusal) and len(row) < len(form.columns):
                raise _UncountedError
            count += 1
            if lines.at - start >= SPAN_BYTES:
                yield Span(start, lines.at, line, record, count, file.source.size, is_last=False)
                start, line, record, count = lines.at, lines.number, record + count, 0
        if lines.at > start:
            yield Span(start, lines.at, line, record, count, file.source.size, is_last=False)


def _ends_within(lines: RecordLines) -> RefusedInputError:
    return refused("broken-container", f"it ends within line {lines.number}, in the middle of a record")


def _all_rows(form: TableForm, lines: RecordLines) -> Iterator[list[str] | Refusal]:
    """Yield why lines above the header are no rows, and the rows, of which the first may have been read as a header."""
    if form.above:
        said = "line 1 stands" if form.above == 1 else f"lines 1 to {form.above} stand"
        yield refusal("no-text", f"{said} above the names of columns")
    if form.first is not None:
        yield form.first
    yield from _rows(form.rows(lines), lines)


def _rows(reader: Rows, lines: RecordLines) -> Iterator[list[str] | Refusal]:
    while True:
        lines.begin()
        try:
            row = next(reader, None)
        except csv.Error as error:
            if lines.is_over and ENDLESS not in str(error):
                yield _too_long(lines)
                continue
            if ENDLESS in str(error):
                said = f"the quotation mark opened in line {lines.first} is never closed"
                raise refused("broken-container", said) from error
            yield refusal("broken-record", f"line {lines.first}: it is not CSV: {visible(str(error), SHOWN)}")
            continue
        if row is None:
            return
        if row:
            yield _too_long(lines) if lines.is_over else row


def _made(row: list[str], form: TableForm, lines: RecordLines, settings: InputSettings) -> Records:
    where = f"line {lines.first}"
    named = _values(row, form, lines.first, settings)
    if isinstance(named, Refusal):
        yield named
        return
    values = StrayObject(named) if lines.is_bad else named
    for record in records_of(values, where, lambda each: [record_of(each, where, settings, form.known)]):
        yield on_line(record, lines.first)


def _too_long(lines: RecordLines) -> Refusal:
    where = f"line {lines.first}" if lines.number == lines.first else f"lines {lines.first:,} to {lines.number:,}"
    return refusal("too-large", f"the record on {where} has more than {lines.limit:,} characters")


def _values(row: list[str], form: TableForm, line: int, settings: InputSettings) -> dict[str, str] | Refusal:
    """Return the values of a row by column, or why it is no record."""
    columns = form.columns
    if row[0].startswith(_BOM):
        row = [row[0].removeprefix(_BOM), *row[1:]]
    # Where files were joined.
    if len(row) > 1 and not columns[0].isdigit() and [name.strip() for name in row] == columns:
        return refusal("no-text", f"line {line}: it is the line of names again")
    if not any(cell.strip(_RULED) for cell in row) and any(map(str.strip, row)):
        return refusal("no-text", f"line {line}: it is a rule below names")
    while len(row) > len(columns) and not row[-1].strip():
        row = row[:-1]
    # More fields than columns: some text contains an unquoted delimiter.
    if len(row) > len(columns):
        return refusal("broken-record", f"line {line}: it has {len(row)} fields, but the header has {len(columns)}")
    named = dict(zip(columns, row, strict=False))
    usual = text_path(tuple(columns), settings, named)
    chosen = measured_path(tuple(columns), usual, settings, form.known.measured)
    texts = () if chosen is None else parts(dict.fromkeys(columns), chosen)
    if not texts or any(name not in named for name in texts if name in columns):
        return refusal("no-text", f"line {line}: it has {len(row)} of {len(columns)} fields")
    return named


def begins_as_table(head: bytes) -> bool:
    """Return whether a file that is called JSON is surely CSV: names, one that of a text, and as many fields below."""
    rows = [*head.decode("utf-8-sig", "replace").splitlines(), "", ""][:2]
    both = ([next(csv.reader([row], delimiter=sign), []) for row in rows] for sign in ",\t")
    return any(_are_names(names) and len(names) <= len(first) for names, first in both)


def begins_divided(file: Opened) -> bool:
    """Return whether a file without a known name is surely a table, in any codec: as many fields in each whole line.

    Between them are signs that no text holds, or tabs, with such names above or a null as databases write it. All lines
    are asked: a list above prose is no table.
    """
    head = file.head()
    told = next((sign for sign in (b"\x01", b"\x1f", b"\t", b"|") if sign in head), None)
    # The first line tells most texts with tabs apart; in UTF-16 the byte of a line end is that of letters as well.
    if told is None or not (b"\0" in head or told in head.partition(b"\n")[0]):
        return False
    lines = _whole_lines(head) or _whole_lines(file.first())
    if any(map(_OF_NO_TABLE.search, lines)):
        return False
    sign = certain_sign(lines[0]) if lines else None
    rows = [line.split(sign or "\t") for line in lines]
    if sign is None and len({*map(len, rows)}) > 1 and _QUOTED in "\n".join(lines):
        # Fields with line ends; the last record may be cut.
        with suppress(csv.Error):  # one that never ends
            rows = [*cells([f"{line}\n" for line in lines], "\t", is_strict=False)][:-1]
    if len(rows) < _FEWEST_ROWS or len(rows[0]) < _FEWEST_ROWS or any(len(row) != len(rows[0]) for row in rows):
        return False
    # Of two columns a name with a blank may be a headline.
    names = [name.strip().casefold().replace(" ", "_" if len(rows[0]) > _FEWEST_ROWS else " ") for name in rows[0]]
    return sign is not None or _are_names(names) or any(_NULL in row for row in rows)


def _whole_lines(begun: bytes) -> list[str]:
    """Return the lines in the first bytes of a file but the last, which these may cut; none unless there are two."""
    lines = begun.decode(codec_of(begun), "replace").removeprefix(_BOM).rpartition("\n")[0].rstrip("\r\n").split("\n")
    return [line.rstrip("\r") for line in lines] if len(lines) >= _FEWEST_ROWS else []


def _are_names(fields: list[str]) -> bool:
    return len(fields) > 1 and not set(TEXT_COLUMNS).isdisjoint(fields) and all(map(str.isidentifier, fields))


_DIVIDED: Final = Divided(_spans, _read_span)
_SUFFIXES: Final = (".csv", ".tsv", ".psv")
DELIMITED: Final = Reader("CSV", _read, _SUFFIXES, fits=is_no_json, is_data=True, divided=_DIVIDED)
