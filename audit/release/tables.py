"""The tables that a release holds."""

from __future__ import annotations

from typing import Final

from audit.measure.measures import MEASURES
from audit.tables import BLOCKS, DOCUMENTS, DUPLICATES, FINDINGS, LEDGER, RECURRING, SUSPECTS, Table

TABLES: Final[tuple[Table, ...]] = (
    DOCUMENTS, BLOCKS, MEASURES, DUPLICATES, SUSPECTS, RECURRING, FINDINGS, LEDGER,
)  # fmt: skip
