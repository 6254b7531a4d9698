"""The first pass in a worker: the lines of each document, and its marks for comparison."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import numpy as np

from audit.engine.serve import ReportPosition, writing_part_file
from audit.engine.task import Task
from audit.parser.shown import as_shown
from audit.parser.templates.sketches import marks
from audit.parser.templates.template_lines import line_keys, source_keys, source_of
from audit.parser.templates.template_table import outline, sightings
from audit.worker.batch import Row
from audit.worker.job import SCAN, Job
from audit.worker.reading import batches

# The records in a part's files: entries of documents, both numbered from 0 within the part.
SIGHTING: Final = np.dtype([("key", "<u8"), ("document", "<u4")])
MARK: Final = np.dtype([("key", "<u8"), ("line", "<u8"), ("document", "<u4"), ("is_slot", "?")])
DOCUMENT: Final = np.dtype([("source", "<u8"), ("total", "<i8")])


def scan(job: Job, task: Task, report: ReportPosition) -> dict[str, Any]:
    """Write the part files of a task's inputs, and return their names."""
    parts: list[dict[str, Any]] = []
    for batch in batches(job, task, report, is_scan=True):
        rows = batch.documents
        stem = f"{SCAN}/{task.name}.{len(parts):06d}"
        _write(job.parts, stem, rows)
        parts.append({"stem": stem, "found": len(batch.rows), "documents": len(rows)})
    return {"parts": parts, "rows": sum(part["found"] for part in parts)}


def _write(folder: Path, stem: str, rows: list[Row]) -> None:
    lines = outline(as_shown([row.decoded.text for row in rows if row.decoded]).texts)
    sources = [source_of(row.id) for row in rows]
    keys = line_keys(lines)
    seen, known = sightings(lines, keys, sources), marks(lines, keys, sources)
    columns: dict[str, tuple[np.dtype[Any], tuple[Any, ...]]] = {
        "sightings": (SIGHTING, (seen.keys, seen.documents)),
        "marks": (MARK, (known.keys, known.lines, known.documents, known.is_slot)),
        "documents": (DOCUMENT, (source_keys(sources), known.totals)),
    }
    for name, (kind, fields) in columns.items():
        with writing_part_file(folder):
            # numpy's own writer hides the cause of a failed write.
            (folder / f"{stem}.{name}").write_bytes(records(kind, *fields).view(np.uint8).data)


def records(kind: np.dtype[Any], *fields: Any) -> Any:  # noqa: ANN401 numpy's records have no types
    """Return a structured array made of its fields."""
    made = np.empty(len(fields[0]), kind)
    for name, field in zip(kind.names or (), fields, strict=True):
        made[name] = field
    return made
