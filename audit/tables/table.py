"""Table schemas: columns with names, types and meanings, built and cast by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeAlias

from audit.errors import DefectError

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa

    Values: TypeAlias = Sequence[object] | npt.NDArray[np.generic] | pa.Array | pa.ChunkedArray

SCHEMA_VERSION: Final = 1
LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_DEFECT: Final = "this is a defect of corpus-audit"
# Aliases that Arrow reports under another name.
_SPELLED: Final = {"date32[day]": "date32", "float": "float32", "double": "float64"}
_TYPES: Final = (
    "string", "large_string", "bool", "int32", "int64", "float32", "float64", "date32", "timestamp[ms]",
)  # fmt: skip


def storable(text: str) -> str:
    """Return `text` with each lone surrogate, which the tables' UTF-8 has not, replaced by U+FFFD."""
    return text if text.isascii() else LONE_SURROGATE.sub("\ufffd", text)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: Arrow type by name, nullability, and meaning (with its unit)."""

    name: str
    type: str
    required: bool
    meaning: str


@dataclass(frozen=True)
class Table:
    """A table schema."""

    name: str
    meaning: str
    columns: tuple[Column, ...]

    @cached_property
    def arrow(self) -> pa.Schema:
        """The Arrow schema, with nullability as declared."""
        import pyarrow as pa

        return pa.schema([pa.field(c.name, _arrow_type(c.type), nullable=not c.required) for c in self.columns])

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The column names in order."""
        return tuple(c.name for c in self.columns)

    def only(self, *names: str) -> Table:
        """Return the table reduced to these columns, in its own order.

        Raises DefectError if one of them is not a column.
        """
        self._refuse_unknown(names)
        return replace(self, columns=tuple(c for c in self.columns if c.name in names))

    def without(self, *names: str) -> Table:
        """Return the table without these columns; raises DefectError if one of them is not a column."""
        self._refuse_unknown(names)
        return replace(self, columns=tuple(c for c in self.columns if c.name not in names))

    def build(self, **columns: Values) -> pa.Table:
        """Return an Arrow table of these columns, given in any order.

        Arrow arrays must have the column's type; numpy arrays and plain values are converted if they fit. Raises
        DefectError if a column is missing, unknown, of another type or length, or holds a null although not nullable.
        """
        import pyarrow as pa

        self._refuse_unknown(columns)
        if missing := [name for name in self.names if name not in columns]:
            raise DefectError(f"the table {self.name} lacks {', '.join(missing)}; {_DEFECT}")
        arrays = [_typed(self, field, columns[field.name]) for field in self.arrow]
        try:
            return pa.table(arrays, schema=self.arrow)
        except pa.ArrowInvalid as error:
            sizes = ", ".join(f"{name} {len(array)}" for name, array in zip(self.names, arrays, strict=True))
            raise DefectError(f"the columns of the table {self.name} differ in length: {sizes}; {_DEFECT}") from error

    def _refuse_unknown(self, names: Iterable[str]) -> None:
        if unknown := [name for name in names if name not in self.names]:
            raise DefectError(f"the table {self.name} has no column {', '.join(unknown)}; {_DEFECT}")


def _arrow_type(name: str) -> pa.DataType:
    import pyarrow as pa

    return pa.timestamp("ms") if name == "timestamp[ms]" else getattr(pa, {"bool": "bool_"}.get(name, name))()


def _typed(table: Table, field: pa.Field, values: Values) -> pa.Array | pa.ChunkedArray:
    """Return the values as an Arrow array of the field's type, checked for nulls."""
    import pyarrow as pa

    is_arrow = isinstance(values, (pa.Array, pa.ChunkedArray))
    array: pa.Array | pa.ChunkedArray = values if is_arrow else _converted(table, field, values)
    if array.type != field.type:
        raise DefectError(f"{table.name}.{field.name} is {field.type}, and {array.type} was given; {_DEFECT}")
    if array.null_count and not field.nullable:
        raise DefectError(f"the table {table.name} holds nulls in {field.name}; {_DEFECT}")
    return array


def _converted(table: Table, field: pa.Field, values: Values) -> pa.Array:
    import pyarrow as pa

    try:
        return pa.array(values, field.type)
    except (pa.ArrowException, TypeError, ValueError, OverflowError) as error:
        raise DefectError(f"{table.name}.{field.name} is {field.type} and cannot hold {error}; {_DEFECT}") from error


def required(name: str, type: str, meaning: str) -> Column:
    """Return a column that is never null."""
    return Column(name, type, required=True, meaning=meaning)


def nullable(name: str, type: str, meaning: str) -> Column:
    """Return a nullable column."""
    return Column(name, type, required=False, meaning=meaning)


def column_of(field: pa.Field) -> Column | None:
    """Return the column for a field of an Arrow schema; None if no table has such a type."""
    name = _SPELLED.get(str(field.type), str(field.type))
    return Column(field.name, name, not field.nullable, "") if name in _TYPES else None


def empty(table: Table) -> pa.Table:
    """Return an empty Arrow table of this schema."""
    return table.arrow.empty_table()


def columns_of(table: pa.Table) -> dict[str, pa.ChunkedArray]:
    """Return the columns of an Arrow table by name, as `Table.build` takes them."""
    return {name: table[name] for name in table.column_names}


def conform(found: pa.Table, table: Table) -> pa.Table:
    """Return `found` with exactly the columns, order, types and nullability of `table`.

    Raises DefectError if a column is missing, does not cast, or holds a null although not nullable.
    """
    import pyarrow as pa

    missing = [n for n in table.names if n not in found.column_names]
    if missing:
        raise DefectError(f"the table {table.name} lacks {', '.join(missing)}; {_DEFECT}")
    try:
        made = found.select(table.names).cast(table.arrow)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError, ValueError) as error:
        raise DefectError(f"the table {table.name} does not fit its schema: {error}") from error
    for column in table.columns:
        if column.required and made[column.name].null_count:
            raise DefectError(f"the table {table.name} holds nulls in {column.name}; {_DEFECT}")
    return made
