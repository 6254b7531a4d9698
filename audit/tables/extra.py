"""Extra columns that records bring along: the kind of each value, and one type per column that fits all values."""

from __future__ import annotations

import base64
import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final, Literal, get_args

from audit.tables.dataset import DOCUMENTS
from audit.tables.table import Column, Table, nullable, storable

if TYPE_CHECKING:
    import pyarrow as pa

# The kinds of a value: null; boolean; integer, integer beyond float precision, float; date; timestamp; string; list or
# object.
Kind = Literal["null", "bool", "int", "long", "float", "date", "timestamp", "text", "nested"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
# Kinds of non-null values -> column type. Any other mixture is stored as text.
_TYPES: Final[Mapping[frozenset[str], str]] = {
    frozenset({"bool"}): "bool",
    frozenset({"int"}): "int64",
    frozenset({"long"}): "int64",
    frozenset({"int", "long"}): "int64",
    frozenset({"float"}): "float64",
    frozenset({"int", "float"}): "float64",
    frozenset({"date"}): "date32",
    frozenset({"timestamp"}): "timestamp[ms]",
    frozenset({"date", "timestamp"}): "timestamp[ms]",
}
_TEXT: Final = "string"
EXTRA_TYPES: Final = frozenset({_TEXT, *_TYPES.values()})
# Integers up to here are exact as floats (IEEE 754, 53 bits); int64 is the limit of a column.
_EXACT: Final = 1 << 53
_LARGEST: Final = 1 << 63
# A number of JSON, a boolean of JSON, Python or spreadsheets; a number with leading zeros is an identifier, a text.
_SPELLED_INT: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,18})")
_SPELLED_FLOAT: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,30})(?:\.[0-9]{1,40})?(?:[eE][+-]?[0-9]{1,3})?")
_DIGITS: Final = re.compile(r"-?[0-9]+")
_SPELLED_BOOL: Final = frozenset({"true", "false", "True", "False", "TRUE", "FALSE"})
_SEPARATORS: Final = re.compile(r"[.\[\]\s]+")


@dataclass(frozen=True, slots=True)
class ExtraValue:
    """A value of an extra column: its kind, and its spelling if the column holds text."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Extra:
    """A requested extra column: the path at which records hold it, its name, and the kinds of value found."""

    path: str
    name: str
    kinds: frozenset[str] = frozenset()

    @property
    def column(self) -> Column:
        """The column, typed to hold all values found."""
        return nullable(self.name, self._type, self._meaning)

    @property
    def is_widened(self) -> bool:
        """Whether values that are no strings are stored as text."""
        return self._type == _TEXT and len(self._kinds_of_values) > 1

    @property
    def _kinds_of_values(self) -> frozenset[str]:
        return self.kinds - {"null"}

    @property
    def _type(self) -> str:
        return _TYPES.get(self._kinds_of_values, _TEXT)

    @property
    def _meaning(self) -> str:
        meaning = f"value of {self.path} in the record"
        if not self._kinds_of_values:
            return f"{meaning}; no record has a value"
        if self.is_widened:
            kinds = ", ".join(kind for kind in KINDS if kind in self._kinds_of_values)
            return f"{meaning}, as text, since its type differs between records: {kinds}"
        return f"{meaning}, as JSON" if self._kinds_of_values == {"nested"} else meaning


def extra_columns(paths: Sequence[str]) -> tuple[Extra, ...]:
    """Return the requested columns by their paths, each with a unique name.

    >>> [extra.name for extra in extra_columns(["license", "meta.score", "language"])]
    ['license', 'meta_score', 'record_language']
    """
    made: list[Extra] = []
    taken = {*DOCUMENTS.names}
    for path in paths:
        plain = _SEPARATORS.sub("_", path).strip("_") or "extra"
        first = f"record_{plain}" if plain in DOCUMENTS.names else plain
        name, number = first, 1
        while name in taken:
            number += 1
            name = f"{first}_{number}"
        taken.add(name)
        made.append(Extra(path, name))
    return tuple(made)


def with_columns(table: Table, columns: Iterable[Column]) -> Table:
    """Return the table with columns appended; on a name clash the table's own column stays."""
    return replace(table, columns=(*table.columns, *(each for each in columns if each.name not in table.names)))


def extra_value(value: object, *, is_spelled: bool = False) -> ExtraValue:
    """Return a value of a record with its kind. `is_spelled` marks formats such as CSV, whose strings may be numbers.

    >>> extra_value(0.5), extra_value("0.50", is_spelled=True), extra_value({"a": [1]}).text
    (ExtraValue(kind='float', text='0.5'), ExtraValue(kind='float', text='0.50'), '{"a": [1]}')
    """
    if isinstance(value, str):
        return _spelled(value) if is_spelled else ExtraValue("text", storable(value))
    if isinstance(value, (Mapping, list, tuple)):
        return _nested(value)
    if value is None or value != value:  # noqa: PLR0124 a number that is none
        return ExtraValue("null", "")
    return ExtraValue(_kind(value), storable(_plain(value)))


def _kind(value: object) -> Kind:
    # datetime is a subclass of date, and bool of int: test those first.
    if isinstance(value, int) and not isinstance(value, bool):
        return "int" if abs(value) <= _EXACT else "long" if -_LARGEST <= value < _LARGEST else "text"
    kinds: tuple[tuple[type, Kind], ...] = ((bool, "bool"), (float, "float"), (datetime, "timestamp"), (date, "date"))
    return next((kind for of, kind in kinds if isinstance(value, of)), "text")


def _spelled(value: str) -> ExtraValue:
    if not value:
        return ExtraValue("null", "")
    if _SPELLED_INT.fullmatch(value):
        return replace(extra_value(int(value)), text=value)
    if value in _SPELLED_BOOL:
        return ExtraValue("bool", value)
    is_float = _SPELLED_FLOAT.fullmatch(value) and not _DIGITS.fullmatch(value)
    return ExtraValue("float" if is_float else "text", storable(value))


def _nested(value: object) -> ExtraValue:
    try:
        return ExtraValue("nested", storable(json.dumps(_finite(value), ensure_ascii=False, default=_plain)))
    except RecursionError:
        return ExtraValue("null", "")  # as deep as no record is that means something


def _finite(value: object) -> object:
    """Return the value with infinities and NaN, which JSON lacks, replaced by nulls."""
    if isinstance(value, Mapping):
        return {str(name): _finite(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_finite(part) for part in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _plain(value: object) -> str:
    """Return a scalar as text: bytes that are no UTF-8 in base64, timestamps in UTC."""
    if isinstance(value, (bool, float)):
        return json.dumps(value) if isinstance(value, bool) else repr(value)
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError:
            return base64.b64encode(value).decode("ascii")
    if isinstance(value, datetime):
        at = value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value
        return at.isoformat(timespec="milliseconds")
    return value.isoformat() if isinstance(value, date) else str(value)


def typed(texts: pa.ChunkedArray, column: Column) -> pa.ChunkedArray:
    """Convert the texts of a column to its type."""
    import pyarrow as pa

    wanted = with_columns(Table("", "", ()), [column]).arrow.field(0).type
    if wanted == pa.date32():
        return texts.cast(pa.string()).cast(pa.timestamp("s")).cast(wanted)
    return texts.cast(pa.string()).cast(wanted)
