"""Tables of a batch, ordered by document, that can be split by document and concatenated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Tables with any number of rows per document, and the column that refers to it: by id, or by number within the batch.
# All others have one row per document.
_OWNER: Final = {"blocks": "id", "keys": "row", "places": "row"}
# (table, column) -> the table whose rows the column numbers.
_NUMBERS: Final = {("keys", "row"): "documents", ("places", "row"): "documents", ("keys", "at"): "blocks"}


@dataclass(frozen=True, slots=True)
class RowTables:
    """Tables of documents with unique ids; the rows of document n in a table are bounds[n] to bounds[n + 1]."""

    tables: Mapping[str, pa.Table]
    bounds: Mapping[str, NDArray[np.int64]]

    @staticmethod
    def of(tables: Mapping[str, pa.Table]) -> RowTables:
        """Return the tables of a batch. Raises ValueError if one is not ordered by document."""
        return RowTables(tables, {name: _bounds(name, tables) for name in tables})

    def __len__(self) -> int:
        return len(self.tables["documents"])

    def between(self, start: int, stop: int) -> RowTables:
        """Return the tables of documents `start` to `stop`."""
        begins = {name: int(bounds[start]) for name, bounds in self.bounds.items()}
        cut = {
            name: self.tables[name].slice(begins[name], int(bounds[stop]) - begins[name])
            for name, bounds in self.bounds.items()
        }
        moved = _moved(cut, {name: -begin for name, begin in begins.items()})
        return RowTables(moved, {name: self.bounds[name][start : stop + 1] - begins[name] for name in cut})


def joined(parts: Sequence[RowTables]) -> RowTables:
    """Return the tables of all parts, concatenated."""
    if len(parts) == 1:
        return parts[0]
    at = dict.fromkeys(parts[0].tables, 0)
    moved: list[Mapping[str, pa.Table]] = []
    bounds: list[dict[str, NDArray[np.int64]]] = []
    for part in parts:
        moved.append(_moved(part.tables, at))
        bounds.append({name: part.bounds[name][:-1] + at[name] for name in at})
        at = {name: at[name] + len(part.tables[name]) for name in at}
    tables = {name: pa.concat_tables([each[name] for each in moved]) for name in at}
    ends = {name: np.concatenate([*(each[name] for each in bounds), [at[name]]]) for name in at}
    return RowTables(tables, ends)


def _bounds(name: str, tables: Mapping[str, pa.Table]) -> NDArray[np.int64]:
    ids, table = tables["documents"]["id"], tables[name]
    places = np.arange(len(ids) + 1)
    if name not in _OWNER:
        if len(table) != len(ids):
            raise ValueError(f"{name} has {len(table)} rows for {len(ids)} documents")
        return places
    owner = table[_OWNER[name]]
    numbers = pc.index_in(owner, ids.combine_chunks()) if _OWNER[name] == "id" else owner
    rows = numbers.to_numpy().astype(np.int64)
    if len(rows) and ((np.diff(rows) < 0).any() or rows[0] < 0 or rows[-1] >= len(ids)):
        raise ValueError(f"{name} is not in the order of the documents")
    return np.searchsorted(rows, places)


def _moved(tables: Mapping[str, pa.Table], by: Mapping[str, int]) -> dict[str, pa.Table]:
    """Return the tables with an offset added to the row numbers in them."""
    made = dict(tables)
    for (name, column), of in _NUMBERS.items():
        if name in made and by[of]:
            table = made[name]
            at = table.schema.get_field_index(column)
            field = table.schema.field(at)
            numbers = pc.add(pc.cast(table[column], pa.int64()), by[of])
            made[name] = table.set_column(at, field, pc.cast(numbers, field.type))
    return made
