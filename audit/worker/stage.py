"""The work of a worker: read inputs, parse and measure them, and write part files.

Only counts and file names pass between processes, never texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa
from numpy.typing import NDArray

from audit.engine.serve import ReportPosition, Work, serve, writing_part_file
from audit.engine.task import Task
from audit.measure.document_language import LANGUAGE, whole_texts
from audit.measure.duplication.tokens.signature import signatures
from audit.measure.measure import Measured, ParsedBatch
from audit.measure.measures import MEASURES, OF_A_BATCH
from audit.measure.paraphrase.gaps import gaps
from audit.parser.documents import parse
from audit.parser.templates.template_lines import Repeats
from audit.parser.verbatim import parse_verbatim
from audit.policy import Policy
from audit.tables import DOCUMENTS, READ_LEDGER, RECORD_LINES, columns_of
from audit.worker.batch import Batch, Row, places_in, readings, texts
from audit.worker.cached.document_cache import DocumentCache
from audit.worker.job import SCAN, Job, read_job
from audit.worker.parts.extra_part import EXTRA, extra_table
from audit.worker.parts.found_items import ITEMS, SoughtItems
from audit.worker.parts.places import Placed, places_table, write_part
from audit.worker.reading import batches
from audit.worker.record_fields import merge_record_fields
from audit.worker.template_scan import scan


def main(argv: list[str]) -> None:
    """Serve the parent that wrote the job file `argv[0]`."""
    serve(lambda: work_of(read_job(argv[0])))


def work_of(job: Job) -> Work:
    """Return the work function for tasks of the job, of either pass."""

    @cache
    def document_cache() -> DocumentCache | None:
        # Built once the first pass has written the table of repeats.
        return DocumentCache(job.cache, job.policy, _repeats(job.repeats)) if job.cache and job.measures else None

    def work(task: Task, report: ReportPosition) -> dict[str, Any]:
        if task.work == SCAN:
            return scan(job, task, report)
        return _Stage(job, _repeats(job.repeats), document_cache(), task, report).run()

    return work


# The cache of lines lives for one run, not for the life of the process.
@lru_cache(maxsize=1)
def _repeats(folder: Path) -> Repeats:
    """Return the result of the first pass, if there was one."""
    return Repeats.load(folder) if folder.is_dir() else Repeats.none()


@lru_cache(maxsize=1)
def _items(folder: Path) -> SoughtItems | None:
    """Return the benchmark items to search for, if any."""
    return SoughtItems.load(folder) if folder.is_dir() else None


class _Stage:
    """One task in progress."""

    def __init__(
        self, job: Job, repeats: Repeats, known: DocumentCache | None, task: Task, report: ReportPosition
    ) -> None:
        self.job, self.repeats, self.known, self.task, self.tell = job, repeats, known, task, report
        self.parts: list[dict[str, Any]] = []

    def run(self) -> dict[str, Any]:
        for batch in batches(self.job, self.task, self.tell):
            self._flush(batch)
        return {"parts": self.parts, "rows": sum(part["found"] for part in self.parts)}

    def _flush(self, batch: Batch) -> None:
        stem = f"{self.task.name}.{len(self.parts):06d}"
        rows = batch.documents
        if rows:
            for name, table in self._tables(rows).items():
                self._write(stem, name, table)
        self._write(stem, "ledger", _ledger(batch.rows))
        self.parts.append({"stem": stem, "found": len(batch.rows), "documents": len(rows)})

    def _tables(self, rows: list[Row]) -> Mapping[str, pa.Table]:
        job, repeats = self.job, self.repeats
        if not job.measures:
            return _parse(job, rows, repeats)
        found = self.known.tables(rows, self._measured) if self.known else self._measured(rows)
        return {**found, "record_lines": _record_lines(rows), **_extra(job, rows), **self._with_items(rows, found)}

    def _with_items(self, rows: list[Row], found: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
        items = _items(self.job.items)
        if items is None:
            return {}
        table, placed = items.found_in(rows)
        return {ITEMS: table, "places": pa.concat_tables([found["places"], places_table(placed)])}

    def _measured(self, rows: list[Row]) -> dict[str, pa.Table]:
        return _measured(self.job.policy, rows, self.repeats)

    def _write(self, stem: str, name: str, table: pa.Table) -> None:
        with writing_part_file(self.job.parts):
            write_part(self.job.parts / f"{stem}.{name}.parquet", table)


def _parse(job: Job, rows: list[Row], repeats: Repeats) -> dict[str, pa.Table]:
    batch = parsed_batch(job.policy, rows, repeats)
    if job.signed:
        return {"documents": batch.documents, "signatures": signatures(batch.documents, batch.blocks)}
    documents = _with_language(batch.documents, LANGUAGE.of(batch))
    return {"documents": documents, "blocks": batch.blocks, **_extra(job, rows)}


def _measured(policy: Policy, rows: list[Row], repeats: Repeats) -> dict[str, pa.Table]:
    """Return all tables of documents, each computed from its own row and from what it shares with other documents."""
    batch = parsed_batch(policy, rows, repeats)
    documents, blocks = batch.documents, batch.blocks
    found = {measure.name: measure.of(batch) for measure in OF_A_BATCH}
    columns = {name: column for one in found.values() for name, column in columns_of(one.columns).items()}
    return {
        "documents": _with_language(documents, found[LANGUAGE.name]),
        "blocks": blocks,
        "measures": MEASURES.only("id", *columns).build(id=documents["id"], **columns),
        "keys": block_keys(batch.owners, batch.keys, blocks["boilerplate"]),
        "places": places_table(_places(rows, list(found.values()))),
        "signatures": signatures(documents, blocks),
        **(_retelling(rows, batch) if policy.spun.suspects else {}),
    }


def _extra(job: Job, rows: list[Row]) -> dict[str, pa.Table]:
    paths = job.policy.input.extra
    return {EXTRA: extra_table(rows, paths)} if paths else {}


def parsed_batch(policy: Policy, rows: list[Row], repeats: Repeats) -> ParsedBatch:
    """Return the parsed documents of a batch, with the fields that their records state, ready to be measured."""
    table = texts(rows)
    found = parse(table, repeats) if policy.parser.parse else parse_verbatim(table)
    parsed = merge_record_fields(rows, found, policy.input.prefer)
    return ParsedBatch(
        table, parsed.documents, parsed.blocks, readings(rows), policy, parsed.contradictions, found.keys
    )


def _retelling(rows: list[Row], batch: ParsedBatch) -> dict[str, pa.Table]:
    # Imported here because it imports numba, which `audit parse` does not need.
    from audit.measure.paraphrase.anchors import paraphrase_keys

    starts = pa.array([row.start for row in rows], pa.int64())
    between = gaps(batch.once(whole_texts), batch.blocks, batch.owners)
    return {"retelling": paraphrase_keys(batch.documents), "gaps": between.append_column("start", starts)}


def _with_language(documents: pa.Table, found: Measured) -> pa.Table:
    return DOCUMENTS.build(**columns_of(documents), language=found.columns["language"])


def _places(rows: list[Row], found: Sequence[Measured]) -> Iterator[Placed]:
    for number, row in enumerate(rows):
        yield from places_in(number, row, [place for one in found for place in one.places[number]])


def _record_lines(rows: list[Row]) -> pa.Table:
    records = [(number, row.line) for number, row in enumerate(rows) if row.line]
    return RECORD_LINES.build(row=[number for number, _ in records], line=[line for _, line in records])


def _ledger(rows: list[Row]) -> pa.Table:
    return READ_LEDGER.build(
        id=[row.id for row in rows],
        path=[row.path for row in rows],
        bytes=[row.size for row in rows],
        sha256=[row.sha256 for row in rows],
        code=[row.code for row in rows],
        detail=[row.detail for row in rows],
        is_document=[row.decoded is not None for row in rows],
        of_container=[row.of_container for row in rows],
    )


def block_keys(owners: NDArray[np.int64], keys: NDArray[np.uint64], flagged: pa.ChunkedArray) -> pa.Table:
    """Return the distinct block keys of each document of a part; `flagged` masks the boilerplate blocks.

    `owners` are the documents' rows in the part, `keys` the blocks' line keys. Columns: row (of the document), key, at
    (the first such block in the part), flagged (whether all are).
    """
    columns = {"row": owners.astype(np.uint32), "key": keys, "flagged": pl.Series(flagged)}
    frame = pl.DataFrame(columns).with_row_index("at")
    once = frame.group_by("row", "key", maintain_order=True).agg(pl.col("at").first(), pl.col("flagged").all())
    return once.to_arrow()
