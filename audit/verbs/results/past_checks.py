"""Reuse of an earlier check's report and findings while none of the bytes it read has changed."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from audit.cache.canonical import key_of
from audit.cache.pack import BROKEN, Pack
from audit.cache.store import NOT_FOUND, PackStore
from audit.corpus.corpus_audit import CorpusAudit
from audit.corpus.input_kind import Target
from audit.corpus.inputs import items_of
from audit.policy import as_plain
from audit.read.open import open_file
from audit.read.refusal import RefusedInputError
from audit.tables import FINDINGS
from audit.verbs.results.tables import put_table
from audit.worker.job import Job

# Findings files above this size, in bytes, are not kept: they would have to pass through memory.
_LARGEST: Final = 64 << 20


class PastChecks:
    """The stored checks of one target."""

    def __init__(self, job: Job, read_as: Target) -> None:
        assert job.cache is not None  # noqa: S101 the caller asked
        self._job, self._read_as = job, read_as
        self._store = PackStore(job.cache)
        self._key = self._state()

    def find(self, findings: Path) -> dict[str, Any] | None:
        """Return the report of the same check and write its findings into the file; None if there is none."""
        if self._key is None:
            return None
        spots = self._store.find([self._key])
        number, row = int(spots.packs[0]), int(spots.rows[0])
        pack = self._store.pack(number) if number != NOT_FOUND else None
        if pack is None or pack.keys[row] != self._key:
            return None
        try:
            report: dict[str, Any] = json.loads(pack.tables["report"]["json"][0].as_py())
            put_table(findings.parent, FINDINGS, [pack.tables[FINDINGS.name]])
        except BROKEN:
            return None
        # Rendered as stored: a JSON round trip would change some values.
        return report | {"policy": as_plain(self._job.policy)}

    def keep(self, found: CorpusAudit, report: Mapping[str, Any], findings: Path) -> None:
        """Store a check, unless its input changed meanwhile or a worker was lost."""
        is_sound = all(part.lost is None for part in found.corpus.parts)
        if self._key is None or not is_sound or findings.stat().st_size > _LARGEST or self._state() != self._key:
            return
        tables = {"report": pa.table({"json": [json.dumps(report)]}), FINDINGS.name: pq.read_table(findings)}
        self._store.put(Pack((self._key,), tables))

    def _state(self) -> bytes | None:
        """Return the key of everything the check depends on; None if a file cannot be read."""
        job, read_as = self._job, self._read_as
        digest = sha256()
        at = None
        try:
            for item in items_of(job):
                # The parts of a large file are listed consecutively.
                digest.update(key_of(item, b"" if item.code or item.path == at else _digest(job.root, item.path)))
                at = item.path
        except (RefusedInputError, OSError):
            return None
        assert job.cache is not None  # noqa: S101 as above
        return key_of(
            "check", job.cache.program, job.policy, job.only, str(job.root), read_as.kind, read_as.why, digest.digest()
        )


def _digest(root: Path, path: str) -> bytes:
    digest = sha256()
    with open_file(root, os.fsencode(path)) as source:
        for piece in source.chunks():
            digest.update(piece)
    return digest.digest()
