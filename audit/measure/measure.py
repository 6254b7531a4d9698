"""The interface of measures: declared columns, and a function on batches of documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from audit.errors import DefectError
from audit.measure.articles.articles import Articles
from audit.measure.blockwise import as_polars, is_content
from audit.tables import Column, Table, columns_of

if TYPE_CHECKING:
    import polars as pl
    import pyarrow as pa
    from numpy.typing import NDArray

    from audit.finding import Place
    from audit.policy import Policy
    from audit.read.codec.decoded import Decoded

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """How a document was read: raw bytes, decoding, and repairs.

    `size` is that of the input; `surrogates` are U+FFFD that stand for lone surrogates, `repairs` the repaired passages
    at their present offsets.
    """

    raw: bytes
    size: int
    decoded: Decoded
    surrogates: tuple[int, ...] = ()
    repairs: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """The measured facts of a batch, row by row.

    `columns` are keyed by measures table column (without id); `places[i]` are the passages of document i, at most
    MAX_PLACES per fact, ordered by `start`.
    """

    columns: pa.Table
    places: Sequence[tuple[Place, ...]]


@dataclass(frozen=True)
class ParsedBatch:
    """Parsed documents as input of measures: `texts`, `documents` and `readings` correspond row by row.

    `texts` is as tables.TEXTS, with `bad_chars`: the U+FFFD that stand for undecodable bytes or lone surrogates.
    `documents` is tables.DOCUMENTS without language; `blocks` are their blocks; `contradictions` are differences
    between records and texts, found before merging; `keys` are the line keys of blocks
    (audit.parser.templates.template_lines.line_keys).
    """

    texts: pa.Table
    documents: pa.Table
    blocks: pa.Table
    readings: Sequence[ReadDocument]
    policy: Policy
    contradictions: Measured | None = None
    keys: NDArray[np.uint64] = field(default_factory=lambda: np.zeros(0, np.uint64))
    _made: dict[Callable[[ParsedBatch], Any], Any] = field(default_factory=dict, compare=False)

    @cached_property
    def frame(self) -> pl.DataFrame:
        """The blocks as a polars frame."""
        return as_polars(self.blocks)

    def once(self, make: Callable[[ParsedBatch], _Made]) -> _Made:
        """Return what is made of the batch: for all measures that ask, when the first of them does."""
        if make not in self._made:
            self._made[make] = make(self)
        made: _Made = self._made[make]
        return made

    @cached_property
    def owners(self) -> NDArray[np.int64]:
        """The document row of each block."""
        import pyarrow.compute as pc

        rows: NDArray[np.int64] = (
            pc.index_in(self.blocks["id"], value_set=self.documents["id"].combine_chunks()).to_numpy().astype(np.int64)
        )
        return rows

    @cached_property
    def content(self) -> pl.DataFrame:
        """The blocks that form bodies."""
        return self.frame.filter(is_content)

    @cached_property
    def articles(self) -> Articles:
        """The texts of `content`, folded and concatenated for one-pass scans."""
        return Articles.of(self.content["text"].to_list(), self.content["id"])


@dataclass(frozen=True)
class Facts:
    """Columns of the measures table that are computed together: names, types, meanings."""

    name: str
    columns: tuple[Column, ...]

    @cached_property
    def table(self) -> Table:
        """The table of these columns, a row per document."""
        return Table(self.name, "one row per document", self.columns)


@dataclass(frozen=True)
class Measure(Facts):
    """Facts of single documents, computed by `measure` from a batch.

    Slow imports (numba) happen inside `measure`, since `audit explain` needs only the columns.
    """

    measure: Callable[[ParsedBatch], Measured]

    def of(self, batch: ParsedBatch) -> Measured:
        """Return the facts about a batch, validated against the declaration.

        Raises DefectError if a column is missing, unexpected or of another type, or a place refers to no column.
        """
        found = self.measure(batch)
        columns = self.table.build(**columns_of(found.columns))
        rows = {len(batch.texts), len(columns), len(found.places)}
        astray = {place.fact for places in found.places for place in places} - set(self.table.names)
        if len(rows) > 1 or astray:
            raise DefectError(
                f"the measure {self.name} gave {len(columns)} rows and places of {len(found.places)} documents for "
                f"{len(batch.texts)}, with places of {sorted(astray) or 'its own columns'}: this is a defect"
            )
        return Measured(columns, found.places)
