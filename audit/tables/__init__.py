"""The schemas of all tables: name, type and meaning of each column. Measured columns are declared beside each measure.

`schemas/*.v1.json` is generated from these declarations, and every table is validated against its own on output.
"""

from __future__ import annotations

from audit.tables.dataset import BLOCKS, BODY_KINDS, DOCUMENTS
from audit.tables.evidence import DUPLICATES, FINDINGS, LEDGER, MOST_RECURRING, RECURRING, SUSPECTS
from audit.tables.internal import PLACES, READ_LEDGER, RECORD_LINES, TEXTS
from audit.tables.table import SCHEMA_VERSION, Column, Table, columns_of, conform, empty

__all__ = [
    "BLOCKS", "BODY_KINDS", "DOCUMENTS", "DUPLICATES", "FINDINGS", "LEDGER", "MOST_RECURRING", "PLACES", "READ_LEDGER",
    "RECORD_LINES", "RECURRING", "SCHEMA_VERSION", "SUSPECTS", "TEXTS", "Column", "Table", "columns_of", "conform",
    "empty",
]  # fmt: skip
