"""What the first rows of a table tell: the sign between fields, whether the first is a record, and quoting."""

from __future__ import annotations

import csv
import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from audit.read.containers.prose import is_prose

if TYPE_CHECKING:
    from _csv import Reader as Rows
    from collections.abc import Iterable, Sequence

# What programs for large tables (Hive, Sqoop) write between fields, as no text holds it; they quote nothing.
_UNIT: Final = "\x1f"
_CERTAIN: Final = re.compile(r"\x01|\x1f|\|[@#$%^&~+!*]\||([@#$%^&~+!*])\|\1")
_DIGITS, _LETTERS = re.compile(r"\d+"), re.compile(r"[^\W\d_]+")
# Columns of surveys are named by the questions that were asked.
_ASKED: Final = ("?", "？")
# Of two lines and more the last may be cut, where the first part of a file ends.
_MAY_BE_CUT: Final = 2


def certain_sign(line: str) -> str | None:
    """Return the sign between the fields of a line that no text holds; None if there is none.

    >>> certain_sign("1|@|Dawn|@|2024"), certain_sign("1||Dawn")
    ('|@|', None)
    """
    found = _CERTAIN.search(line)
    return found[0] if found else None


def cells(lines: Iterable[str], delimiter: str, *, is_quoted: bool = True, is_strict: bool = True) -> Rows:
    """Return the rows in lines; only what is between quoted fields is a single character that texts hold, too."""
    is_certain = _CERTAIN.fullmatch(delimiter) is not None
    if is_certain or not is_quoted:
        units = (line.replace(delimiter, _UNIT) for line in lines) if is_certain else lines
        return csv.reader(units, delimiter=_UNIT if is_certain else delimiter, quoting=csv.QUOTE_NONE, strict=True)
    return csv.reader(lines, delimiter=delimiter, strict=is_strict)


def told_apart(columns: Sequence[str]) -> list[str]:
    """Return the names of columns such that no two are equal: the second of a name has a number, unnamed ones are one.

    >>> told_apart(["", "text", "title", "text", "text"])
    ['1', 'text', 'title', 'text (2)', 'text (3)']
    """
    counts, found = Counter[str](), list[str]()
    for place, name in enumerate(columns, 1):
        counts[name] += 1
        found.append(str(place) if not name else name if counts[name] == 1 else f"{name} ({counts[name]})")
    return found


def is_record(first: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Return whether the first line is a record: it has prose where others do, and a value as they have beside it.

    Such a value recurs in its column, or has digits and the form of all others there: `3`, `doc-001`, `2024-03-05`.

    >>> said = "The ferry left before dawn, and nobody saw it go."
    >>> is_record(["2", said], [["14", said], ["3", said]]), is_record(["id", said], [["14", said], ["3", said]])
    (True, False)
    """
    columns = list(zip(*(row for row in rows if len(row) == len(first)), strict=True))
    told = list(zip(first, columns, strict=False))
    has_prose = any(is_prose(cell) and 2 * sum(map(is_prose, column)) >= len(column) for cell, column in told)
    return has_prose and any(_is_value(cell, column) for cell, column in told if not is_prose(cell))


def may_be_record(name: str) -> bool:
    """Return whether the name of a column reads as a text in it, though the line has nothing else of a record."""
    return is_prose(name) and not name.endswith(_ASKED)


def _is_value(cell: str, column: Sequence[str]) -> bool:
    form = _form(cell)
    return bool(cell.strip()) and (cell in column or ("0" in form and all(_form(other) == form for other in column)))


def _form(cell: str) -> str:
    return _LETTERS.sub("a", _DIGITS.sub("0", cell))


def is_quoted(rows: Sequence[Sequence[str]], fields: int) -> bool:
    """Return whether a file with tabs between its `fields` quotes some, by its first rows as they are split at tabs.

    Programs that write tabs seldom quote. Marks are plain signs where each line has all fields, none more, and most
    fields that begin with a mark do not end with one: quoted fields do, unless a tab or a line end is quoted in them.
    """
    whole = rows[:-1] if len(rows) >= _MAY_BE_CUT else rows
    marked = [value for row in rows for value in row if value.startswith('"')]
    closed = sum(len(value) > 1 and value.endswith('"') for value in marked)
    return closed >= len(marked) - closed or any(len(row) != fields for row in whole)
