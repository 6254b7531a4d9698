"""The worker of the belt: reads inputs, parses and measures them, and writes its own part files.

Texts never travel between processes; counts and file names do.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from audit.engine.serve import Tell, Work, serve, writing
from audit.engine.task import Task
from audit.finding import Place, subject
from audit.measure.boilerplate import boilerplate
from audit.measure.duplication import signatures
from audit.measure.encoding.characters import encoding
from audit.measure.fields import fields
from audit.measure.language.columns import language
from audit.measure.paraphrase.gaps import gaps
from audit.measure.spun.signs import spun
from audit.parser import parse
from audit.parser.templates.template_lines import Repeats
from audit.worker.batch import Batch, Row, bytes_of, reader_facts, reader_places, texts
from audit.worker.block_keys import block_keys
from audit.worker.job import Job, read_job
from audit.worker.reading import batches
from audit.worker.template_scan import SCAN, scan

PLACES: Final = pa.schema(
    [
        ("row", pa.int32()),
        ("fact", pa.string()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("byte_start", pa.int64()),
        ("byte_end", pa.int64()),
        ("evidence", pa.string()),
        ("content", pa.string()),
    ]
)
# Part files live for one run: speed counts, size does not.
_COMPRESSION: Final = "lz4"


def main(argv: list[str]) -> None:
    """Serve the parent that wrote the job file `argv[0]`."""
    serve(lambda: _work(read_job(argv[0])))


def _work(job: Job) -> Work:
    def work(task: Task, tell: Tell) -> dict[str, Any]:
        return scan(job, task, tell) if task.work == SCAN else _Stage(job, _repeats(job.repeats), task, tell).run()

    return work


@cache
def _repeats(folder: Path) -> Repeats:
    """Return what the first pass found out, if there was one."""
    return Repeats.load(folder) if folder.is_dir() else Repeats.none()


class _Stage:
    """One task on its way through the belt."""

    def __init__(self, job: Job, repeats: Repeats, task: Task, tell: Tell) -> None:
        self.job, self.repeats, self.task, self.tell = job, repeats, task, tell
        self.parts: list[dict[str, Any]] = []

    def run(self) -> dict[str, Any]:
        for batch in batches(self.job, self.task, self.tell):
            self._flush(batch)
        return {"parts": self.parts}

    def _flush(self, batch: Batch) -> None:
        stem = f"{self.task.name}.{len(self.parts):06d}"
        rows = batch.documents
        if rows:
            tables = (
                _measured(self.job, rows, self.repeats) if self.job.measures else _parsed(self.job, rows, self.repeats)
            )
            for name, table in tables.items():
                self._write(stem, name, table)
        self._write(stem, "ledger", _ledger(batch.rows))
        self.parts.append({"stem": stem, "found": len(batch.rows), "documents": len(rows)})

    def _write(self, stem: str, name: str, table: pa.Table) -> None:
        # Signatures are hashes, no two the same: looking for the same ones takes twice the time of writing them.
        is_text = name != "signatures"
        path = self.job.parts / f"{stem}.{name}.parquet"
        with writing("a part file"):
            pq.write_table(table, path, compression=_COMPRESSION, use_dictionary=is_text, write_statistics=is_text)


def _parsed(job: Job, rows: list[Row], repeats: Repeats) -> dict[str, pa.Table]:
    table = texts(rows)
    parsed = parse(table, repeats)
    if job.signed:
        return {"documents": parsed.documents, "signatures": signatures(parsed.documents, parsed.blocks)}
    tongue = language(table, parsed.documents, parsed.blocks, engine=job.policy.language.engine)
    return {"documents": _with_language(parsed.documents, tongue.columns), "blocks": parsed.blocks}


def _measured(job: Job, rows: list[Row], repeats: Repeats) -> dict[str, pa.Table]:
    table = texts(rows)
    parsed = parse(table, repeats)
    documents, blocks = parsed.documents, parsed.blocks
    tongue = language(table, documents, blocks, job.policy.languages, job.policy.language.engine)
    measured = (
        encoding(table),
        tongue,
        fields(table, documents, blocks),
        boilerplate(table, documents, blocks),
        spun(table, blocks),
    )
    columns = reader_facts(rows)
    for one in measured:
        columns |= dict(zip(one.columns.column_names, one.columns.columns, strict=True))
    places = [[*reader_places(row), *(p for one in measured for p in one.places[n])] for n, row in enumerate(rows)]
    return {
        "documents": _with_language(documents, tongue.columns),
        "blocks": blocks,
        "measures": pa.table(columns),
        "keys": block_keys(documents["id"], blocks),
        "places": _places(rows, places),
        "signatures": signatures(documents, blocks),
        **(_retelling(table, documents, blocks) if job.policy.spun.suspects else {}),
    }


def _retelling(table: pa.Table, documents: pa.Table, blocks: pa.Table) -> dict[str, pa.Table]:
    # Here, because it brings numba along, which `audit parse` does without.
    from audit.measure.paraphrase.anchors import retelling_keys

    return {"retelling": retelling_keys(documents), "gaps": gaps(table, blocks)}


def _with_language(documents: pa.Table, columns: pa.Table) -> pa.Table:
    return documents.append_column("language", columns["language"])


def _places(rows: list[Row], places: list[list[Place]]) -> pa.Table:
    found = [
        (n, place.fact, place.start, place.end, *at, place.evidence, _subject(row, place))
        for n, row in enumerate(rows)
        for place, at in zip(places[n], bytes_of(row, places[n]), strict=True)
    ]
    columns = zip(*found, strict=True) if found else [()] * len(PLACES)
    return pa.table([pa.array(c, f.type) for c, f in zip(columns, PLACES, strict=True)], schema=PLACES)


def _subject(row: Row, place: Place) -> str:
    return subject(row.decoded.text if row.decoded else "", place.start, place.end)


def _ledger(rows: list[Row]) -> pa.Table:
    def column(name: str, kind: pa.DataType) -> pa.Array:
        return pa.array([getattr(r, name) for r in rows], kind)

    return pa.table(
        {
            "id": column("id", pa.string()),
            "path": column("path", pa.string()),
            "bytes": column("size", pa.int64()),
            "sha256": column("sha256", pa.string()),
            "code": column("code", pa.string()),
            "detail": column("detail", pa.string()),
            "is_document": pa.array([r.decoded is not None for r in rows], pa.bool_()),
        }
    )
