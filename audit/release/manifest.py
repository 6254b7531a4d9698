"""manifest.json: what a release holds, file by file, and where it comes from.

It has one spelling, and carries the checksum of what it says, as the last block of a git index does: bytes that changed
by accident are told from those that were written, wherever the release was moved to. A checksum holds off nobody who
means it; that the manifest is the one that was released is said by the card of all versions, and by the next release.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from audit.differences.law import Level
from audit.errors import DefectError
from audit.release.version import Name, Version
from audit.tables import Column
from audit.text.visible import safe_json
from audit.untrusted import Digest, RelativePath

MANIFEST: Final = "manifest.json"
# The tables that are the dataset; the others are evidence about it.
DATASET: Final = ("documents", "blocks")
# What was decided and on what grounds, in audit/NAME.json.
JUDGEMENTS: Final = ("report", "expectations", "validation")
# The suite on the corpus: a release holds it where it holds the table that it judges.
OF_METRICS: Final = "expectations_metrics"
# Releases made before it was introduced have none.
CHECKSUM: Final = "checksum"
# Not said by a first version, nor by those released before versions were compared.
CHANGES: Final = "changes"
# Not said while it is 0: the columns that came after the first version of the schema.
MINOR: Final = "schema_minor"
# Not said where there are none: the columns of documents that came along from records.
EXTRA: Final = "extra"


@dataclass(frozen=True, slots=True)
class Content:
    """A table's rows, the size of its values (bytes, before encoding and compression) and its content digest."""

    rows: int
    bytes: int
    sha256: Digest


@dataclass(frozen=True, slots=True)
class File:
    """A file of the release: POSIX path below its folder, size in bytes, digest of the bytes."""

    path: RelativePath
    bytes: int
    sha256: Digest


@dataclass(frozen=True, slots=True)
class Parent:
    """The release before this one, named by the digest of its manifest."""

    version: Version
    manifest_sha256: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionChanges:
    """What is different from the parent: the bump that it demands, why, and documents by what became of them."""

    bump: Level
    reasons: tuple[str, ...]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Substance:
    """What a release holds apart from its name, its number and its files.

    `tables` holds all of them by name, `judgements` the digests of report, expectations and validation. The schema's
    version is that of a number of columns added since: readers of the same major version may pass them over. `extra`
    are the columns that documents have beside those of the schema.
    """

    schema_version: int
    schema_minor: int = 0
    tables: Mapping[str, Content]
    judgements: Mapping[str, Digest]
    parameters: Mapping[str, Any]
    extra: tuple[Column, ...] = ()

    @property
    def dataset(self) -> tuple[str, ...]:
        """Return the content digests of the tables that are the dataset."""
        return tuple(self.tables[name].sha256 for name in DATASET)

    @property
    def judged_by(self) -> tuple[str, ...]:
        """Return the names of the judgements that a release with these tables holds."""
        return (*JUDGEMENTS, OF_METRICS) if "metrics" in self.tables else JUDGEMENTS

    @property
    def identity(self) -> str:
        """Return a digest of all of it: equal where a new release would say nothing new."""
        tables = {name: content.sha256 for name, content in self.tables.items()}
        whole = [self.schema_version, tables, dict(self.judgements), self.parameters]
        return sha256(canonical_json(whole)).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The contents of manifest.json. `counts` are the ledger's: found, then one number for each state."""

    name: Name
    version: Version
    parent: Parent | None
    substance: Substance
    counts: Mapping[str, int]
    tool: Mapping[str, Any]
    files: tuple[File, ...]
    changes: VersionChanges | None = None

    def file(self, path: str) -> File | None:
        """Return what it says about the file at `path`, or None."""
        return next((file for file in self.files if file.path == path), None)

    def as_json(self) -> bytes:
        """Return the canonical bytes of manifest.json."""
        said = self._said()
        return canonical_json({**said, CHECKSUM: sha256(canonical_json(said)).hexdigest()})

    def as_json_without_checksum(self) -> bytes:
        """Return the canonical bytes of manifest.json as they were before it had a checksum."""
        return canonical_json(self._said())

    def _said(self) -> dict[str, object]:
        return {
            "name": self.name,
            "version": str(self.version),
            "parent": self.parent and {"version": str(self.parent.version), "sha256": self.parent.manifest_sha256},
            **({CHANGES: _changes(self.changes)} if self.changes else {}),
            "schema_version": self.substance.schema_version,
            **({MINOR: self.substance.schema_minor} if self.substance.schema_minor else {}),
            **({EXTRA: [_said_of(column) for column in self.substance.extra]} if self.substance.extra else {}),
            "content": {name: _fields(content) for name, content in self.substance.tables.items()},
            "judgements": dict(self.substance.judgements),
            "parameters": self.substance.parameters,
            "counts": dict(self.counts),
            "tool": self.tool,
            "files": [_fields(file) for file in sorted(self.files, key=lambda f: f.path)],
        }


def canonical_json(value: object) -> bytes:
    """Return the one spelling of `value` as JSON: keys sorted, indent 1, UTF-8, a newline at the end.

    A lone surrogate, and what a terminal or a CI runner would act on, becomes its JSON escape.
    Raises DefectError on what JSON cannot say.
    """
    try:
        text = json.dumps(value, sort_keys=True, indent=1, ensure_ascii=False, allow_nan=False, default=_plain)
    except (TypeError, ValueError) as error:
        raise DefectError(f"a value cannot be written as JSON: {error}; this is a defect of corpus-audit") from error
    return safe_json(text + "\n").encode("utf-8")


def _said_of(column: Column) -> dict[str, str]:
    return {"name": column.name, "type": column.type, "meaning": column.meaning}


def _changes(changes: VersionChanges) -> dict[str, object]:
    return {"bump": changes.bump, "reasons": list(changes.reasons), "counts": dict(changes.counts)}


def _fields(row: Content | File) -> dict[str, object]:
    return {name: getattr(row, name) for name in row.__slots__}


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")
