"""Contradictions between the fields a record states and its text."""

from __future__ import annotations

from typing import Final

from audit.measure.measure import Measure, Measured, ParsedBatch
from audit.tables.table import required


def _measure(batch: ParsedBatch) -> Measured:
    """Return what was found when the records' fields were merged; the sources cannot be told apart afterwards."""
    if batch.contradictions is not None:
        return batch.contradictions
    rows = len(batch.texts)
    return Measured(CONTRADICTIONS.table.build(record_contradictions=[0] * rows), [()] * rows)


CONTRADICTIONS: Final = Measure(
    "contradictions",
    (
        required(
            "record_contradictions",
            "int32",
            "fields (title, source, date, author) in which the record and its text disagree; fields",
        ),
    ),
    _measure,
)
