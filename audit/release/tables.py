"""The tables of a release."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, TypeAlias

from audit.measure.measures import MEASURES
from audit.rulebook.metrics import METRICS
from audit.tables import BLOCKS, DOCUMENTS, DUPLICATES, FINDINGS, LEDGER, RECURRING, SUSPECTS, Column, Table
from audit.tables.extra import with_columns

TABLES: Final[tuple[Table, ...]] = (
    DOCUMENTS, BLOCKS, MEASURES, METRICS, DUPLICATES, SUSPECTS, RECURRING, FINDINGS, LEDGER,
)  # fmt: skip
INDEX: Final = "audit/index.parquet"
# Writes the index of the released documents to the file it is given.
WriteIndex: TypeAlias = Callable[[Path], None]


def tables_with(extra: Iterable[Column]) -> tuple[Table, ...]:
    """Return the tables of a release whose documents have these extra columns."""
    return (with_columns(DOCUMENTS, extra), *(table for table in TABLES if table is not DOCUMENTS))
