"""Documents that an earlier run parsed and measured: their tables come from the cache, new ones are added to it.

The key is a digest of everything the tables depend on: bytes, text, stated fields, lines shared with siblings, relevant
settings, and the program.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from audit.cache.canonical import key_of
from audit.cache.pack import BROKEN, Pack
from audit.cache.store import NOT_FOUND, PackStore
from audit.parser.templates.template_table import shared_with_siblings

if TYPE_CHECKING:
    import pyarrow as pa

    from audit.cache.location import CacheFolder
    from audit.parser.templates.template_lines import Repeats
    from audit.policy import Policy
    from audit.worker.batch import Row

    Make = Callable[[list[Row]], Mapping[str, pa.Table]]
    from numpy.typing import NDArray

# A batch whose documents are spread over more packs than this is rewritten as one pack.
_MOST_PACKS: Final = 8
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


def relevant_settings(policy: Policy) -> tuple[object, ...]:
    """Return the settings that a document's tables depend on; those of reading show in what was read."""
    return (
        policy.input.prefer,
        policy.languages,
        policy.language,
        policy.parser,
        policy.rights,
        policy.spun.suspects,
    )


class DocumentCache:
    """Cached documents of earlier runs."""

    def __init__(self, cache: CacheFolder, policy: Policy, repeats: Repeats) -> None:
        self._store, self._repeats = PackStore(cache), repeats
        self._run = key_of(cache.program, relevant_settings(policy))

    def tables(self, rows: list[Row], make: Make) -> Mapping[str, pa.Table]:
        """Return the tables of a batch's documents in order, using `make` for those not cached."""
        if len({row.id for row in rows}) < len(rows):
            # Two inputs with the same id: the run refuses them later.
            return make(rows)
        keys = self._keys(rows)
        found = self._load(keys)
        missing = [number for number in range(len(rows)) if number not in found]
        if missing:
            fresh = RowTables.of(make([rows[number] for number in missing]))
            found |= {number: (fresh, at) for at, number in enumerate(missing)}
        whole = joined(_runs([found[number] for number in range(len(rows))]))
        sources = {id(tables) for tables, _ in found.values()}
        if len(sources) > _MOST_PACKS:
            self._store.put(Pack(tuple(keys), whole.tables))
        elif missing:
            self._store.put(Pack(tuple(keys[number] for number in missing), fresh.tables))
        return whole.tables

    def _keys(self, rows: Sequence[Row]) -> list[bytes]:
        texts = [row.decoded.text if row.decoded else "" for row in rows]
        shared = shared_with_siblings(texts, [row.id for row in rows], self._repeats)
        return [key_of(self._run, row, shared_lines) for row, shared_lines in zip(rows, shared, strict=True)]

    def _load(self, keys: Sequence[bytes]) -> dict[int, tuple[RowTables, int]]:
        """Return the cached documents by number: tables, and index in these."""
        spots = self._store.find(keys)
        found: dict[int, tuple[RowTables, int]] = {}
        for number in np.unique(spots.packs[spots.packs != NOT_FOUND]).tolist():
            pack = self._store.pack(number)
            if pack is None:
                continue
            try:
                tables = RowTables.of(pack.tables)
            except BROKEN:
                continue
            for at in np.flatnonzero(spots.packs == number).tolist():
                row = int(spots.rows[at])
                if row < len(pack.keys) and pack.keys[row] == keys[at]:
                    found[at] = tables, row
        return found


def _runs(places: Sequence[tuple[RowTables, int]]) -> list[RowTables]:
    """Return the documents' tables, with neighbours in one slice."""
    cut: list[tuple[RowTables, int, int]] = []
    for tables, row in places:
        if cut and cut[-1][0] is tables and cut[-1][2] == row:
            cut[-1] = tables, cut[-1][1], row + 1
        else:
            cut.append((tables, row, row + 1))
    return [tables if (start, stop) == (0, len(tables)) else tables.between(start, stop) for tables, start, stop in cut]


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
