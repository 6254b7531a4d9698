"""The worker of the first, quick pass: what lines documents hold, and what they are compared by.

Started as `python -m audit.pipeline.scan JOB`. It knows nothing of parsing and measuring, so that it starts at once.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any, Final

import numpy as np

from audit.engine.serve import Tell, Work, serve
from audit.engine.task import Item, Task
from audit.parser.crawls import marks
from audit.parser.recurrence import outline, sightings
from audit.parser.repeats import source_keys, source_of
from audit.pipeline.batch import Row
from audit.pipeline.job import Job, read_job
from audit.pipeline.reading import batches
from audit.pipeline.slim import end, without_pandas
from audit.read.compressed import without_compression
from audit.read.html import SUFFIXES

# The records of a part's files: what stands in which document, both numbered from 0 in each part.
SIGHTING: Final = np.dtype([("key", "<u8"), ("document", "<u4")])
MARK: Final = np.dtype([("key", "<u8"), ("line", "<u8"), ("document", "<u4")])
DOCUMENT: Final = np.dtype([("source", "<u8"), ("total", "<i8")])


def main(argv: list[str]) -> None:
    """Serve the parent that wrote the job file `argv[0]`."""
    serve(lambda: _work(read_job(argv[0])))


def _work(job: Job) -> Work:
    def work(task: Task, tell: Tell) -> dict[str, Any]:
        parts: list[dict[str, Any]] = []
        for batch in batches(job, replace(task, items=tuple(map(_wanted, task.items))), tell):
            rows = batch.documents
            stem = f"{task.name}.{len(parts):06d}"
            _write(job, stem, rows)
            parts.append({"stem": stem, "found": len(batch.rows), "documents": len(rows)})
        return {"parts": parts}

    return work


def _wanted(item: Item) -> Item:
    """Return the item, with a code that keeps a page of HTML closed: its furniture is taken off on reading, slowly."""
    is_page = without_compression(item.path.lower()).endswith(SUFFIXES)
    return replace(item, code="html", detail="not looked at") if is_page else item


def _write(job: Job, stem: str, rows: list[Row]) -> None:
    lines = outline([row.decoded.text for row in rows if row.decoded])
    sources = [source_of(row.id) for row in rows]
    seen, known = sightings(lines, sources), marks(lines, sources)
    columns: dict[str, tuple[np.dtype[Any], tuple[Any, ...]]] = {
        "sightings": (SIGHTING, (seen.keys, seen.documents)),
        "marks": (MARK, (known.keys, known.lines, known.documents)),
        "documents": (DOCUMENT, (source_keys(sources), known.totals)),
    }
    for name, (kind, fields) in columns.items():
        records(kind, *fields).tofile(job.parts / f"{stem}.{name}")


def records(kind: np.dtype[Any], *fields: Any) -> Any:  # noqa: ANN401 numpy's records have no types
    """Return an array of records made of its fields."""
    made = np.empty(len(fields[0]), kind)
    for name, field in zip(kind.names or (), fields, strict=True):
        made[name] = field
    return made


if __name__ == "__main__":
    without_pandas()
    main(sys.argv[1:])
    end()
