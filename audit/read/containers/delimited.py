"""CSV and its kin: a header line that names the columns, then one record a row."""

from __future__ import annotations

import codecs
import csv
import io
from itertools import chain
from typing import TYPE_CHECKING, Final

from audit.read.containers.columns import columns_seen, text_column
from audit.read.refusal import SHOWN, Refusal, refusal, refused
from audit.read.streams import PieceReader, peeked
from audit.text.visible import visible

if TYPE_CHECKING:
    from _csv import Reader
    from collections.abc import Iterator

    from audit.policy import InputSettings

DELIMITERS: Final = (",", ";", "\t")
_BOM: Final = "\ufeff"
# What stands for bytes that do not decode: no decoder gives a lone surrogate of its own accord.
_BAD: Final = "\udcff"
_ON_ERROR: Final = "audit.read.containers.delimited"


def _mark_bad(error: UnicodeError) -> tuple[str, int]:
    if isinstance(error, UnicodeDecodeError):
        return _BAD, error.end
    raise error


codecs.register_error(_ON_ERROR, _mark_bad)


class _Lines:
    """The lines of a text, as many as one record may have: `held` characters since the last record."""

    def __init__(self, text: io.TextIOWrapper, limit: int) -> None:
        self._text = text
        self._limit = limit
        self.held = 0

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
        return line


def delimited_records(pieces: Iterator[bytes], settings: InputSettings) -> Iterator[str | Refusal]:
    """Yield the text of each row, or why it has none; blank lines are no records.

    The codec is decided on the first mebibyte, the delimiter (comma, semicolon, tab) on the header line.
    Raises RefusedInputError: no-text-column, broken-container.
    """
    head, pieces = peeked(pieces)
    with io.TextIOWrapper(
        io.BufferedReader(PieceReader(pieces)), encoding=_codec(head), errors=_ON_ERROR, newline=""
    ) as text:
        yield from _records(_Lines(text, settings.max_file_bytes), settings)


def _codec(head: bytes) -> str:
    from audit.read.codec.decode import decode

    # Where no codec reads all of it, the records that are UTF-8 are still to be had.
    found = decode(head)
    return "utf-8" if found is None else found.encoding


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
        yield row if isinstance(row, Refusal) else _text(row, columns.index(chosen), len(columns))


def _columns(reader: Reader) -> list[str]:
    try:
        return [name.strip() for name in next(reader, [])]
    except csv.Error as error:
        raise refused("broken-container", f"its header is no CSV: {visible(str(error), SHOWN)}") from error


def _rows(reader: Reader, lines: _Lines) -> Iterator[list[str] | Refusal]:
    while True:
        lines.held = 0
        try:
            row = next(reader, None)
        except csv.Error as error:
            yield refusal("broken-record", f"it is no CSV: {visible(str(error), SHOWN)}")
            continue
        if row is None:
            return
        if row:
            yield row


def _text(row: list[str], index: int, width: int) -> str | Refusal:
    # More fields than names: a delimiter stands unquoted in some text, and no one knows in which.
    if len(row) > width:
        return refusal("broken-record", f"it has {len(row)} fields and the header names {width}")
    if index >= len(row):
        return refusal("no-text", f"it has {len(row)} of {width} fields")
    return refusal("broken-record", "its text holds bytes that do not decode") if _BAD in row[index] else row[index]
