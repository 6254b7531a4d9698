"""Part files of benchmark items: which items occur in each document, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.parquet as pq

from audit.finding import MAX_PLACES, Place
from audit.text.visible import visible
from audit.worker.batch import Row, places_in
from audit.worker.parts.places import Placed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from audit.measure.duplication.items.item_index import ItemIndex
    from audit.measure.duplication.items.occurrences import Occurrence

ITEMS: Final = "items"
FACT: Final = "benchmark_items"
# Internal: a row per document with the numbers of its items.
FOUND_ITEMS: Final = pa.schema([("found", pa.list_(pa.int64()))])
_NAMES: Final = "names.parquet"
_EVIDENCE: Final = 80


@dataclass(frozen=True, slots=True)
class SoughtItems:
    """The items searched for, and the name of each: dataset, colon, id."""

    index: ItemIndex
    names: pa.ChunkedArray

    def save(self, folder: Path) -> None:
        """Write them into a new folder."""
        self.index.save(folder)
        pq.write_table(pa.table({"name": self.names}), folder / _NAMES)

    @staticmethod
    def load(folder: Path) -> SoughtItems:
        """Read them from the folder."""
        # Imported here: `audit parse` does without numba.
        from audit.measure.duplication.items.item_index import ItemIndex

        return SoughtItems(ItemIndex.load(folder), pq.read_table(folder / _NAMES)["name"])

    def found_in(self, rows: Sequence[Row]) -> tuple[pa.Table, list[Placed]]:
        """Return the items found in each document, and the first places of each."""
        from audit.measure.duplication.items.occurrences import occurrences

        texts = pa.array([row.decoded.text if row.decoded else "" for row in rows], pa.large_string())
        found = dict(occurrences(self.index, texts))
        numbers = [[one.item for one in found.get(number, ())] for number in range(len(rows))]
        places = [place for number, its in found.items() for place in self._placed(number, rows[number], its)]
        return pa.table({"found": numbers}, FOUND_ITEMS), places

    def _placed(self, number: int, row: Row, found: Sequence[Occurrence]) -> Iterator[Placed]:
        text = row.decoded.text if row.decoded else ""
        return places_in(number, row, [self._place(text, one) for one in islice(found, MAX_PLACES)])

    def _place(self, text: str, found: Occurrence) -> Place:
        name = visible(self.names[found.item].as_py(), _EVIDENCE)
        but = f", with {found.edits} words changed" if found.edits else ""
        passage = visible(" ".join(text[found.start : found.end].split()), _EVIDENCE)
        return Place(FACT, found.start, found.end, f"{name}{but}: {passage}")
