"""manifest.json: the content of a release, file by file, and its provenance.

It has one canonical serialisation and ends with a checksum of its own content, as a git index does, which detects
accidental changes wherever the release is moved. Authenticity is a matter of the digests in the card of all versions
and in the next release.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any, Final

from audit.differences.version_rules import Level
from audit.errors import DefectError
from audit.release.version import Name, Version
from audit.tables import Column
from audit.text.visible import safe_json
from audit.untrusted import Digest, RelativePath

MANIFEST: Final = "manifest.json"
# The tables of the dataset; all others are evidence.
DATASET: Final = ("documents", "blocks")
# Judgements, in audit/NAME.json.
JUDGEMENTS: Final = ("report", "expectations", "validation")
REPORT: Final = f"audit/{JUDGEMENTS[0]}.json"
# The corpus suite, present if the table it judges is.
OF_METRICS: Final = "expectations_metrics"
# Absent from releases made before its introduction.
CHECKSUM: Final = "checksum"
# Absent from first versions, and from releases made before versions were compared.
CHANGES: Final = "changes"
# Omitted if 0: the number of column additions since the first version of the schema.
MINOR: Final = "schema_minor"
# Omitted if empty: the extra columns of documents.
EXTRA: Final = "extra"
_HOLDERS: Final = (Mapping, list, tuple)


@dataclass(frozen=True, slots=True)
class Content:
    """A table's row count, size of values in bytes (before encoding and compression), and content digest."""

    rows: int
    bytes: int
    sha256: Digest


@dataclass(frozen=True, slots=True)
class File:
    """A file of the release: relative POSIX path, size in bytes, SHA-256."""

    path: RelativePath
    bytes: int
    sha256: Digest


@dataclass(frozen=True, slots=True)
class Parent:
    """The previous release, identified by the digest of its manifest."""

    version: Version
    manifest_sha256: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionChanges:
    """The changes since the parent: bump demanded, reasons, and numbers of documents by change."""

    bump: Level
    reasons: tuple[str, ...]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Substance:
    """The content of a release apart from its name, version and files.

    `tables` holds all tables by name, `judgements` the digests of report, expectations and validation. The minor
    version of the schema counts column additions, which readers of the same major version may ignore. `extra` are the
    documents' columns beyond the schema.
    """

    schema_version: int
    schema_minor: int = 0
    tables: Mapping[str, Content]
    judgements: Mapping[str, Digest]
    parameters: Mapping[str, Any]
    extra: tuple[Column, ...] = ()

    @property
    def judged_by(self) -> tuple[str, ...]:
        """The names of the judgements in a release with these tables."""
        return (*JUDGEMENTS, OF_METRICS) if "metrics" in self.tables else JUDGEMENTS

    @property
    def identity(self) -> str:
        """A digest of the substance: equal if a new release would add nothing."""
        tables = {name: content.sha256 for name, content in self.tables.items()}
        whole = [self.schema_version, tables, dict(self.judgements), self.parameters]
        return sha256(canonical_json(whole)).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The content of manifest.json. `counts` are the ledger's: found, then one per state."""

    name: Name
    version: Version
    parent: Parent | None
    substance: Substance
    counts: Mapping[str, int]
    tool: Mapping[str, Any]
    files: tuple[File, ...]
    changes: VersionChanges | None = None

    def file(self, path: str) -> File | None:
        """Return the entry of the file at `path`, or None."""
        return next((file for file in self.files if file.path == path), None)

    def as_json(self) -> bytes:
        """Return the canonical bytes of manifest.json."""
        plain = self._as_plain()
        return canonical_json({**plain, CHECKSUM: sha256(canonical_json(plain)).hexdigest()})

    def as_json_without_checksum(self) -> bytes:
        """Return the canonical bytes of a manifest made before checksums were introduced."""
        return canonical_json(self._as_plain())

    def _as_plain(self) -> dict[str, object]:
        return {
            "name": self.name,
            "version": str(self.version),
            "parent": self.parent and {"version": str(self.parent.version), "sha256": self.parent.manifest_sha256},
            **({CHANGES: _changes(self.changes)} if self.changes else {}),
            "schema_version": self.substance.schema_version,
            **({MINOR: self.substance.schema_minor} if self.substance.schema_minor else {}),
            **({EXTRA: [_column_as_plain(column) for column in self.substance.extra]} if self.substance.extra else {}),
            "content": {name: _fields(content) for name, content in self.substance.tables.items()},
            "judgements": dict(self.substance.judgements),
            "parameters": self.substance.parameters,
            "counts": dict(self.counts),
            "tool": self.tool,
            "files": [_fields(file) for file in sorted(self.files, key=lambda f: f.path)],
        }


def canonical_json(value: object) -> bytes:
    """Serialise `value` canonically: sorted keys, indent 1, UTF-8, final newline.

    Lone surrogates, and characters that a terminal or a CI runner would act on, are escaped. Raises DefectError for
    values JSON cannot represent.
    """
    try:
        text = _indented(value, 1)
    except (TypeError, ValueError, RecursionError) as error:
        raise DefectError(f"a value cannot be written as JSON: {error}; this is a defect of corpus-audit") from error
    return safe_json(text + "\n").encode("utf-8")


def _indented(value: object, depth: int) -> str:
    """Return what `json` writes with an indent of 1, in a fraction of the time: its fast encoder knows no indents.

    That encoder gets the line break, at this depth, as a separator, for values that hold no others.
    """
    if not isinstance(value, _HOLDERS) or not value:
        return _encoder("")(value)
    between = ",\n" + " " * depth
    items = value.values() if isinstance(value, Mapping) else value
    if not any(isinstance(item, _HOLDERS) for item in items):
        text = _encoder(between)(value)
        first, inside, last = text[0], text[1:-1], text[-1]
    elif isinstance(value, Mapping):
        keys = ((_encoder("")({key: 0})[1:-2], item) for key, item in sorted(value.items()))
        first, inside, last = "{", between.join(key + _indented(item, depth + 1) for key, item in keys), "}"
    else:
        first, inside, last = "[", between.join(_indented(item, depth + 1) for item in value), "]"
    return f"{first}{between[1:]}{inside}{between[1:-1]}{last}"


@cache
def _encoder(between: str) -> Callable[[object], str]:
    separators = between, ": "
    return json.JSONEncoder(
        sort_keys=True, ensure_ascii=False, allow_nan=False, separators=separators, default=_plain
    ).encode


def _column_as_plain(column: Column) -> dict[str, str]:
    return {"name": column.name, "type": column.type, "meaning": column.meaning}


def _changes(changes: VersionChanges) -> dict[str, object]:
    return {"bump": changes.bump, "reasons": list(changes.reasons), "counts": dict(changes.counts)}


def _fields(row: Content | File) -> dict[str, object]:
    return {name: getattr(row, name) for name in row.__slots__}


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")
