"""The form of a table: its delimiter, quoting and columns, by its first lines."""

from __future__ import annotations

import csv
import re
from codecs import BOM_UTF8
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from audit.read.containers.codec import RecordLines, text_stream, utf8_text
from audit.read.containers.columns import FileOfRecords, columns_seen, measured_path, text_path
from audit.read.containers.first_row import cells, certain_sign, is_quoted, is_record, may_be_record, told_apart
from audit.read.containers.paths import parts
from audit.read.containers.prose import SAMPLE, ProseColumns
from audit.read.reader import Opened
from audit.read.refusal import SHOWN, RefusedInputError, refused
from audit.read.streams import HEAD
from audit.text.visible import visible

if TYPE_CHECKING:
    from _csv import Reader as Rows
    from collections.abc import Iterable, Iterator, Sequence

    from audit.policy import InputSettings

_TAB: Final = "\t"
_DELIMITERS: Final = (",", ";", _TAB, "|", "^", "~")
# The line by which spreadsheets tell each other the delimiter.
_TOLD: Final = re.compile(r"sep=(.)[\r\n]*", re.IGNORECASE)
_BOM: Final = "\ufeff"
# A quotation mark behind a backslash that is not behind another one; Python's message for a file that ends in a field.
_ESCAPED: Final = re.compile(r'(?<!\\)((?:\\\\)*)\\"')
# A blank before a quoted field, and such a field read as one that is not quoted.
_SPACED, _MARKED = re.compile(rb'[,;|\t] +"(?!")'), re.compile(r' +".*"', re.DOTALL)
ENDLESS: Final = "unexpected end of data"
# Lines looked at for the one of names, and their maximum characters.
_MOST_ABOVE, _LONGEST_ABOVE = 12, 10_000
_DOUBT: Final = "its first line may be names of columns or a record; if a record, columns have numbers: --column text=1"


@dataclass(frozen=True, slots=True)
class TableForm:
    """The header: column names, delimiter and quoting; and what is known of the file beside.

    Without a header its columns are numbered from 1, and `first` is the first record. `is_escaped`: quotation marks
    within quoted fields follow a backslash and are not doubled; `is_spaced`: blanks stand before quoted fields.
    `above` lines stand above the names.
    """

    columns: list[str]
    delimiter: str
    is_quoted: bool = True
    is_escaped: bool = False
    is_spaced: bool = False
    first: list[str] | None = None
    above: int = 0
    known: FileOfRecords = field(default_factory=FileOfRecords)

    def rows(self, lines: Iterable[str]) -> Rows:
        """Return the rows in the lines that follow."""
        if self.is_quoted:
            lines = map(_doubled, lines) if self.is_escaped else lines
            return csv.reader(lines, delimiter=self.delimiter, skipinitialspace=self.is_spaced, strict=True)
        return cells(lines, self.delimiter, is_quoted=False)


def form_of(lines: RecordLines, file: Opened) -> TableForm | None:
    """Return the form by the first lines, None for an empty text. Raises RefusedInputError: no-text-column, others."""
    settings = file.settings
    header = _header(lines, settings, above := _above(file))
    if header is None:
        return None
    header = _completed(replace(header, above=above), file)
    header = replace(header, columns=told_apart(header.columns))
    names = tuple(header.columns)
    prose = ProseColumns(lambda: (dict(zip(names, row, strict=False)) for row in _first_rows(file, header)))
    form = replace(header, known=FileOfRecords(prose, is_spelled=True))
    if _holds_text(form.columns, settings):
        return form
    found = measured_path(names, None, settings, form.known.measured)
    if any(map(may_be_record, names if found is None else parts({}, found))):
        raise refused("no-text-column", _DOUBT)
    if found is not None:
        return form
    seen = columns_seen(dict.fromkeys(form.columns), settings)
    only = "" if len(form.columns) > 1 else f" (delimiters are comma, tab and {' '.join(_DELIMITERS[1::2])})"
    raise refused("no-text-column", seen + only)


def _completed(header: TableForm, file: Opened) -> TableForm:
    """Return a form with its quoting, and with numbers for columns if the header is a record."""
    if header.delimiter == _TAB:
        split = list(_first_rows(file, replace(header, is_quoted=False)))
        header = replace(header, is_quoted=is_quoted(split, len(header.columns)))
    header = _with_row_names(file, header)
    if header.is_quoted:
        header = _with_marks(file, header)
    if _holds_text(header.columns, file.settings):
        return header
    numbers, given = [str(number) for number in range(1, len(header.columns) + 1)], file.settings.paths("text")
    is_first = set(given) <= set(numbers) if given else is_record(header.columns, _sample(file, header))
    return replace(header, columns=numbers, first=header.columns) if is_first else header


