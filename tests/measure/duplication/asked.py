"""Texts that note which of them are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pyarrow as pa

from audit.measure.duplication.records.texts import TextColumns
from audit.measure.duplication.tokens.hashing import Ints


@dataclass(frozen=True)
class Asked:
    """The texts of `bodies`; `rows` are those that were asked for, in order."""

    bodies: TextColumns
    rows: list[int] = field(default_factory=list)

    def columns(self, rows: Ints) -> Iterator[tuple[Ints, pa.LargeStringArray]]:
        """Yield ascending `rows` with their texts, in chunks."""
        self.rows.extend(rows.tolist())
        yield from self.bodies.columns(rows)
