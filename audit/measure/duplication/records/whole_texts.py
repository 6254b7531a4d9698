"""Documents with more than their bodies: including dropped blocks, in order, or only with their titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from audit.measure.duplication.records.parts import by_row, readable, validated
from audit.measure.duplication.tokens.hashing import starts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from audit.measure.duplication.records.parts import Bodies, PartTable
    from audit.measure.duplication.tokens.hashing import Ints


class WholeTexts:
    """The whole texts of documents by row, read from the part files of blocks, each once per call."""

    def __init__(self, documents: PartTable, blocks: Sequence[Path]) -> None:
        """`documents` and `blocks` are the part files of the same parts, in the same order."""
        self._documents, self._blocks = documents, tuple(blocks)

    def __call__(self, rows: Sequence[int]) -> dict[int, str]:
        """Return the whole text of each of `rows`, blocks joined by newlines."""
        return by_row(self.columns, rows)

    def columns(self, rows: Ints) -> Iterator[tuple[Ints, pa.Array]]:
        """Yield ascending `rows` with their whole texts, those of one part at a time."""
        bounds = np.searchsorted(rows, self._documents.starts)
        for nth in range(len(self._blocks)):
            here = rows[bounds[nth] : bounds[nth + 1]]
            if len(here):
                yield here, self._texts(nth, here)

    def _texts(self, nth: int, rows: Ints) -> pa.Array:
        start = int(self._documents.starts[nth])
        ids = self._documents.part(nth, ["id"])["id"].cast(pa.string()).take(pa.array(rows - start)).combine_chunks()
        blocks = pq.read_table(self._blocks[nth], columns=["id", "text"], use_threads=False)
        places = pc.index_in(blocks["id"].cast(pa.string()), ids).combine_chunks()
        own = places.drop_null().to_numpy().astype(np.int64)
        texts = blocks["text"].filter(places.is_valid()).cast(pa.large_string()).combine_chunks()
        # Blocks are in document order, and so are these rows.
        bounds = pa.array(starts_of(np.bincount(own, minlength=len(rows))))
        return pc.binary_join(pa.LargeListArray.from_arrays(bounds, texts), pa.scalar("\n", pa.large_string()))


class TitledBodies:
    """What readers of a release have of documents, by row: title and body, joined by a newline."""

    def __init__(self, bodies: Bodies) -> None:
        """Titles are read from the part files of the `bodies`."""
        self._bodies = bodies

    def columns(self, rows: Ints) -> Iterator[tuple[Ints, pa.Array]]:
        """Yield ascending `rows` with their texts, in chunks."""
        nth, titles = -1, pa.array([], pa.large_string())
        for here, bodies in self._bodies.columns(rows):
            part = int(np.searchsorted(self._bodies.starts, here[0], side="right")) - 1
            if part != nth:
                nth, titles = part, self._titles(part)
            own = titles.take(pa.array(here - self._bodies.starts[nth]))
            yield here, pc.binary_join_element_wise(own, bodies, pa.scalar("\n", pa.large_string()))

    def _titles(self, nth: int) -> pa.Array:
        with readable(self._bodies.parts[nth]), pq.ParquetFile(self._bodies.parts[nth]) as file:
            return validated(file.read(["title"], use_threads=False)["title"])
