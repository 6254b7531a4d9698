"""What a table of the contract is: columns with names, types and meanings, and the cast to them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from audit.errors import DefectError

if TYPE_CHECKING:
    import pyarrow as pa

SCHEMA_VERSION: Final = 1


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

    @property
    def names(self) -> tuple[str, ...]:
        """The column names in order."""
        return tuple(c.name for c in self.columns)


def _arrow_type(name: str) -> pa.DataType:
    import pyarrow as pa

    return pa.timestamp("ms") if name == "timestamp[ms]" else getattr(pa, {"bool": "bool_"}.get(name, name))()


def must(name: str, type: str, meaning: str) -> Column:
    """Return a column that is never null."""
    return Column(name, type, required=True, meaning=meaning)


def may(name: str, type: str, meaning: str) -> Column:
    """Return a column that may be null."""
    return Column(name, type, required=False, meaning=meaning)


def empty(table: Table) -> pa.Table:
    """Return a table with no rows and the right schema."""
    return table.arrow.empty_table()


def conform(found: pa.Table, table: Table) -> pa.Table:
    """Return `found` with exactly the columns, order, types and nullability of `table`.

    Raises DefectError when a column is missing, does not cast, or holds a null where none may be.
    """
    import pyarrow as pa

    missing = [n for n in table.names if n not in found.column_names]
    if missing:
        raise DefectError(f"the table {table.name} came without {', '.join(missing)}; this is a defect of corpus-audit")
    try:
        made = found.select(table.names).cast(table.arrow)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError, ValueError) as error:
        raise DefectError(f"the table {table.name} does not fit its schema: {error}") from error
    for column in table.columns:
        if column.required and made[column.name].null_count:
            raise DefectError(f"the table {table.name} holds nulls in {column.name}; this is a defect of corpus-audit")
    return made
