"""Changes of a table's columns: removed, added, or of another type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import pyarrow as pa

What = Literal["removed", "added", "type", "nullability", "moved", "emptied", "filled"]


@dataclass(frozen=True, slots=True)
class ColumnChange:
    """A changed column; `old` and `new` are its types, with a ! if not nullable."""

    table: str
    column: str
    what: What
    old: str | None
    new: str | None


def column_changes(table: str, old: pa.Schema, new: pa.Schema) -> tuple[ColumnChange, ...]:
    """Return the change of each column, those of `old` first, in order."""
    before, after = ({each.name: each for each in schema} for schema in (old, new))
    changes = []
    for name, field in before.items():
        if name not in after:
            changes.append(ColumnChange(table, name, "removed", _type_in_words(field), None))
        elif _type_in_words(field) != _type_in_words(after[name]):
            what: What = "type" if field.type != after[name].type else "nullability"
            changes.append(ColumnChange(table, name, what, _type_in_words(field), _type_in_words(after[name])))
    come = (
        ColumnChange(table, name, "added", None, _type_in_words(after[name])) for name in after if name not in before
    )
    kept_order = [[name for name in names if name in before and name in after] for names in (before, after)]
    moved = [] if kept_order[0] == kept_order[1] else [ColumnChange(table, "", "moved", None, None)]
    return (*changes, *come, *moved)


def in_one_type(old: pa.Schema, new: pa.Schema) -> tuple[str, ...]:
    """Return the columns present on both sides with comparable types, in the order of `new`."""
    return tuple(each.name for each in new if each.name in old.names and old.field(each.name).type == each.type)


def _type_in_words(field: pa.Field) -> str:
    return f"{field.type}{'' if field.nullable else '!'}"
