"""Reading the inputs of a task in batches, the first step of both passes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Final

from audit.engine.serve import Tell
from audit.engine.task import MANY, Item, Task
from audit.read.inputs import Input, Refused, read_inputs
from audit.read.reader import Span
from audit.read.refusal import Refusal
from audit.read.release import read_release
from audit.read.walk import Entry
from audit.text.ids import container_of
from audit.worker.batch import Batch
from audit.worker.job import Job
from audit.worker.kept.decodings import Decodings

# Bytes of one input after which progress is reported before its end.
_TOLD_BYTES: Final = 1 << 18


def batches(job: Job, task: Task, tell: Tell, *, is_scan: bool = False) -> Iterator[Batch]:
    """Yield the inputs of a task in batches, in order, and report to the parent which one is being read.

    `is_scan` is that of audit.read.inputs.read_inputs.
    """
    file = job.decoded / task.name
    decodings = Decodings.to_keep() if is_scan and not job.moved else Decodings.load(file)
    batch = Batch(decodings)
    for number, found in _inputs(job, task, tell, is_scan=is_scan):
        batch.add(found)
        if batch.is_full:
            yield from _at_once(batch, job, task, tell)
            batch = Batch(decodings)
            tell(number, 0)
    if batch.rows:
        yield from _at_once(batch, job, task, tell)
    if is_scan:
        decodings.save(file)


def _at_once(batch: Batch, job: Job, task: Task, tell: Tell) -> Iterator[Batch]:
    if len(task.items) > 1:
        tell(MANY, 0)
    if job.repair:
        batch.repair()
    yield batch


def _inputs(job: Job, task: Task, tell: Tell, *, is_scan: bool) -> Iterator[tuple[int, Input | Refused]]:
    # Reports are combined, since each one wakes the parent: with the next input, and from time to time within a long
    # one.
    read = 0
    for number, item in enumerate(task.items):
        tell(number, read)
        read = 0
        for found in _read(job, item, is_scan=is_scan):
            if isinstance(found, Input):
                read += len(found.raw)
                if read >= _TOLD_BYTES:
                    tell(number, read)
                    read = 0
            yield number, found
    if read:
        tell(len(task.items) - 1, read)


def _read(job: Job, item: Item, *, is_scan: bool) -> Iterator[Input | Refused]:
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
