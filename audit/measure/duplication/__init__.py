"""Duplication: exact copies, near copies, texts within others, quotations, repeated and shared passages.

In workers, batch by batch: `signatures`. In the parent, once, over the part files of all workers: `find_pairs`, then
`keep`, then `duplication_columns` and `duplicates`. Only `find_pairs` looks at texts again, those of candidates.
"""

from __future__ import annotations

from audit.measure.duplication.columns import duplicates, duplication_columns
from audit.measure.duplication.keep import NO_ROW, keep, preference
from audit.measure.duplication.pairs.pairs import Copies, find_pairs
from audit.measure.duplication.records.parts import Bodies
from audit.measure.duplication.tokens.signature import signatures

__all__ = (
    "NO_ROW",
    "Bodies",
    "Copies",
    "duplicates",
    "duplication_columns",
    "find_pairs",
    "keep",
    "preference",
    "signatures",
)
