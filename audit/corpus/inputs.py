"""The map phase of a run: inputs go to the workers, part files come back in input order."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass, replace
from functools import cache
from heapq import merge
from itertools import chain, islice, starmap
from pathlib import Path
from typing import Final, TypeAlias

from audit.atomic import replacing
from audit.cores import usable_cores
from audit.engine.engine import Executor
from audit.engine.stages import Progress, enter_stage
from audit.engine.task import Item, Key, Lost, Task
from audit.ledger import QUARANTINE
from audit.policy import CONFIGURATION, WRITTEN_BY_INIT
from audit.read.compression import without_compression
from audit.read.reader import SPAN_BYTES
from audit.read.readers import is_data, spans_of
from audit.read.refusal import Refusal, refusal
from audit.read.walk import Entry, id_of, listed_entries, walk
from audit.release.storage.reading import refuse_links
from audit.remote.local_copies import listed_at, lost_below
from audit.tables import BLOCKS, DOCUMENTS
from audit.text.ids import record_id
from audit.worker.job import Job

# A task costs a worker as much as a hundred articles, whatever it holds, so inputs are grouped into this many tasks per
# core, of a size between these bounds; when there are too many inputs to count, into the largest.
_TASKS_A_CORE: Final = 2
_SMALLEST_TASK, _LARGEST_TASK = 128, 2048
# Maximum bytes of a task, apart from its last file, so that a dozen large files keep several cores busy.
_TASK_BYTES: Final = 8 << 20
# Files are split only up to this number of them; beyond it each worker has a whole one.
_MOST_DIVIDED: Final = 32
# Expansion factor of compressed text (zstd and gzip on news: 3 to 5).
_DENSITY: Final = 4
# Files that configure the check of a repository, besides audit.toml (some written by `audit init`).
_HOOKS: Final = frozenset({".pre-commit-config.yaml", ".gitlab-ci.yml"})
_HOSTS: Final = (".github/", ".gitlab/")
_LISTED: Final = "inputs.jsonl"

# An input and the approximate bytes to read for it; 0 if unknown.
_Sized: TypeAlias = tuple[Item, int]


@dataclass(frozen=True, slots=True)
class Part:
    """The part files of one batch (`stem`.documents.parquet and others), or one input that no worker survived."""

    stem: str
    found: int
    documents: int
    lost: Lost | None = None


def gather(job: Job, executor: Executor, progress: Progress, work: str = "") -> list[Part]:
    """Run the job over every input below its root and return its parts in input order.

    `work` names the pass: empty, or audit.worker.template_scan.SCAN. Raises UsageError if the root does not exist,
    DefectError if workers cannot start.
    """
    answers: dict[Key, list[Part]] = {}
    listed = _list_inputs(job)
    enter_stage("finding templates" if work else "reading", listed.read_bytes().count(b"\n"))
    for answer in executor.run(_tasks(_sized(job), work), progress):
        if isinstance(answer, Lost):
            answers[answer.key] = [Part("", 1, 0, answer)]
        else:
            found = answer.answer["parts"]
            answers[answer.key] = [Part(f"{answer.where}{p['stem']}", p["found"], p["documents"]) for p in found]
    return [part for key in sorted(answers) for part in answers[key]]


def lost_reason(lost: Lost) -> str:
    """Return what happened to an input that no worker survived, and what to do next."""
    return f"{lost.detail}; {QUARANTINE[lost.code]}"


def items_of(job: Job) -> Iterator[Item]:
    """Yield every input below the root of a job; all documents of a release are one input.

    They are listed once, into the job's folder, so that every pass sees the same inputs in the same order. Raises
    UsageError if links or pipes stand in place of a release's files.
    """
    return (item for item, _ in _sized(job))


def _sized(job: Job) -> Iterator[_Sized]:
    with _list_inputs(job).open(encoding="ascii") as lines:
        for line in lines:
            id, path, code, detail, part, size = json.loads(line)
            yield Item(id, path, code, detail, tuple(part)), size


def _list_inputs(job: Job) -> Path:
    """Return the file listing the inputs of a job, written at the first call."""
    listed = job.parts / _LISTED
    if not listed.exists():
        with replacing(listed) as file:
            inputs = _find_inputs(job)
            for item, size in starmap(_without_hosts, inputs) if _is_checked_here(job) else inputs:
                line = json.dumps([item.id, item.path, item.code, item.detail, item.part, size])
                file.write(line.encode("ascii") + b"\n")
    return listed


def _is_checked_here(job: Job) -> bool:
    """Return whether the input folder is one whose audit.toml configures this check, or another one."""
    ours = Path(CONFIGURATION)
    if not job.root.is_dir():
        return False
    is_ours = ours.is_file() and (job.root / CONFIGURATION).resolve() == ours.resolve()
    return is_ours or _is_written_by_init(job.root / CONFIGURATION)


def _is_written_by_init(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    mark = WRITTEN_BY_INIT.encode("ascii")
    try:
        with path.open("rb") as file:
            return file.read(len(mark)) == mark
    except OSError:
        return False


def _without_hosts(item: Item, size: int) -> _Sized:
    """Return the item, marked as not to be read if it configures a CI host."""
    if item.code or not (item.path in _HOOKS or item.path.startswith(_HOSTS)):
        return item, size
    detail = f"it contains settings; {QUARANTINE['configuration']}"
    return replace(item, code="configuration", detail=detail, part=()), 0


def _find_inputs(job: Job) -> Iterator[_Sized]:
    if job.kind == "release":
        tables = (job.root / table.name for table in (DOCUMENTS, BLOCKS))
        refuse_links(job.root, [file for folder in tables for file in sorted(folder.glob("*.parquet"))])
        yield Item(id="", path=""), 0
        return
    least = cache(lambda: _total(job.root) // _MOST_DIVIDED)
    ours = _own_files(job)
    there = walk(job.root) if job.only is None else listed_entries(job.only)
    for entry in merge(there, _lost(job.root), key=lambda entry: entry.path):
        refused = ours.get(entry.path) or _beside_data(job, entry) or entry.refusal
        path = os.fsdecode(entry.path)
        if refused is not None:
            yield Item(entry.id, path, refused.code, refused.detail), 0
        else:
            yield from _parts(job, entry, path, least)


def _lost(root: Path) -> Iterator[Entry]:
    """Yield the inputs missing from the copy of a URL, in order."""
    for name, reason in sorted(lost_below(root).items(), key=lambda item: os.fsencode(item[0])):
        path = os.fsencode(name)
        yield Entry(path, id_of(path), refusal("unfetched", reason))


def _total(root: Path) -> int:
    """Return the approximate number of bytes to read."""
    return sum(_size(root, os.fsdecode(entry.path)) for entry in walk(root) if entry.refusal is None)


def _parts(job: Job, entry: Entry, path: str, least: Callable[[], int]) -> Iterator[_Sized]:
    """Yield a file of records of at least `least` bytes as spans, named by their first records.

    Document boundaries and ids do not depend on the spans.
    """
    size = _size(job.root, path)
    # A file that was named itself is all there is; below it there is nothing to have a size.
    is_large = size >= least() if size >= SPAN_BYTES else not size and job.root.is_file()
    # Where to cut is seen in the file, which executors read.
    is_large = is_large and listed_at(job.root) is None
    spans = spans_of(job.root, entry.path, job.policy.input) if is_large else ()
    for span in spans:
        yield Item(record_id(entry.id, span.record), path, part=astuple(span)), span.end - span.start
    if not spans:
        yield Item(entry.id, path), size


def _beside_data(job: Job, entry: Entry) -> Refusal | None:
    """Return the refusal of cards and other files beside the data of a dataset folder."""
    if job.kind != "dataset" or is_data(os.fsdecode(entry.path)):
        return None
    return Refusal("beside-the-data", f"it is not a data file; {QUARANTINE['beside-the-data']}")


def _own_files(job: Job) -> dict[bytes, Refusal]:
    """Return, by path, refusals of configurations and of the run's own baseline that lie in its input."""
    if not job.root.is_dir():
        return {}
    root, ours = job.root.resolve(), {CONFIGURATION: "it holds settings"}
    if job.policy.gate.baseline is not None:
        ours[job.policy.gate.baseline] = "it holds known findings"
    if _is_written_by_init(job.root / CONFIGURATION):
        ours[str(root / CONFIGURATION)] = "it holds settings"
    reasons = {Path(name).resolve(): reason for name, reason in ours.items()}
    return {
        os.fsencode(path.relative_to(root)): Refusal("configuration", f"{reason}; {QUARANTINE['configuration']}")
        for path, reason in reasons.items()
        if path.is_relative_to(root)
    }


