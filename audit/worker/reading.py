"""Reading the inputs of a task in batches, the first step of both passes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from typing import Final

from audit.engine.serve import ReportPosition
from audit.engine.task import MANY, Item, Task
from audit.read.inputs import NOT_SCANNED, read_inputs
from audit.read.reader import Span
from audit.read.refusal import Refusal
from audit.read.release import read_release
from audit.read.walk import Entry
from audit.text.ids import container_of
from audit.worker.batch import Batch, Found
from audit.worker.cached.read_rows import ReadRows, load_rows
from audit.worker.job import Job

# Bytes of one input after which progress is reported before its end.
_REPORT_BYTES: Final = 1 << 18


def batches(job: Job, task: Task, report: ReportPosition, *, is_scan: bool = False) -> Iterator[Batch]:
    """Yield the inputs of a task in batches, in order, and report to the parent which one is being read.

    `is_scan` is that of audit.read.inputs.read_inputs: what the first pass reads is kept for the second one.
    """
    # A failed task is retried in pieces, the first of which has its name: only an equal number of inputs identifies it.
    file, kept = job.rows / f"{task.name}-{len(task.items)}", ReadRows(task.key[0])
    if file.is_file():
        found = _load_kept(job, task, file)
    else:
        found = (_read(job, item, is_scan=is_scan) for item in task.items)
    batch, numbers = Batch(), list[int]()

    def full() -> Iterator[Batch]:
        yield from _repaired_batch(batch, job, task, report)
        if is_scan and not job.moved:
            kept.keep(numbers, batch)

    for number, one in _with_numbers(found, report):
        batch.add(one)
        numbers.append(number)
        if batch.is_full:
            yield from full()
            batch, numbers = Batch(), []
            report(number, 0)
    if batch.rows:
        yield from full()
    kept.save(file)


def _repaired_batch(batch: Batch, job: Job, task: Task, report: ReportPosition) -> Iterator[Batch]:
    if len(task.items) > 1:
        report(MANY, 0)
    if job.repair:
        batch.repair()
    yield batch


def _with_numbers(found: Iterator[Iterator[Found]], report: ReportPosition) -> Iterator[tuple[int, Found]]:
    """Yield the content of each input, with the input's number."""
    # Progress of an input is reported with the next one, and of a long input repeatedly.
    read = number = 0
    for number, in_one in enumerate(found):
        report(number, read)
        read = 0
        for one in in_one:
            read += len(getattr(one, "raw", None) or b"")
            if read >= _REPORT_BYTES:
                report(number, read)
                read = 0
            yield number, one
    if read:
        report(number, read)


def _load_kept(job: Job, task: Task, file: Path) -> Iterator[Iterator[Found]]:
    """Yield the content of a task's inputs as kept by the first pass, reading those that it did not keep."""
    for number, rows in groupby(load_rows(file), itemgetter(0)):
        yield chain.from_iterable(
            _read(job, task.items[number], is_scan=False) if row.code == NOT_SCANNED else (row,) for _, row in rows
        )


def _read(job: Job, item: Item, *, is_scan: bool) -> Iterator[Found]:
    if job.kind == "release":
        return read_release(job.root, job.policy.input.extra)
    span = _span(item) if item.part else None
    return read_inputs(job.root, _entry(item), job.policy.input, span, is_scan=is_scan)


def _span(item: Item) -> Span:
    start, end, line, record, records, size, is_last = item.part
    return Span(start, end, line, record, records, size, is_last=bool(is_last))


def _entry(item: Item) -> Entry:
    id = (container_of(item.id) or item.id) if item.part else item.id
    return Entry(os.fsencode(item.path), id, Refusal(item.code, item.detail) if item.code else None)
