"""What a measure gives: facts in columns, and the places they were counted at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

    from audit.finding import Place


@dataclass(frozen=True, slots=True)
class Measured:
    """Facts about a batch of documents: same rows, same order as the batch.

    `columns` holds measured columns under their names in the measures table (no id); `places[i]` are
    the passages of document i, at most MAX_PLACES for each fact, in order of `start`.
    """

    columns: pa.Table
    places: Sequence[tuple[Place, ...]]