def _size(root: Path, path: str) -> int:
    """Return the approximate bytes to read for the file at a path below the root; 0 if unknown."""
    try:
        size = os.lstat(os.path.join(root, path)).st_size  # noqa: PTH118 bytes that are no UTF-8
    except OSError:
        return 0
    return size * _DENSITY if without_compression(path) != path.lower() else size


def _tasks(items: Iterator[_Sized], work: str) -> Iterator[Task]:
    """Yield the items grouped into tasks, identically in every pass over a corpus."""
    wanted = _TASKS_A_CORE * usable_cores()
    ahead = list(islice(items, wanted * _LARGEST_TASK))
    most = max(_SMALLEST_TASK, -(-len(ahead) // wanted))
    most_bytes = min(_TASK_BYTES, max(SPAN_BYTES, -(-sum(size for _, size in ahead) // wanted)))
    number, items_of_task, bytes_of_task = 0, list[Item](), 0
    for item, size in chain(ahead, items):
        items_of_task.append(item)
        bytes_of_task += size
        if len(items_of_task) == most or bytes_of_task >= most_bytes:
            yield Task((number, 0), tuple(items_of_task), work=work)
            number, items_of_task, bytes_of_task = number + 1, [], 0
    if items_of_task:
        yield Task((number, 0), tuple(items_of_task), work=work)


def path_of(parts: Path, part: Part, name: str) -> Path:
    """Return the file with a part's rows of one table."""
    return parts / f"{part.stem}.{name}.parquet"
