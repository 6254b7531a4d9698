"""manifest.json: what a release holds, file by file, and where it comes from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from audit.errors import DefectError, UsageError
from audit.release.version import Version, parse_version

MANIFEST: Final = "manifest.json"
# The tables that are the dataset; the others are evidence about it.
DATASET: Final = ("documents", "blocks")


@dataclass(frozen=True, slots=True)
class Content:
    """A table's rows, the size of its values (bytes, before encoding and compression) and its content digest."""

    rows: int
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class File:
    """A file of the release: POSIX path below its folder, size in bytes, digest of the bytes."""

    path: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Parent:
    """The release before this one, named by the digest of its manifest."""

    version: Version
    manifest_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Substance:
    """What a release holds apart from its name, its number and its files.

    `tables` holds all seven by name, `judgements` the digests of report, expectations and validation.
    """

    schema_version: int
    tables: Mapping[str, Content]
    judgements: Mapping[str, str]
    parameters: Mapping[str, Any]

    @property
    def dataset(self) -> tuple[str, ...]:
        """Return the content digests of the tables that are the dataset."""
        return tuple(self.tables[name].sha256 for name in DATASET)

    @property
    def identity(self) -> str:
        """Return a digest of all of it: equal where a new release would say nothing new."""
        tables = {name: content.sha256 for name, content in self.tables.items()}
        whole = [self.schema_version, tables, dict(self.judgements), self.parameters]
        return sha256(canonical(whole)).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The contents of manifest.json. `counts` are the ledger's: found, then one number for each state."""

    name: str
    version: Version
    parent: Parent | None
    substance: Substance
    counts: Mapping[str, int]
    tool: Mapping[str, Any]
    files: tuple[File, ...]

    def as_json(self) -> bytes:
        """Return the canonical bytes of manifest.json."""
        return canonical(
            {
                "name": self.name,
                "version": str(self.version),
                "parent": self.parent and {"version": str(self.parent.version), "sha256": self.parent.manifest_sha256},
                "schema_version": self.substance.schema_version,
                "content": {name: _fields(content) for name, content in self.substance.tables.items()},
                "judgements": dict(self.substance.judgements),
                "parameters": self.substance.parameters,
                "counts": dict(self.counts),
                "tool": self.tool,
                "files": [_fields(file) for file in sorted(self.files, key=lambda f: f.path)],
            }
        )


def canonical(value: object) -> bytes:
    """Return the one spelling of `value` as JSON: keys sorted, indent 1, UTF-8, a newline at the end.

    A lone surrogate becomes its JSON escape. Raises DefectError on what JSON cannot say.
    """
    try:
        text = json.dumps(value, sort_keys=True, indent=1, ensure_ascii=False, allow_nan=False, default=_plain)
    except (TypeError, ValueError) as error:
        raise DefectError(f"a value cannot be written as JSON: {error}; this is a defect of corpus-audit") from error
    # Inside a JSON string Python's escape of a lone surrogate, \udcff, is JSON's own.
    return (text + "\n").encode("utf-8", "backslashreplace")


def read_manifest(release: Path) -> Manifest:
    """Return the manifest of the release in the folder `release`.

    Raises UsageError when there is none, or when it is not one that this program wrote.
    """
    path = release / MANIFEST
    try:
        return _manifest(json.loads(path.read_bytes()))
    except FileNotFoundError as error:
        raise UsageError(f"{release} is no release: it holds no {MANIFEST}; name a folder dist/NAME/VERSION") from error
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(f"{path} cannot be read as a manifest; fetch or make the release again") from error


def _manifest(found: dict[str, Any]) -> Manifest:
    parent = found["parent"]
    substance = Substance(
        schema_version=int(found["schema_version"]),
        tables={name: _content(content) for name, content in found["content"].items()},
        judgements={str(k): str(v) for k, v in found["judgements"].items()},
        parameters=found["parameters"],
    )
    return Manifest(
        name=str(found["name"]),
        version=parse_version(found["version"]),
        parent=parent and Parent(parse_version(parent["version"]), str(parent["sha256"])),
        substance=substance,
        counts={str(k): int(v) for k, v in found["counts"].items()},
        tool=found["tool"],
        files=tuple(File(str(f["path"]), int(f["bytes"]), str(f["sha256"])) for f in found["files"]),
    )


def _content(found: dict[str, Any]) -> Content:
    return Content(int(found["rows"]), int(found["bytes"]), str(found["sha256"]))


def _fields(row: Content | File) -> dict[str, object]:
    return {name: getattr(row, name) for name in row.__slots__}


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")
