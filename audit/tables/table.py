"""What a table of the contract is: columns with names, types and meanings, built and cast by these names."""

from __future__ import annotations

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
_DEFECT: Final = "this is a defect of corpus-audit"
# Types that Arrow spells in another way when asked for their name.
_SPELLED: Final = {"date32[day]": "date32", "float": "float32", "double": "float64"}
_TYPES: Final = (
    "string", "large_string", "bool", "int32", "int64", "float32", "float64", "date32", "timestamp[ms]",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its Arrow type by name, whether it is never null, and what it means (with its unit)."""

    name: str
    type: str
    required: bool
    meaning: str


@dataclass(frozen=True)
class Table:
    """A table of the contract."""

    name: str
    meaning: str
    columns: tuple[Column, ...]

    @cached_property
    def arrow(self) -> pa.Schema:
        """The Arrow schema; nullability as declared."""
        import pyarrow as pa

        return pa.schema([pa.field(c.name, _arrow_type(c.type), nullable=not c.required) for c in self.columns])

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The column names in order."""
        return tuple(c.name for c in self.columns)

    def only(self, *names: str) -> Table:
        """Return the table of these columns alone, in the order they have here.

        Raises DefectError when one of them is not a column.
        """
        self._refuse_unknown(names)
        return replace(self, columns=tuple(c for c in self.columns if c.name in names))

    def without(self, *names: str) -> Table:
        """Return the table of all columns but these; raises DefectError when one of them is not a column."""
        self._refuse_unknown(names)
        return replace(self, columns=tuple(c for c in self.columns if c.name not in names))

    def build(self, **columns: Values) -> pa.Table:
        """Return the rows of these columns, each found by its name, in whatever order they are given.

        An Arrow array must have its column's type; numbers of numpy and plain values become it where they fit.
        Raises DefectError when a column is missing, unknown or of another type or length, or holds a null where none
        may be.
        """
        import pyarrow as pa

        self._refuse_unknown(columns)
        if missing := [name for name in self.names if name not in columns]:
            raise DefectError(f"the table {self.name} came without {', '.join(missing)}; {_DEFECT}")
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
    """Return the values as an Arrow array of the field's type, without nulls where none may be."""
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


def must(name: str, type: str, meaning: str) -> Column:
    """Return a column that is never null."""
    return Column(name, type, required=True, meaning=meaning)


def may(name: str, type: str, meaning: str) -> Column:
    """Return a column that may be null."""
    return Column(name, type, required=False, meaning=meaning)


def column_of(field: pa.Field) -> Column | None:
    """Return the column that a field of an Arrow schema is; None for a type that no table has."""
    name = _SPELLED.get(str(field.type), str(field.type))
    return Column(field.name, name, not field.nullable, "") if name in _TYPES else None


def empty(table: Table) -> pa.Table:
    """Return a table with no rows and the right schema."""
    return table.arrow.empty_table()


def columns_of(table: pa.Table) -> dict[str, pa.ChunkedArray]:
    """Return the columns of an Arrow table by their names, as `Table.build` takes them."""
    return {name: table[name] for name in table.column_names}


def conform(found: pa.Table, table: Table) -> pa.Table:
    """Return `found` with exactly the columns, order, types and nullability of `table`.

    Raises DefectError when a column is missing, does not cast, or holds a null where none may be.
    """
    import pyarrow as pa

    missing = [n for n in table.names if n not in found.column_names]
    if missing:
        raise DefectError(f"the table {table.name} came without {', '.join(missing)}; {_DEFECT}")
    try:
        made = found.select(table.names).cast(table.arrow)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError, ValueError) as error:
        raise DefectError(f"the table {table.name} does not fit its schema: {error}") from error
    for column in table.columns:
        if column.required and made[column.name].null_count:
            raise DefectError(f"the table {table.name} holds nulls in {column.name}; {_DEFECT}")
    return made
