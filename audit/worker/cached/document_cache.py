"""Documents that an earlier run parsed and measured: their tables come from the cache, new ones are added to it.

The key is a digest of everything the tables depend on: bytes, text, stated fields, lines shared with siblings, relevant
settings, and the program.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.cache.canonical import key_of
from audit.cache.pack import BROKEN, Pack
from audit.cache.store import NOT_FOUND, PackStore
from audit.parser.templates.template_table import shared_with_siblings
from audit.worker.cached.row_tables import RowTables, joined

if TYPE_CHECKING:
    import pyarrow as pa

    from audit.cache.location import CacheFolder
    from audit.parser.templates.template_lines import Repeats
    from audit.policy import Policy
    from audit.worker.batch import Row

    Make = Callable[[list[Row]], Mapping[str, pa.Table]]

# A batch whose documents are spread over more packs than this is rewritten as one pack.
_MOST_PACKS: Final = 8


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
