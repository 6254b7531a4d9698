"""Rows of tables that begin like menus: Home | Away | Score."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from audit.parser.blocks.context.segments import Segments

if TYPE_CHECKING:
    from audit.parser.blocks.context.rows import Flags, Rows

# A cell behind a bar that is a number.
NUMBER: Final = re.compile(r"\|\s*[^\w|]{0,2}\d[\d.,:%]*(?: ?\w{1,3})?\s*(?:\||$)")
# Minimum bars between the cells of a row, and rows of a table.
_BARS, _ROWS = 2, 3


def is_in_table(rows: Rows, labels: Flags) -> Flags:
    """Return which `labels` are in a table: in rows of as many cells between bars, most of them with numbers."""
    likely = labels & (rows["bars"] >= _BARS)
    if not likely.any():
        return likely
    table = Segments.of(rows.documents.first, rows["bars"])
    asked = table.any(likely) & (rows["digit"] > 0) & ~rows["twin"]
    numbers = table.total(rows.matching("folded", NUMBER, asked))
    found: Flags = likely & (table.size >= _ROWS) & (2 * numbers > table.size)
    return found
