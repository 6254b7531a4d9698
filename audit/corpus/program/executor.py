"""The workers of a job: the job as a program of the engine in use, possibly on other machines."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final

from audit.cache.canonical import key_of
from audit.engine.engine import Executor, Portable, Program
from audit.engine.engines import current_engine
from audit.engine.serve import Work
from audit.engine.task import Item
from audit.errors import UsageError
from audit.policy import EngineSettings
from audit.read.open import Source, open_file
from audit.read.refusal import RefusedInputError
from audit.remote.local_copies import listed_at
from audit.worker.job import SERVER, Job, scanned

# Head and tail of a file read in spans belong to every span: headers, indexes.
_ENDS: Final = 1 << 20


def executor_of(job: Job, workers: int | None) -> Executor:
    """Return an executor with this many workers for the job; the default is the number of cores.

    Raises UsageError if the number is invalid or the engine is unknown.
    """
    if workers is not None and workers < 1:
        raise UsageError(f"the number of workers must be 1 or more, not {workers}")
    return current_engine().executor(_program(job), workers)


def _program(job: Job) -> Program:
    tasks = job.parts / "tasks"
    tasks.mkdir(exist_ok=True)
    moved, reads, url = partial(_moved, job), (job.repeats.name,), listed_at(job.root)
    portable = Portable(job.root.absolute(), job.parts, moved, reads, _key(job), _content_of, url)
    return Program(job.write(), lambda: _work_of(job), tasks, portable, SERVER)


def _moved(job: Job, root: Path, parts: Path) -> Program:
    """Return the program of a job reading `root` and writing into the folder `parts`, which is created."""
    moved = replace(job, root=root, parts=parts, cache=None, moved=True)
    scanned(moved).mkdir(exist_ok=True)
    return _program(moved)


def _key(job: Job) -> bytes:
    """Return the key of all that an input's part files depend on besides the input and the table of template lines."""
    return key_of(job.kind, job.measures, job.repair, job.signed, replace(job.policy, engine=EngineSettings()))


def _work_of(job: Job) -> Work:
    # Imported here: reading, parsing and measuring are not needed in the parent of workers.
    from audit.worker.stage import work_of

    return work_of(job)


def _content_of(root: Path, items: Sequence[Item]) -> str:
    """Return a digest of the bytes these inputs are read from; an unreadable one contributes its refusal.

    The single input of a release, which has no path, stands for all its files.
    """
    digest = sha256()
    for item in items:
        digest.update(key_of(item.code))
        paths = [item.path] if item.path else sorted(_below(root))
        for path in () if item.code else paths:
            digest.update(key_of(path) + _digest(root, path, item.part))
    return digest.hexdigest()


def _below(root: Path) -> Iterator[str]:
    return (str(file.relative_to(root)) for file in root.rglob("*.parquet"))


def _digest(root: Path, path: str, part: tuple[int, ...]) -> bytes:
    digest = sha256()
    try:
        with open_file(root, os.fsencode(path)) as source:
            for piece in _pieces(source, part):
                digest.update(piece)
            return digest.digest()
    except RefusedInputError as error:
        return error.refusal.code.encode("ascii")


def _pieces(source: Source, part: tuple[int, ...]) -> Iterator[bytes]:
    if not part:
        yield from source.chunks()
        return
    start, end, *_ = part
    for first, last in ((0, min(_ENDS, start)), (start, end), (max(end, source.size - _ENDS), source.size)):
        if first < last:
            yield from source.between(first, last)