def _with_row_names(file: Opened, form: TableForm) -> TableForm:
    """Return a form with a column for the numbers of rows that R writes before each, where it names all others."""
    if not file.first().removeprefix(BOM_UTF8).startswith(b'"'):
        return form
    rows = _sample(file, form)
    are_numbered = [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
    is_one_more = all(len(row) == len(form.columns) + 1 and row[-1] for row in rows)
    return replace(form, columns=["", *form.columns]) if rows and are_numbered and is_one_more else form


def _with_marks(file: Opened, form: TableForm) -> TableForm:
    """Return a form by how the first rows write quotation marks: the first way in which all of them are whole.

    In a text they are doubled; Spark and MySQL write a backslash before each. Other backslashes stay, as nobody can
    tell what they mean. Some programs write blanks before quoted fields.
    """
    raw = file.first()
    ways = [replace(form, is_escaped=True)] if b'\\"' in raw else []
    ways += [replace(form, is_spaced=True)] if _SPACED.search(raw) else []
    if not ways:
        return form
    with text_stream(utf8_text(iter((raw,)))) as text:
        lines = list(text)[form.above :]
    lines, is_cut = (lines[:-1], True) if len(raw) == HEAD else (lines, False)
    whole = [each for each in (form, *ways) if _whole_rows(each, lines, is_cut=is_cut)]
    has_blanks = whole[:1] == [form] and whole[-1].is_spaced
    if has_blanks and any(_MARKED.fullmatch(cell) for row in _whole_rows(form, lines, is_cut=is_cut) for cell in row):
        return whole[-1]
    return whole[0] if whole else form


def _whole_rows(form: TableForm, lines: Sequence[str], *, is_cut: bool) -> list[list[str]]:
    """Return the rows in the first lines, up to one that these cut; none if one is not whole."""
    found = list[list[str]]()
    try:
        found.extend(row for row in form.rows(lines) if row)
    except csv.Error as error:
        if not is_cut or ENDLESS not in str(error):
            return []
    return found if all(len(row) == len(form.columns) for row in found) else []


def _doubled(line: str) -> str:
    r"""Return a line with doubled quotation marks in place of escaped ones.

    >>> _doubled(r'"She said \"go\", C:\new, \\"')
    '"She said ""go"", C:\\new, \\\\"'
    """
    return _ESCAPED.sub(r'\1""', line)


def _sample(file: Opened, form: TableForm) -> list[list[str]]:
    return list(islice(_first_rows(file, form), SAMPLE))


def _first_rows(file: Opened, form: TableForm) -> Iterator[list[str]]:
    """Yield the first rows, of which more is to be known than the header says."""
    try:
        with text_stream(utf8_text(iter((file.first(),)))) as text:
            lines = RecordLines(text, file.settings.max_file_bytes)
            _header(lines, file.settings, form.above)
            yield from filter(None, form.rows(lines))
    except (csv.Error, RefusedInputError):
        return  # the first mebibyte ends within a row


def _above(file: Opened) -> int:
    """Return how many lines stand above that of names: a title and remarks, of one field each or behind a `#`.

    Below such a line a text column has to be named by a usual or configured name.
    """
    is_said = False
    with text_stream(utf8_text(iter((file.first(),)))) as text:
        for number, line in enumerate(islice(text, _MOST_ABOVE)):
            bare = line.strip(_BOM + "\r\n")
            if len(bare) > _LONGEST_ABOVE or _TOLD.fullmatch(bare) or bare.count('"') % 2:
                return 0
            names = list(filter(None, _columns(cells([bare], _delimiter(bare, file.settings)))))
            if _holds_text(names, file.settings):
                return number if is_said and len(names) > 1 else 0
            if len(names) > 1 and not bare.startswith("#"):
                return 0
            is_said = is_said or bool(names)
    return 0


def _header(lines: RecordLines, settings: InputSettings, above: int) -> TableForm | None:
    # The csv module's limit is that of the whole process: others' is never lowered. RecordLines enforces ours.
    csv.field_size_limit(max(csv.field_size_limit(), 2 * settings.max_file_bytes + 1))
    for _ in islice(lines, above):
        lines.begin()
    header = _first(lines).removeprefix(_BOM)
    told = _TOLD.fullmatch(header)
    header = _first(lines) if told else header
    if lines.is_over:
        raise refused("broken-container", f"its header has more than {lines.limit:,} characters")
    if not header:
        return None
    delimiter = told[1] if told else _delimiter(header, settings)
    names = _columns(cells(chain([header], lines), delimiter))
    return TableForm(names, delimiter, is_quoted=certain_sign(header) != delimiter)


def _first(lines: RecordLines) -> str:
    return next((line for line in lines if line.strip(_BOM + "\r\n")), "")


def _delimiter(header: str, settings: InputSettings) -> str:
    """Return the sign in the header's first line that no text holds, or else the most frequent delimiter.

    Those that give a text column precede, if any does.
    """
    if (certain := certain_sign(header)) is not None:
        return certain
    fit = [sign for sign in _DELIMITERS if _holds_text(_columns(csv.reader([header], delimiter=sign)), settings)]
    # Without names a line is a text, which holds commas, but no tab.
    return max(fit or (_TAB if _TAB in header else _DELIMITERS), key=header.count)


def _holds_text(columns: list[str], settings: InputSettings) -> bool:
    path = text_path(tuple(columns), settings)
    return path is not None and any(part in columns for part in parts(dict.fromkeys(columns), path))


def columns_of(file: Opened) -> tuple[str, ...]:
    """Return the columns that the header names, or their numbers. Raises RefusedInputError."""
    with text_stream(utf8_text(file.pieces())) as text:
        header = _header(RecordLines(text, file.settings.max_file_bytes), file.settings, _above(file))
    return () if header is None else tuple(told_apart(_completed(header, file).columns))


def _columns(reader: Rows) -> list[str]:
    try:
        return [name.strip() for name in next(reader, [])]
    except csv.Error as error:
        raise refused("broken-container", f"its header is not CSV: {visible(str(error), SHOWN)}") from error
