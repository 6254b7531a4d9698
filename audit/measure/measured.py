"""What a measure is: columns that it declares, and how they are found in a batch of documents."""

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
    from audit.read.codec.decode import Decoded

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """How one document was read: its raw bytes, what they were decoded to, and what was changed on the way.

    `size` is that of the bytes as they came in; `surrogates` are the U+FFFD that stand for lone surrogates, `repairs`
    the passages of mojibake that were put right, where they stand now.
    """

    raw: bytes
    size: int
    decoded: Decoded
    surrogates: tuple[int, ...] = ()
    repairs: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """Facts about a batch of documents: same rows, same order as the batch.

    `columns` holds measured columns under their names in the measures table (no id); `places[i]` are
    the passages of document i, at most MAX_PLACES for each fact, in order of `start`.
    """

    columns: pa.Table
    places: Sequence[tuple[Place, ...]]


@dataclass(frozen=True)
class ParsedBatch:
    """Some documents as measures see them: `texts`, `documents` and `readings` have the same rows in the same order.

    `texts` is as tables.TEXTS, with `bad_chars`: the U+FFFD that stand for bytes that do not decode, or for lone
    surrogates. `documents` is tables.DOCUMENTS without language; `blocks` holds the documents' blocks;
    `contradictions` are what records say otherwise than their texts, found before either was taken for the other, and
    `keys` what the lines of blocks are told by (audit.parser.templates.template_lines.line_keys).
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
        """The blocks as polars sees them."""
        return as_polars(self.blocks)

    def once(self, make: Callable[[ParsedBatch], _Made]) -> _Made:
        """Return what is made of the batch: for all measures that ask, when the first of them does."""
        if make not in self._made:
            self._made[make] = make(self)
        made: _Made = self._made[make]
        return made

    @cached_property
    def owners(self) -> NDArray[np.int64]:
        """The row of each block's document."""
        import pyarrow.compute as pc

        rows: NDArray[np.int64] = (
            pc.index_in(self.blocks["id"], value_set=self.documents["id"].combine_chunks()).to_numpy().astype(np.int64)
        )
        return rows

    @cached_property
    def content(self) -> pl.DataFrame:
        """Those of them that make up bodies."""
        return self.frame.filter(is_content)

    @cached_property
    def articles(self) -> Articles:
        """The same, folded, laid out to be looked through in one pass."""
        return Articles.of(self.content["text"].to_list(), self.content["id"])


@dataclass(frozen=True)
class Facts:
    """Columns of the measures table that are found together: what they are called, of which type, what they mean."""

    name: str
    columns: tuple[Column, ...]

    @cached_property
    def table(self) -> Table:
        """The table of these columns alone, row by row as the documents."""
        return Table(self.name, "one row per document", self.columns)


@dataclass(frozen=True)
class Measure(Facts):
    """Facts that each document tells by itself, and how: `measure` looks at a batch of them.

    What must be imported for that and takes long (numba) is imported by `measure`: the columns are asked for by
    `audit explain`, too.
    """

    measure: Callable[[ParsedBatch], Measured]

    def of(self, batch: ParsedBatch) -> Measured:
        """Return the facts about a batch, held against what the measure declares.

        Raises DefectError when a column is missing, too many or of another type, or when a place is of no column.
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
