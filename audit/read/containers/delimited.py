"""CSV and its kin: a header line that names the columns, then one record a row."""

from __future__ import annotations

import csv
import io
from itertools import chain
from typing import TYPE_CHECKING, Final

from audit.read.containers.codec import BAD, ON_ERROR, UTF8, in_utf8
from audit.read.containers.columns import columns_seen, text_column
from audit.read.refusal import SHOWN, Refusal, RefusedInputError, refusal, refused
from audit.read.streams import PieceReader
from audit.text.visible import visible

if TYPE_CHECKING:
    from _csv import Reader
    from collections.abc import Iterator

    from audit.policy import InputSettings

DELIMITERS: Final = (",", ";", "\t")
_BOM: Final = "\ufeff"
# What Python's reader says at the end of a file within a quotation.
_ENDLESS: Final = "unexpected end of data"


class _Lines:
    """The lines of a text, as many as one record may have: `held` characters since the last record.

    `number` is that of the last one, counted from 1, and `first` that with which the record begins; `is_cut` tells
    whether the last one had no line end.
    """

    def __init__(self, text: io.TextIOWrapper, limit: int) -> None:
        self._text = text
        self._limit = limit
        self.held = 0
        self.number = self.first = 0
        self.is_cut = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._text.readline(self._limit + 1)
        self.held += len(line)
        if self.held > self._limit:
            raise refused(
                "broken-container", f"a line, or an open quotation, runs over more than {self._limit:,} characters"
            )
        if not line:
            raise StopIteration
        self.number += 1
        self.is_cut = not line.endswith(("\n", "\r"))
        return line


def delimited_records(pieces: Iterator[bytes], settings: InputSettings) -> Iterator[str | Refusal]:
    """Yield the text of each row, or why it has none; blank lines are no records.

    Any codec will do; the delimiter (comma, semicolon, tab) is decided on the header line. Raises RefusedInputError:
    no-text-column; broken-container, also where the file ends within a record.
    """
    stream = io.BufferedReader(PieceReader(in_utf8(pieces)))
    with io.TextIOWrapper(stream, encoding=UTF8, errors=ON_ERROR, newline="") as text:
        yield from _records(_Lines(text, settings.max_file_bytes), settings)


def _records(lines: _Lines, settings: InputSettings) -> Iterator[str | Refusal]:
    # The module's limit is one for the whole process; ours is kept by _Lines.
    csv.field_size_limit(settings.max_file_bytes + 1)
    header = next((line for line in lines if line.strip(_BOM + "\r\n")), "").removeprefix(_BOM)
    if not header:
        return
    reader = csv.reader(chain([header], lines), delimiter=max(DELIMITERS, key=header.count), strict=True)
    columns = _columns(reader)
    chosen = text_column(columns, settings)
    if chosen is None:
        raise refused("no-text-column", columns_seen(columns, settings))
    for row in _rows(reader, lines):
        if isinstance(row, Refusal):
            yield row
        elif lines.is_cut and len(row) < len(columns):
            raise _ends_within(lines)
        else:
            yield _text(row, columns.index(chosen), lines.first, len(columns))


def _ends_within(lines: _Lines) -> RefusedInputError:
    return refused("broken-container", f"it ends within line {lines.number}, in the middle of a record")


def _columns(reader: Reader) -> list[str]:
    try:
        return [name.strip() for name in next(reader, [])]
    except csv.Error as error:
        raise refused("broken-container", f"its header is no CSV: {visible(str(error), SHOWN)}") from error


def _rows(reader: Reader, lines: _Lines) -> Iterator[list[str] | Refusal]:
    while True:
        lines.held, lines.first = 0, lines.number + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            if _ENDLESS in str(error):
                said = f"the record of line {lines.first} opens a quotation that nothing closes up to the end"
                raise refused("broken-container", said) from error
            yield refusal("broken-record", f"line {lines.first}: it is no CSV: {visible(str(error), SHOWN)}")
            continue
        if row is None:
            return
        if row:
            yield row


def _text(row: list[str], index: int, line: int, width: int) -> str | Refusal:
    # More fields than names: a delimiter stands unquoted in some text, and no one knows in which.
    if len(row) > width:
        return refusal("broken-record", f"line {line}: it has {len(row)} fields and the header names {width}")
    if index >= len(row):
        return refusal("no-text", f"line {line}: it has {len(row)} of {width} fields")
    if BAD not in row[index]:
        return row[index]
    column = row[index].index(BAD) + 1
    return refusal("broken-record", f"line {line}: bytes at character {column} of its text do not decode")
