"""Facts about records: how much of what one states about itself its own text contradicts."""

from __future__ import annotations

from typing import Final

from audit.measure.measured import Measure, Measured, ParsedBatch
from audit.tables.table import must


def _measure(batch: ParsedBatch) -> Measured:
    """Return what was found when the records' statements were taken over: afterwards the two can no more be told."""
    if batch.contradictions is not None:
        return batch.contradictions
    rows = len(batch.texts)
    return Measured(CONTRADICTIONS.table.build(record_contradictions=[0] * rows), [()] * rows)


CONTRADICTIONS: Final = Measure(
    "contradictions",
    (
        must(
            "record_contradictions",
            "int32",
            "fields (title, source, date, author) that the record states otherwise than its text; fields",
        ),
    ),
    _measure,
)
