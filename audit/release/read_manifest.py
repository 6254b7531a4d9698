"""Parsing of untrusted manifests, with every value validated."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from audit.atomic import open_regular
from audit.differences.version_rules import LEVELS
from audit.errors import UsageError
from audit.machine import raise_machine_error
from audit.release.manifest import (
    CHANGES,
    CHECKSUM,
    DATASET,
    EXTRA,
    MANIFEST,
    MINOR,
    Content,
    File,
    Manifest,
    Parent,
    Substance,
    VersionChanges,
)
from audit.release.version import Name, Version, check_name, parse_version
from audit.tables import Column
from audit.tables.extra import EXTRA_TYPES
from audit.tables.table import nullable
from audit.text.visible import visible
from audit.untrusted import (
    Digest,
    MalformedError,
    RelativePath,
    count,
    fields,
    items,
    json_object,
    mapping,
    shown,
    text,
)

# 100,000 shards give 20 MB; a larger manifest would be an attack on memory.
_LARGEST: Final = 64 << 20
_LONGEST_NAME: Final = 2_000
_FIELDS: Final = (
    "name", "version", "parent", "schema_version", "content", "judgements", "parameters", "counts", "tool", "files",
)  # fmt: skip
_NO_CHECKSUM: Final = "0" * 64
_OPTIONAL: Final = (CHANGES, CHECKSUM, EXTRA, MINOR)


def read_manifest(release: Path) -> Manifest:
    """Parse the manifest of the release in the folder `release`.

    Raises UsageError if it is missing or invalid.
    """
    raw = read_bytes(release)
    try:
        return parse_manifest(raw)
    except MalformedError as error:
        where = release / MANIFEST
        raise UsageError(f"{where} cannot be read as a manifest: {error}; fetch or create the release again") from error


def read_bytes(release: Path) -> bytes:
    """Return the bytes of the manifest of `release`, up to just above the maximum size.

    Raises UsageError if it is missing or unreadable.
    """
    path = release / MANIFEST
    try:
        with open_regular(path) as file:
            return file.read(_LARGEST + 1)
    except FileNotFoundError as error:
        raise UsageError(
            f"{release} is not a release: it has no {MANIFEST}; name a folder dist/NAME/VERSION"
        ) from error
    except OSError as error:
        raise_machine_error(error, path)
        raise UsageError(f"{path} cannot be read: {error.strerror}; fetch or create the release again") from error


def parse_manifest(raw: bytes) -> Manifest:
    """Parse the bytes of a manifest.json.

    Raises MalformedError if a field is missing, unknown, repeated or of the wrong type.
    """
    every = json_object(raw, _LARGEST)
    Digest(every.get(CHECKSUM, _NO_CHECKSUM))
    found = fields({name: value for name, value in every.items() if name not in _OPTIONAL}, _FIELDS)
    tables = {name: _content(content) for name, content in mapping(found["content"]).items()}
    if missing := [name for name in DATASET if name not in tables]:
        raise MalformedError(f"it lacks the content of {' and '.join(missing)}")
    substance = Substance(
        schema_version=count(found["schema_version"]),
        schema_minor=count(every.get(MINOR, 0)),
        tables=tables,
        judgements={name: Digest(digest) for name, digest in mapping(found["judgements"]).items()},
        parameters=mapping(found["parameters"]),
        extra=_extra(every.get(EXTRA, [])),
    )
    return Manifest(
        name=_name(found["name"]),
        version=_version(found["version"]),
        parent=None if found["parent"] is None else _parent(found["parent"]),
        substance=substance,
        counts={name: count(number) for name, number in mapping(found["counts"]).items()},
        tool=mapping(found["tool"]),
        files=_files(found["files"]),
        changes=_changes(every[CHANGES]) if CHANGES in every else None,
    )


def _name(value: object) -> Name:
    try:
        return check_name(text(value))
    except UsageError as error:
        raise MalformedError(str(error)) from error


def _version(value: object) -> Version:
    try:
        return parse_version(text(value))
    except UsageError as error:
        raise MalformedError(str(error)) from error


def _parent(value: object) -> Parent:
    found = fields(value, ("version", "sha256"))
    return Parent(_version(found["version"]), Digest(found["sha256"]))


def _changes(value: object) -> VersionChanges:
    found = fields(value, ("bump", "reasons", "counts"))
    bump = next((level for level in LEVELS if level == found["bump"]), None)
    if bump is None:
        raise MalformedError(f"{shown(found['bump'])} is not a bump: use one of {', '.join(LEVELS)}")
    reasons = tuple(text(reason) for reason in items(found["reasons"]))
    counts = {name: count(number) for name, number in mapping(found["counts"]).items()}
    return VersionChanges(bump=bump, reasons=reasons, counts=counts)


def _content(value: object) -> Content:
    found = fields(value, ("rows", "bytes", "sha256"))
    return Content(count(found["rows"]), count(found["bytes"]), Digest(found["sha256"]))


def _extra(value: object) -> tuple[Column, ...]:
    columns = tuple(_column(each) for each in items(value))
    if len({column.name for column in columns}) < len(columns):
        raise MalformedError("two of its extra columns have the same name")
    return columns


def _column(value: object) -> Column:
    found = fields(value, ("name", "type", "meaning"))
    name, kind = text(found["name"]), text(found["type"])
    if kind not in EXTRA_TYPES:
        raise MalformedError(f"{shown(kind)} is not a column type")
    if not name or visible(name, _LONGEST_NAME) != name:
        raise MalformedError(f"{shown(name)} is not a column name")
    return nullable(name, kind, text(found["meaning"]))


def _files(value: object) -> tuple[File, ...]:
    files = tuple(_file(each) for each in items(value))
    seen: set[str] = {MANIFEST}
    for file in files:
        if file.path in seen:
            raise MalformedError(f"it lists {shown(file.path)} twice, or lists itself")
        seen.add(file.path)
    return files


def _file(value: object) -> File:
    found = fields(value, ("path", "bytes", "sha256"))
    return File(RelativePath(found["path"]), count(found["bytes"]), Digest(found["sha256"]))
